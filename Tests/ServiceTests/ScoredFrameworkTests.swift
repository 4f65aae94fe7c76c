import Foundation
import Planning
import Support
import Testing
import Wire

/// A framework of another shape, imported as data: scores of 0 to 5, suggestions, and a version that continues another.
/// The figures are worked out by hand.
@Suite struct ScoredFrameworkTests {
    private static let header =
        "family_id,rt,status,SOS-01,SOS-02,SOS-03,SOS-04,EKO-01,EKO-02,EKO-03,LIN-01,LIN-02\n"
    private static let before =
        header + """
            K-1,001,1,5,4,2/3,0,3,5,ya,3,0
            K-2,001,1,0,3,1/2,5,2,tb,tidak,1,2
            K-3,002,2,3,tb,3/3,1,,4,ya,0,5
            K-4,002,1,2,5,tb,2,1,0,ya,2,1

            """
    private static let after =
        header + """
            K-1,001,1,5,4,3/3,0,4,5,ya,3,0
            K-2,001,1,2,3,1/2,3,3,tb,ya,2,2
            K-3,002,1,3,tb,3/3,1,2,4,ya,1,5
            K-4,002,1,4,5,tb,3,1,1,tidak,2,3

            """
    private static let framework = "&framework=desa-contoh&framework_version=1"

