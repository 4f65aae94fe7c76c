import Foundation
import Testing
import Wire

/// Three villages through the API against an independent reference: shown values exactly, everything else to 10^-6.
@Suite struct AcceptanceTests {
    enum Village: String, CaseIterable {
        case kecil, sampanahan, sangsang

        var files: (before: String, after: String) {
            switch self {
            case .kecil: ("kecil-2024-baseline.csv", "kecil-2025-resurvey.csv")
            case .sampanahan: ("sampanahan-2025-baseline.csv", "sampanahan-2026-resurvey.csv")
            case .sangsang: ("sangsang-2023-baseline.csv", "sangsang-2024-resurvey.csv")
            }
        }

        var lokus: (desa: String, year: Int) {
            switch self {
            case .kecil: ("63.02.21.2009", 2024)
            case .sampanahan: ("63.02.12.2005", 2025)
            case .sangsang: ("63.02.09.2007", 2023)
            }
        }

        var design: String { self == .sangsang ? "&design=simple_random_sample&families_in_village=786" : "" }
        var panel: String { self == .sangsang ? "" : "&panel_of=baseline" }
    }

    @Test(arguments: Village.allCases) func roundsAndComparison(_ village: Village) async throws {
        let expected = try JSONValue(parsing: Array(SurveyText.fixture("\(village.rawValue)-expected.json").utf8))
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(village.lokus.desa, village.lokus.year)
            let before = try await client.closedRound(
                lokus, "baseline", village.design, SurveyText.fixture(village.files.before))
            let after = try await client.closedRound(
                lokus, "resurvey", village.design + village.panel, SurveyText.fixture(village.files.after))

            for (id, name) in [(before, "baseline"), (after, "resurvey")] {
                let round = try await client.get("survey-rounds/\(id)").expect(200).json
                check(round, expected[name])
                check(evidence: round, expected[name])
            }
            checkSummaries(try await client.get("lokus/\(lokus)").expect(200).json, expected)
            for (purpose, name) in [("baseline", "baseline"), ("resurvey", "resurvey")] {
                let weak = try await client.get("lokus/\(lokus)/weak-indicators?purpose=\(purpose)").expect(200)
                checkWeak(weak.items, expected[name])
            }
            let comparison = try await client.get("lokus/\(lokus)/comparison").expect(200).json
            check(comparison: comparison, expected)
            check(verdicts: comparison, expected["comparison"], isPanel: !village.panel.isEmpty)
        }
    }

    private static let statuses = ["complete", "partial", "no_respondent", "refused", "moved"]

    private func check(_ round: JSONValue, _ expected: JSONValue) {
        let result = round["result"]
        #expect(round["state"].text == "closed")
        #expect(shown(result["ikk"], is: expected["ikk"]))
        #expect(result["category"].text == expected["category"].text)
        #expect(result["category_name"].text?.isEmpty == false)
        #expect(result["families_counted"] == expected["families_counted"])
        #expect(result["families_represented"] == expected["families_represented"])
        var listed = 0
        for (index, status) in Self.statuses.enumerated() {
            let count = expected["by_status"]["\(index + 1)"]
            #expect(result["by_status"][status] == count, "\(status)")
            listed += count.integer ?? 0
        }
        #expect(result["families_listed"].integer == listed)
        #expect(result["indicators_used"] == expected["indicators_used"])
        #expect(result["indicators_total"].integer == 29)
        #expect(result["weak_indicators"].texts == expected["weak_indicators"].texts)
        #expect(result["weak_count"].integer == expected["weak_indicators"].items.count)

        #expect(result["dimensions"].items.count == members(expected["dimensions"]).count)
        for dimension in result["dimensions"].items {
            let wanted = expected["dimensions"][dimension["code"].text ?? ""]
            #expect(shown(dimension["value"], is: wanted["value"]), "\(dimension)")
        }
        #expect(result["indicators"].items.count == 29)
        for indicator in result["indicators"].items {
            let wanted = expected["indicators"][indicator["code"].text ?? ""]
            #expect(!wanted.isNull)
            #expect(shown(indicator["value"], is: wanted["value"]), "\(indicator)")
            for name in [
                "good", "eligible", "families_missing", "families_not_applicable", "needed_to_reach_threshold",
            ] {
                #expect(indicator[name] == wanted[name], "\(name) of \(indicator)")
            }
            // Without a value nothing is said about weakness; the reference says false.
            #expect(indicator["weak"].flag == (wanted["value"].isNull ? nil : wanted["weak"].flag), "\(indicator)")
        }
    }

    private func checkSummaries(_ lokus: JSONValue, _ expected: JSONValue) {
        #expect(lokus["rounds"].items.map(\.["purpose"].text) == ["baseline", "resurvey"])
        for round in lokus["rounds"].items {
            let wanted = expected[round["purpose"].text ?? ""]
            #expect(shown(round["ikk"], is: wanted["ikk"]))
            #expect(round["category"].text == wanted["category"].text)
            #expect(round["weak_count"].integer == wanted["weak_indicators"].items.count)
        }
    }

    private func checkWeak(_ items: [JSONValue], _ expected: JSONValue) {
        #expect(items.compactMap(\.["code"].text) == expected["weak_indicators"].texts)
        for item in items {
            let wanted = expected["indicators"][item["code"].text ?? ""]
            #expect(shown(item["value"], is: wanted["value"]))
            for name in ["good", "eligible", "needed_to_reach_threshold"] { #expect(item[name] == wanted[name]) }
        }
    }

    private func check(comparison found: JSONValue, _ expected: JSONValue) {
        let wanted = expected["comparison"]
        #expect(shown(found["before"]["ikk"], is: wanted["ikk"]["before"]))
        #expect(shown(found["after"]["ikk"], is: wanted["ikk"]["after"]))
        #expect(close(found["ikk_change"], wanted["ikk"]["change"]))
        for (side, name) in [("before", "baseline"), ("after", "resurvey")] {
            #expect(found[side]["category"].text == expected[name]["category"].text)
            #expect(found[side]["weak_count"].integer == expected[name]["weak_indicators"].items.count)
            #expect(found[side]["families_counted"] == expected[name]["families_counted"])
            #expect(found[side]["families_represented"] == expected[name]["families_represented"])
        }
        for dimension in found["dimensions"].items {
            let change = wanted["dimensions"][dimension["code"].text ?? ""]
            #expect(shown(dimension["before"], is: change["before"]))
            #expect(shown(dimension["after"], is: change["after"]))
            #expect(close(dimension["change"], change["change"]))
        }
        #expect(
            found["indicators"].items.compactMap(\.["code"].text)
                == wanted["indicators"].items.compactMap(\.["indicator"].text))
        for (indicator, change) in zip(found["indicators"].items, wanted["indicators"].items) {
            let code = change["indicator"].text ?? ""
            #expect(shown(indicator["before"]["value"], is: change["before"]), "\(code)")
            #expect(shown(indicator["after"]["value"], is: change["after"]), "\(code)")
            #expect(indicator["before"]["eligible"] == change["before_eligible"])
            #expect(indicator["after"]["eligible"] == change["after_eligible"])
            #expect(close(indicator["change"], change["change"]), "\(code)")
            #expect(close(indicator["contribution"], wanted["contributions"][code]), "\(code)")
            #expect(indicator["transition"].text == transition(of: code, expected), "\(code)")
        }
        let total = members(wanted["contributions"]).compactMap { $0.number?.double }.reduce(0, +)
        #expect(abs((found["contributions_total"].number?.double ?? .nan) - total) < 1e-6)
        #expect(found["ikk_common"].isNull == wanted["ikk_common"].isNull)
        for name in ["before", "after"] {
            #expect(shown(found["ikk_common"][name], is: wanted["ikk_common"][name]))
        }
        #expect(close(found["ikk_common"]["change"], wanted["ikk_common"]["change"]))
        #expect(found["ikk_common"]["indicators"] == wanted["ikk_common"]["indicators"])
        #expect(close(found["contribution_of_differing_sets"], wanted["contribution_of_differing_sets"]))
    }

    private func transition(of code: String, _ expected: JSONValue) -> String? {
        let sides = ["baseline", "resurvey"].map { expected[$0]["indicators"][code] }
        guard !sides.contains(where: { $0["value"].isNull }) else { return nil }
        switch (sides[0]["weak"].flag, sides[1]["weak"].flag) {
        case (true, true): return "stayed_weak"
        case (true, _): return "weak_to_clear"
        case (_, true): return "clear_to_weak"
        default: return "stayed_clear"
        }
    }

    private func members(_ value: JSONValue) -> [JSONValue] {
        guard case .object(let object) = value else { return [] }
        return object.members.map(\.value)
    }

    /// The same number of hundredths, written with both decimals; or both null.
    private func shown(_ found: JSONValue, is expected: JSONValue) -> Bool {
        guard let wanted = expected.number?.double else { return found.isNull && expected.isNull }
        guard let text = found.number?.text, text.split(separator: ".").last?.count == 2 else { return false }
        return Int(text.replacing(".", with: "")) == Int((wanted * 100).rounded())
    }

    func close(_ found: JSONValue, _ expected: JSONValue) -> Bool {
        guard let wanted = expected.number?.double else { return found.isNull && expected.isNull }
        guard let value = found.number?.double else { return false }
        return abs(value - wanted) < 1e-6
    }
}
