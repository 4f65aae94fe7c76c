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

    /// An empty code says nothing of the one that is there; two regions may exchange theirs; no code is of two regions.
    @Test func codesOfStatisticsIndonesia() async throws {
        try await AdministeredDatabase.run { database in
            let file = [
                entry(2, "62", "A", .provinsi, nil, "62"), entry(3, "62.01", "B", .kabupaten, "62", "6201"),
                entry(4, "62.02", "C", .kabupaten, "62", "6202"),
            ]
            let first = try await take(file, database)
            #expect(first.added == 3)
            let silent = [entry(2, "62.01", "B", .kabupaten, "62"), entry(3, "62.02", "C", .kabupaten, "62")]
            let second = try await take(silent, database)
            #expect(second.same == 2)
            let exchanged = [
                entry(2, "62.01", "B", .kabupaten, "62", "6202"), entry(3, "62.02", "C", .kabupaten, "62", "6201"),
            ]
            let third = try await take(exchanged, database)
            #expect(third.changed == 2)
            let kept =
                "select count(*) from selaras.region where (code, bps_code) in (('62.01', '6202'), ('62.02', '6201'))"
            #expect(try await database.count(kept) == 2)

            let clashing = [
                entry(2, "62.03", "D", .kabupaten, "62", "6203"), entry(3, "62.04", "E", .kabupaten, "62", "6203"),
                entry(4, "62.05", "F", .kabupaten, "62", "6202"),
            ]
            let refusal = await #expect(throws: RegionRefusal.self) { _ = try await take(clashing, database) }
            #expect(
                refusal?.clashes == [
                    RegionRefusal.Clash(line: 2, bpsCode: "6203", otherCode: "62.04"),
                    RegionRefusal.Clash(line: 3, bpsCode: "6203", otherCode: "62.03"),
                    RegionRefusal.Clash(line: 4, bpsCode: "6202", otherCode: "62.01"),
                ])
            #expect(
                try await database.count("select count(*) from selaras.region where code > '62.02.99' and code < '63'")
                    == 0)
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
        _ line: Int, _ code: String, _ name: String, _ level: Region.Level, _ parent: String?,
        _ bpsCode: String? = nil
    ) -> RegionEntry {
        RegionEntry(line: line, code: code, name: name, level: level, parentCode: parent, bpsCode: bpsCode)
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
