import Planning
import Testing

@testable import Store

@Suite struct AdministrationRegionTests {
    @Test func aFileIsTakenOnceAndThenTheSame() async throws {
        try await AdministeredDatabase.run { database in
            let file = [
                entry(2, "62", "Kalimantan \\ Tengah", .provinsi, nil),
                entry(3, "62.01", "Kabupaten A\tB", .kabupaten, "62"), entry(4, "63", "Kalsel", .provinsi, nil),
            ]
            let dryRun = try await take(file, database, isDryRun: true)
            #expect((dryRun.added, dryRun.changed, dryRun.same) == (2, 1, 0))
            let first = try await take(file, database)
            #expect(first == dryRun)
            let again = try await take(file, database)
            #expect((again.added, again.changed, again.same) == (0, 0, 3))
            #expect(again.missingFromFile == first.missingFromFile)
            let names = try await database.count(
                #"select count(*) from selaras.region where name in (E'Kalimantan \\ Tengah', E'Kabupaten A\tB')"#)
            #expect(names == 2)
        }
    }

    @Test func repeatedAndOrphanedRegionsAreToldTogetherAndNothingIsKept() async throws {
        try await AdministeredDatabase.run { database in
            let before = try await database.count("select count(*) from selaras.region")
            let file = [
                entry(2, "62", "A", .provinsi, nil), entry(3, "62.02.01", "B", .kecamatan, "62.02"),
                entry(4, "62", "A", .provinsi, nil),
            ]
            let refusal = await #expect(throws: RegionRefusal.self) { _ = try await take(file, database) }
            #expect(refusal?.repeated == [RegionRefusal.Repeated(line: 4, firstLine: 2, code: "62")])
            #expect(refusal?.orphans == [RegionRefusal.Orphan(line: 3, code: "62.02.01", parentCode: "62.02")])
            #expect(try await database.count("select count(*) from selaras.region") == before)
        }
    }

    @Test func aParentInTheRegisterIsEnough() async throws {
        try await AdministeredDatabase.run { database in
            let receipt = try await take([entry(2, "63.02.99", "Baru", .kecamatan, "63.02")], database)
            #expect(receipt.added == 1)
        }
    }

    @Test func aFileWithFaultsOfItsOwnIsRefusedWithoutBlamingChildren() async throws {
        try await AdministeredDatabase.run { database in
            let refusal = await #expect(throws: RegionRefusal.self) {
                try await database.administration.importRegions(isDryRun: false) { sink in
                    try await sink.put([entry(3, "62.01", "B", .kabupaten, "62")])
                    return .withFaults
                }
            }
            #expect(refusal?.orphanCount == 0)
        }
    }

    private func entry(
        _ line: Int, _ code: String, _ name: String, _ level: Region.Level, _ parent: String?
    ) -> RegionEntry {
        RegionEntry(line: line, code: code, name: name, level: level, parentCode: parent)
    }

    private func take(
        _ file: [RegionEntry], _ database: AdministeredDatabase, isDryRun: Bool = false
    ) async throws -> RegionReceipt {
        try await database.administration.importRegions(isDryRun: isDryRun) { sink in
            try await sink.put(file)
            return .complete
        }
    }
}
