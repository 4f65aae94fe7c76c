import Foundation
import LibPQ
import Planning
import Store
import Support
import Testing

/// The demonstration, loaded by the program as an operator would, then read by each of its roles through the ports.
@Suite struct AdministrationDemoTests {
    @Test func itCanBeLoadedTwice() async throws {
        try await AdministeredDatabase.run { database in
            let folder = TestDatabase.root.appending(path: "Config/demo").path
            for _ in 1...2 {
                let outcome = try await database.program("demo", "load", "--dir", folder)
                #expect(outcome.code == 0, "\(outcome.error)")
            }
            let counts = [
                "lokus": 2, "survey_round": 4, "intervention": 15, "progress_report": 18, "survey_import": 4,
                "token": 0,
            ]
            for (table, expected) in counts {
                #expect(try await database.count("select count(*) from selaras.\(table)") == expected, "\(table)")
            }
        }
    }

    @Test func itIsKeptOutOfADatabaseInUse() async throws {
        try await AdministeredDatabase.run { database in
            _ = try await database.administration.importConfiguration(
                AdministrationConfigurationTests.configuration(kabupaten: "63.02"))
            _ = try await database.administration.importRegions(isDryRun: false) { sink in
                try await sink.put([
                    RegionEntry(line: 2, code: "63.05", name: "Lain", level: .kabupaten, parentCode: "63")
                ])
                return .complete
            }
            _ = try await database.administration.importConfiguration(
                AdministrationConfigurationTests.configuration(kabupaten: "63.05"))
            let outcome = try await database.program("demo", "tokens")
            #expect(outcome.code == 1 && outcome.out.isEmpty)
            #expect(outcome.error.contains("tidak dimuat ke basis data yang sudah dipakai"))
        }
    }

    @Test func everyRoleReadsWhatThePermissionsSay() async throws {
        try await AdministeredDatabase.run { database in
            let folder = TestDatabase.root.appending(path: "Config/demo").path
            _ = try await database.program("demo", "load", "--dir", folder)
            let tokens = try await database.program("demo", "tokens")
            let lines = tokens.out.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
            #expect(
                lines.map(\.[0]) == [
                    "coordinator", "agency", "agency", "village", "viewer", "province", "lead",
                    "leadership",
                ])
            let ports = try database.store()
            let store = ports.store
            for line in lines {
                let access = Access(tokenHash: Digest.of(line[1]), requestID: "test")
                for (name, reading) in Self.readings {
                    let mayNot = line[0] == "viewer" && name.hasPrefix("report")
                    do {
                        try await reading(store, access)
                        #expect(!mayNot, "\(line[0]) read \(name)")
                    } catch {
                        #expect(mayNot && error as? Refusal == .forbidden, "\(line[0]) \(name): \(error)")
                    }
                }
            }
            await ports.pool.close()
        }
    }

    private static let readings: [(String, @Sendable (Store, Access) async throws -> Void)] = [
        ("regions", { _ = try await $0.regions($1, Listing()).page() }),
        ("frameworks", { _ = try await $0.frameworks($1, Listing()).page() }),
        ("agencies", { _ = try await $0.agencies($1, Listing()).page() }),
        ("catalogue", { _ = try await $0.catalogue($1, Listing()).page() }),
        ("lokus", { _ = try await $0.lokus($1, id: try await sampanahan($0, $1).id) }),
        (
            "round",
            { store, access in
                for round in try await sampanahan(store, access).rounds {
                    _ = try await store.round(access, id: round.id)
                }
            }
        ),
        ("weak", { _ = try await $0.weakIndicators($1, of: try await sampanahan($0, $1).id, purpose: .baseline) }),
        (
            "comparison",
            {
                _ = try await $0.comparison(
                    $1, of: try await sampanahan($0, $1).id, before: .baseline, after: .resurvey)
            }
        ),
        ("plans", { _ = try await $0.plans($1, Listing()).page() }),
        (
            "plan",
            { store, access in
                if let plan = try await sampanahan(store, access).planID { _ = try await store.plan(access, id: plan) }
            }
        ),
        (
            "interventions",
            { store, access in
                let all = try await store.interventions(access, Listing()).items()
                for one in all.prefix(1) { _ = try await store.intervention(access, id: one.id) }
            }
        ),
        ("reports", { _ = try await $0.reports($1, Listing()).page() }),
        (
            "report obligations",
            {
                _ = try await $0.obligations($1, Listing()).page()
            }
        ),
    ]

    private static func sampanahan(_ store: Store, _ access: Access) async throws -> Lokus {
        let found = try await store.lokus(access, Listing(where: LokusField.year, is: FieldValue(2025))).items()
        return try #require(found.first)
    }
}
