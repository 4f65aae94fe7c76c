import Foundation
import Support
import Testing

/// What is kept of closed rounds, computed again by `selaras-server rescore`.
@Suite struct RescoreTests {
    private static let panel = "&design=stratified_sample_by_rt&families_in_village=300&panel_of=baseline"
    /// Everything that is kept, every bit of it.
    private static let kept = """
        select string_agg(e::text, chr(10) order by e::text) from (
            select to_jsonb(e)::text || encode(array_send(e.covariance), 'hex') from round_evidence e
            union all
            select to_jsonb(p)::text || encode(array_send(p.covariance), 'hex') from pair_evidence p) as e (e)
        """
    private static let results = """
        select string_agg(e::text, chr(10) order by e::text) from (
            select to_jsonb(i)::text from indicator_result i union all select to_jsonb(d)::text from dimension_result d
            union all select to_jsonb(r)::text from survey_round r) as e (e)
        """

    private func rescore(_ database: TestDatabase, _ arguments: String...) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: database.adminEnvironment).run(arguments)
    }

    /// As nobody but a superuser can.
    private func tamper(_ database: TestDatabase, _ sql: String) async throws {
        try await database.execute("set session_replication_role = replica; \(sql)")
    }

    /// A panel with strata, whose order of families would change bits, and a round that stands alone.
    private func rounds(_ service: Service) async throws {
        let client = try await service.coordinator()
        let lokus = try await client.lokus("63.02.12.2005", 2025)
        let sample = "&design=stratified_sample_by_rt&families_in_village=300"
        try await client.closedRound(lokus, "baseline", sample, SurveyText.fixture("sampanahan-2025-baseline.csv"))
        try await client.closedRound(lokus, "resurvey", Self.panel, SurveyText.fixture("sampanahan-2026-resurvey.csv"))
        let other = try await client.lokus("63.02.14.2008", 2025)
        try await client.closedRound(other, "baseline", "", SurveyText.kecil())
    }

    @Test func whatWasLostComesBackBitForBit() async throws {
        try await Service.run { service in
            let database = service.database
            try await rounds(service)
            let (kept, results) = try await (database.value(Self.kept), database.value(Self.results))
            #expect(try await database.count("from pair_evidence") == 1)

            try await tamper(database, "delete from round_evidence; delete from pair_evidence")
            let upgraded = try await rescore(database, "migrate")
            #expect(upgraded.code == 0 && upgraded.out.contains("Ditulis: 3 pendataan, 1 pasangan"), "\(upgraded)")
            #expect(try await database.value(Self.kept) == kept)

            let nothing = try await rescore(database, "rescore", "--missing")
            #expect(nothing.code == 0 && nothing.out.contains("Dihitung: 0 pendataan"), "\(nothing)")
            let same = try await rescore(database, "rescore")
            #expect(same.code == 0 && same.out.contains("Dihitung: 3 pendataan"), "\(same)")
            #expect(same.out.contains("Ditulis: 0 pendataan, 0 pasangan"), "\(same)")

            try await tamper(
                database, "update round_evidence set units = 1; update pair_evidence set cells = array_fill(1, '{116}')"
            )
            #expect(try await database.value(Self.kept) != kept)
            let restored = try await rescore(database, "rescore")
            #expect(restored.code == 0 && restored.out.contains("Ditulis: 3 pendataan, 1 pasangan"), "\(restored)")
            #expect(try await database.value(Self.kept) == kept)
            #expect(try await database.value(Self.results) == results)
        }
    }

    @Test func aPairAloneComesBack() async throws {
        try await Service.run { service in
            let database = service.database
            try await rounds(service)
            let kept = try await database.value(Self.kept)
            try await tamper(database, "delete from pair_evidence")
            let outcome = try await rescore(database, "rescore", "--missing")
            #expect(outcome.code == 0 && outcome.out.contains("Ditulis: 0 pendataan, 1 pasangan"), "\(outcome)")
            #expect(try await database.value(Self.kept) == kept)
        }
    }

    /// More pairs than connections, so that one computes several.
    @Test func manyPairsComeBack() async throws {
        try await Service.run { service in
            let (client, database) = (try await service.coordinator(), service.database)
            let cores = ProcessInfo.processInfo.activeProcessorCount
            for year in 2020..<(2020 + 2 * cores + 1) {
                let lokus = try await client.lokus("63.02.12.2005", year)
                try await client.closedRound(lokus, "baseline", "", SurveyText.kecil())
                let again = try SurveyText.fixture("kecil-2025-resurvey.csv")
                try await client.closedRound(lokus, "resurvey", "&panel_of=baseline", again)
            }
            let kept = try await database.value(Self.kept)
            try await tamper(database, "delete from pair_evidence; delete from round_evidence")
            let outcome = try await rescore(database, "rescore", "--missing")
            let pairs = 2 * cores + 1
            #expect(outcome.code == 0 && outcome.out.contains(" \(pairs) pasangan"), "\(outcome)")
            #expect(try await database.value(Self.kept) == kept)
        }
    }

    @Test func aTamperedResultIsNamedAndLeftAlone() async throws {
        try await Service.run { service in
            let database = service.database
            try await rounds(service)
            try await tamper(
                database,
                """
                update indicator_result set families_missing = families_missing + 1 where position = 4
                    and round_id = (select id from survey_round where purpose = 'resurvey');
                update dimension_result set value = 12.34 where position = 0
                    and round_id = (select id from survey_round where families_complete < 30);
                update survey_round set ikk = 99.99 where families_complete < 30
                """)
            let results = try await database.value(Self.results)
            let outcome = try await rescore(database, "rescore")
            #expect(outcome.code == 1)
            let told = outcome.error.split(separator: "\n").filter { $0.hasPrefix("  ") }
            #expect(told.count == 2)
            #expect(told.contains { $0.hasPrefix("  63.02.12.2005 2025 resurvey ") && $0.hasSuffix(": KKF-02") })
            #expect(told.contains { $0.hasPrefix("  63.02.14.2008 2025 baseline ") && $0.hasSuffix(": ikk, KLS") })
            #expect(try await database.value(Self.results) == results)
        }
    }

    /// Answers that fit no framework are told, and the other rounds are computed all the same.
    @Test func aRoundThatCannotBeReadIsNamed() async throws {
        try await Service.run { service in
            let database = service.database
            try await rounds(service)
            try await tamper(
                database,
                """
                update family_answer set good = good || good, eligible = eligible || eligible
                where round_id = (select id from survey_round where purpose = 'resurvey');
                delete from pair_evidence; delete from round_evidence
                """)
            let outcome = try await rescore(database, "rescore", "--missing")
            #expect(outcome.code == 1 && outcome.out.contains("Ditulis: 2 pendataan, 0 pasangan"), "\(outcome)")
        }
    }

    @Test func aStrangerMayNot() async throws {
        try await Service.run { service in
            var environment = service.database.adminEnvironment
            environment["DATABASE_URL"] = service.database.loginConninfo
            let outcome = try await Program.built("selaras-server", environment: environment).run(["rescore"])
            #expect(outcome.code == 2 && outcome.error.contains("tidak berhak"), "\(outcome)")
        }
    }
}