    /// `Config` with both versions of the example beside what is there.
    private func importExample(into database: TestDatabase) async throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "selaras-config-\(UUID().uuidString)")
        defer { try? files.removeItem(at: folder) }
        try files.copyItem(at: TestDatabase.root.appending(path: "Config"), to: folder)
        for name in ["desa-contoh-v1", "desa-contoh-v2"] {
            let fixture = TestDatabase.root.appending(path: "Tests/IntakeTests/Fixtures/frameworks/\(name)")
            // In the other order: what is continued has to be there first all the same.
            let place = name == "desa-contoh-v1" ? "z-\(name)" : "a-\(name)"
            try files.copyItem(at: fixture, to: folder.appending(path: "frameworks/\(place)"))
        }
        let program = try Program.built("selaras-server", environment: database.adminEnvironment)
        for _ in 1...2 {
            let outcome = try await program.run(["config", "import", folder.path])
            #expect(outcome.code == 0, "\(outcome.error)")
        }
    }

    @Test func scoresAreSurveyedClosedAndCompared() async throws {
        try await Service.run { service in
            try await importExample(into: service.database)
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let tooHigh = Self.before.replacing("K-1,001,1,5,", with: "K-1,001,1,6,")
            let refused = try await client.survey(lokus, "baseline", Self.framework, tooHigh).expect(422)
            #expect(
                refused.fileFaults() == [FileFault(line: 2, column: "SOS-01", value: "6", code: "not_an_answer")])

            let first = try await client.closedRound(lokus, "baseline", Self.framework, Self.before)
            let baseline = try await client.get("survey-rounds/\(first)").expect(200)["result"]
            #expect(
                figures(baseline) == [
                    "SOS-01 10/20 50.0000 weak 2", "SOS-02 12/15 80.0000", "SOS-03 6/8 75.0000", "SOS-04 12/20 60.0000",
                    "EKO-01 6/15 40.0000 weak 3", "EKO-02 9/15 60.0000", "EKO-03 3/4 75.0000",
                    "LIN-01 6/12 50.0000 weak 2", "LIN-02 12/20 60.0000",
                ])
            let dimensions = baseline["dimensions"].items.map { text($0["value"]) }
            #expect(dimensions == ["66.2500", "58.3333", "55.0000"])
            #expect(text(baseline["ikk"]) == "59.8611")
            #expect(baseline["category"].text == "tertinggal")
            #expect(baseline["weak_indicators"].texts == ["SOS-01", "EKO-01", "LIN-01"])
            let economy = baseline["indicators"].items.first { $0["code"].text == "EKO-01" }
            #expect(economy?["families_missing"].integer == 1)
            #expect(economy?["maximum"].integer == 5)

            let second = try await client.closedRound(
                lokus, "resurvey", Self.framework + "&panel_of=baseline", Self.after)
            let resurvey = try await client.get("survey-rounds/\(second)").expect(200)["result"]
            #expect(text(resurvey["ikk"]) == "65.9491")
            #expect(resurvey["category"].text == "berkembang")

            let comparison = try await client.get("lokus/\(lokus)/comparison").expect(200)
            let changes = comparison["indicators"].items.map { row in
                let change = row["change"].number?.double ?? .nan
                return "\(row["code"].text ?? "") \((change * 100).rounded() / 100) \(row["transition"].text ?? "")"
            }
            #expect(
                changes == [
                    "SOS-01 20.0 weak_to_clear", "SOS-02 0.0 stayed_clear", "SOS-03 12.5 stayed_clear",
                    "SOS-04 5.0 stayed_clear", "EKO-01 10.0 stayed_weak", "EKO-02 6.67 stayed_clear",
                    "EKO-03 0.0 stayed_clear", "LIN-01 16.67 weak_to_clear", "LIN-02 -10.0 clear_to_weak",
                ])
            #expect(abs((comparison["ikk_change"].number?.double ?? 0) - 6.087963) < 1e-6)
            #expect(abs((comparison["contributions_total"].number?.double ?? 0) - 6.087963) < 1e-6)
            // Points of one family go together: there are no pairs of yes and no to count, but for yes and no.
            let panels = comparison["indicators"].items.filter { !$0["panel"].isNull }.compactMap(\.["code"].text)
            #expect(panels == ["EKO-03"])
        }
    }

    /// The later round by the next version, which continues four of the nine indicators under other codes.
    @Test func twoVersionsAreComparedOverWhatIsEquivalent() async throws {
        try await Service.run { service in
            try await importExample(into: service.database)
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            _ = try await client.closedRound(lokus, "baseline", Self.framework, Self.before)
            let plan = try await client.plan(lokus)
            let aims: JSONValue = [
                ["indicator_code": "SOS-01", "value": 60], ["indicator_code": "SOS-02", "value": 99],
            ]
            let path = "action-plans/\(plan)"
            try await client.patch(path, ["target_ikk": 60, "targets": aims], try await client.tag(path)).expect(200)
            let intervention = try await client.propose(
                plan, Client.intervention("C-01", indicators: ["EKO-02", "SOS-02"]))
            try await client.assign(intervention)
            try await client.accept(intervention)
            try await client.report(intervention, Client.figures(2024, 4, 100, 45, 1000)).expect(201)
            try await service.client(.lead).verifyAll()
            let later = """
                family_id,rt,status,SOS-A,SOS-B,EKO-A,EKO-B,LIN-A
                K-1,001,1,5,3/3,5,1,0
                K-2,001,1,2,1/2,3,2,2
                K-3,002,1,3,3/3,4,3,5
                K-4,002,1,4,tb,1,4,3

                """
            let second = Self.framework.replacing("version=1", with: "version=2")
            _ = try await client.closedRound(lokus, "resurvey", second + "&panel_of=baseline", later)
            let found = try await client.get("lokus/\(lokus)/comparison").expect(200)
            #expect(found["framework_version"].integer == 2)
            let bridged = found["bridged"]
            #expect(bridged["before"]["left_out"].texts == ["SOS-02", "SOS-04", "EKO-01", "EKO-03", "LIN-01"])
            #expect(bridged["after"]["left_out"].texts == ["EKO-B"])
            #expect(text(bridged["before"]["ikk"]) == "59.8611" && text(found["before"]["ikk"]) == "60.8333")
            let changes = found["indicators"].items.map { row in
                let change = ((row["change"].number?.double ?? .nan) * 100).rounded() / 100
                return "\(row["code"].text ?? "") \(change) \(row["interventions"].items.count)"
            }
            #expect(changes == ["SOS-A 20.0 0", "SOS-B 12.5 0", "EKO-A 5.0 1", "LIN-A -10.0 0"])
            #expect(found["association"]["completed"].texts == ["EKO-A"])
            // A target follows its indicator; that of the index is of another index.
            let reached = found["indicators"].items.filter { !$0["target"].isNull }
            #expect(reached.map(\.["code"].text) == ["SOS-A"] && reached[0]["target_reached"].flag == true)
            #expect(found["targets_left_out"].texts == ["SOS-02"] && found["target_ikk_reached"].isNull)
            #expect(found["method"]["tested_targets"].integer == 0)
            #expect(found["dimensions"].items.count == 3)
            // The families are the same ones, and what is kept of the pair is over these indicators.
            #expect(found["method"]["families_in_both"].integer == 4)
            let total = found["contributions_total"].number?.double ?? .nan
            #expect(abs((found["ikk_change"].number?.double ?? 0) - total) < 1e-9)
            let year = try await client.get("comparisons?year=2025").expect(200)["items"].items
            #expect(year.map(\.["bridged"].flag) == [true])
            #expect(year[0]["ikk_interval"] == found["ikk_interval"])
            #expect(year[0]["targets"].integer == 2 && year[0]["targets_reached"].integer == 1)
            // The plan is of neither round's version: what it aims at is followed all the same.
            _ = try await client.closedRound(lokus, "midline", second + "&panel_of=resurvey", later)
            let newer = try await client.get("lokus/\(lokus)/comparison?before=midline").expect(200)
            #expect(newer["bridged"].isNull && newer["association"]["completed"].texts == ["EKO-A"])
            #expect(newer["targets_left_out"].texts == ["SOS-02"] && newer["target_ikk_reached"].isNull)
            #expect(newer["indicators"].items.count { !$0["target"].isNull } == 1)
            let back = try await client.get("lokus/\(lokus)/comparison?before=resurvey&after=baseline").expect(200)
            #expect(abs((back["ikk_change"].number?.double ?? 0) + total) < 1e-9)
            // What is kept of such a pair is found again.
            let rescored = try await Program.built(
                "selaras-server", environment: service.database.adminEnvironment
            ).run(["rescore"])
            #expect(rescored.code == 0, "\(rescored.error)")
            let again = try await client.get("lokus/\(lokus)/comparison").expect(200)
            #expect(again["indicators"] == found["indicators"] && again["method"] == found["method"])
            let other = try await client.lokus("63.02.12.2008", 2025)
            _ = try await client.closedRound(other, "baseline", Self.framework, Self.before)
            _ = try await client.closedRound(
                other, "resurvey", "&framework=ikk-29&framework_version=1",
                SurveyText.fixture("sampanahan-2025-baseline.csv"))
            try await client.get("lokus/\(other)/comparison").expectProblem(409, "rounds_use_different_frameworks")
        }
    }

    @Test func everyFieldOfAFrameworkIsKept() async throws {
        try await Service.run { service in
            try await importExample(into: service.database)
            let client = try await service.coordinator()
            let first = try await client.get("frameworks/desa-contoh/versions/1").expect(200)["indicators"].items
            let maxima = first.map { $0["maximum"].integer }
            #expect(maxima == [5, 5, 1, 5, 5, 5, 1, 3, 5])
            let suggestion: JSONValue = [
                "activity": "Angkutan sekolah desa", "activity_en": "School transport of the village",
                "levels": ["village", "kabupaten"], "urusan": ["1.01", "2.15"],
            ]
            #expect(first[1]["suggestion"] == suggestion)
            #expect(first[6]["suggestion"].isNull)
            let continuing = first.filter { !$0["equivalent"].isNull }
            #expect(continuing.isEmpty)
            let second = try await client.get("frameworks/desa-contoh/versions/2").expect(200)["indicators"].items
            #expect(second[0]["equivalent"] == ["version": 1, "code": "SOS-01"])
            #expect(second[3]["equivalent"].isNull)
            let suggesting = second.filter { !$0["suggestion"].isNull }
            #expect(suggesting.isEmpty)
        }
    }

    /// A framework that was stored before indicators had these fields is still the same one when it is imported again.
    @Test func aFrameworkWithoutTheseFieldsKeepsItsHash() async throws {
        let database = try await TestDatabase.make()
        try await Service.removing(database) {
            let hash = try await database.value(
                "select encode(content_sha256, 'hex') from selaras.framework where code = 'ikk-29' and version = 1")
            #expect(hash == "dfa1e1e0fdb089f8d3851852c2f74cc4c3eebeed76bdcca6d0da09afa4969268")
        }
    }

    private func text(_ value: JSONValue) -> String { value.number?.text ?? "" }

    /// `SOS-01 10/20 50.0000 weak 2`: good of eligible, the value, and what is needed where it is weak.
    private func figures(_ result: JSONValue) -> [String] {
        result["indicators"].items.map { row in
            let counted = "\(text(row["good"]))/\(text(row["eligible"]))"
            let weak = row["weak"].flag == true ? " weak \(text(row["needed_to_reach_threshold"]))" : ""
            return "\(row["code"].text ?? "") \(counted) \(text(row["value"]))\(weak)"
        }
    }
}
