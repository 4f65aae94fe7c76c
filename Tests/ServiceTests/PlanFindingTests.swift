import Foundation
import Planning
import Testing
import Wire

/// What a plan still lacks, in the village of the demonstration: each kind comes with what causes it and goes with what
/// mends it, and says nothing that the plan, its interventions and what is due do not say.
@Suite struct PlanFindingTests {
    private struct Scene {
        let client: Client
        let lokus: String
        let plan: String

        var path: String { "action-plans/\(plan)/findings" }

        /// Sampanahan, where one indicator concerns nobody.
        init(_ service: Service) async throws {
            client = try await service.coordinator()
            lokus = try await client.lokus(World.desa, 2024)
            let rows = try SurveyText.fixture("sampanahan-2025-baseline.csv").split(separator: "\n")
                .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            let column = try #require(rows[0].firstIndex(of: "KKSP-03"))
            let file = rows.map { row in
                var row = row
                if ["ya", "tidak"].contains(row[column]) { row[column] = "tb" }
                return row.joined(separator: ",")
            }
            try await client.closedRound(lokus, "baseline", "", file.joined(separator: "\n") + "\n")
            plan = try await client.plan(lokus)
        }

        func items(_ kind: String, _ reader: Client? = nil) async throws -> [JSONValue] {
            try await (reader ?? client).get(path).expect(200).items.filter { $0["kind"].text == kind }
        }

        func change(_ id: String, _ change: JSONValue) async throws {
            try await client.change("interventions/\(id)", change).expect(200)
        }
    }

    private static func references(_ item: JSONValue?) -> [String?]? {
        item?["interventions"].items.map { $0["reference"].text }
    }

    @Test func weakIndicatorsAreRankedByWhatTheyCouldGain() async throws {
        try await Service.run { service in
            let scene = try await Scene(service)
            let found = try await scene.client.get(scene.path).expect(200)
            #expect(found["checked"].items.map(\.text) == PlanFinding.Kind.allCases.map(\.rawValue))
            #expect(found.items.allSatisfy { $0["kind"].text == "weak_without_intervention" })
            // As the plan says, with the same figures.
            let gaps = try await scene.client.get("action-plans/\(scene.plan)").expect(200)["gaps"].items
            #expect(
                gaps.count > 5
                    && Set(found.items.map { $0["codes"].texts }) == Set(gaps.map { [$0["code"].text ?? ""] }))
            for gap in gaps {
                let item = found.items.first { $0["indicator"]["code"] == gap["code"] }?["indicator"] ?? .null
                for member in ["name", "value", "needed_to_reach_threshold", "unit", "maximum"] {
                    #expect(item[member] == gap[member], "\(member)")
                }
                #expect(item["absence"].isNull)
            }
            // A mean of the means of dimensions, reckoned from the counts.
            let weak = try await scene.client.get("lokus/\(scene.lokus)/weak-indicators").expect(200).items
            let dimension = { (code: String) in String(code.prefix { $0 != "-" }) }
            let valued = Dictionary(grouping: SurveyText.columns.filter { $0 != "KKSP-03" }, by: dimension)
            var gains: [Double] = []
            for item in found.items.map(\.["indicator"]) {
                let code = item["code"].text ?? ""
                let counts = try #require(weak.first { $0["code"].text == code })
                let share = 1 / Double(valued.count * (valued[dimension(code)]?.count ?? 0))
                let needed = try #require(item["needed_to_reach_threshold"].integer)
                let eligible = try #require(counts["eligible"].integer)
                let gain = try #require(item["gain"].number.flatMap { Double($0.text) })
                #expect(abs(gain - share * 100 * Double(needed) / Double(eligible)) < 1e-9, "\(code)")
                gains.append(gain)
            }
            #expect(gains == gains.sorted(by: >) && gains.allSatisfy { $0 > 0 })
        }
    }

    @Test func fromProposalToAcceptance() async throws {
        try await Service.run { service in
            let scene = try await Scene(service)
            let client = scene.client
            let code = "KKE-02"
            func kinds() async throws -> [String?] {
                try await client.get(scene.path).expect(200).items.filter { $0["codes"].texts == [code] }
                    .map { $0["kind"].text }
            }
            #expect(try await kinds() == ["weak_without_intervention"])
            let id = try await client.propose(scene.plan, Client.intervention("P-1"))
            #expect(try await kinds() == ["weak_without_accepted_intervention"])
            let item = try await scene.items("weak_without_accepted_intervention").first
            let told = try #require(item?["interventions"].items.first)
            let itself = try await client.get("interventions/\(id)").expect(200)
            for member in ["id", "plan_id", "reference", "title", "agency_code", "state", "budget_idr"] {
                #expect(told[member] == itself[member], "\(member)")
            }
            #expect((item?["indicator"]["gain"].number?.text).flatMap(Double.init) ?? 0 > 0)
            try await client.assign(id)
            #expect(try await kinds() == ["weak_without_accepted_intervention"])
            try await client.accept(id)
            #expect(try await kinds() == [])
            // What is cancelled covers nothing any more.
            let path = "interventions/\(id)"
            try await client.post("\(path)/cancel", ["reason": "Banjir"], try await client.tag(path)).expect(200)
            #expect(try await kinds() == ["weak_without_intervention"])
        }
    }

    @Test func interventionsWhereNothingIsWeak() async throws {
        try await Service.run { service in
            let scene = try await Scene(service)
            let client = scene.client
            let id = try await client.propose(
                scene.plan, Client.intervention("P-2", agency: "DINKES", indicators: ["KLS-03", "KKF-05"]))
            let clear = try await scene.items("intervention_on_clear_indicator")
            #expect(clear.map(Self.references) == [["P-2"]] && clear.first?["budget_idr"].integer == 1000)
            let notWeak = try await client.get("action-plans/\(scene.plan)").expect(200)["not_weak"].items
            #expect(notWeak.map { $0["indicators"] } == clear.map { $0["codes"] })
            // With one that is weak it is a choice, and only the plan tells of it.
            try await scene.change(id, ["indicators": ["KLS-03", "KKE-02"]])
            #expect(try await scene.items("intervention_on_clear_indicator") == [])
            // Where nobody is concerned, the indicator is told and not the intervention.
            try await scene.change(id, ["indicators": ["KKSP-03"]])
            #expect(try await scene.items("intervention_on_clear_indicator") == [])
            let empty = try await scene.items("indicator_without_value")
            #expect(empty.map { $0["codes"].texts } == [["KKSP-03"]] && empty.map(Self.references) == [["P-2"]])
            #expect(empty.first?["indicator"]["absence"].text == "no_eligible_unit")
            #expect(
                empty.first?["indicator"]["value"].isNull == true && empty.first?["indicator"]["gain"].isNull == true)
            try await scene.change(id, ["indicators": ["KKE-02"]])
            #expect(try await scene.items("indicator_without_value") == [])
        }
    }

    /// Two offices at the same indicator in the same year, in one plan and across two plans of the village.
    @Test func whereMoneyMeets() async throws {
        try await Service.run { service in
            let scene = try await Scene(service)
            let client = scene.client
            _ = try await client.propose(scene.plan, Client.intervention("P-1"))
            let second = try await client.propose(
                scene.plan, Client.intervention("P-2", funding: [("apbd_kabupaten", 200)]))
            // One office with one source is one budget.
            #expect(try await scene.items("same_indicator_two_budgets") == [])
            try await client.fund(second, [("csr", 300, [])]).expect(200)
            let item = try #require(try await scene.items("same_indicator_two_budgets").first)
            #expect(item["codes"].texts == ["KKE-02"] && item["budget_year"].integer == 2024)
            #expect(Self.references(item) == ["P-1", "P-2"] && item["budget_idr"].integer == 1300)
            #expect(item["sources"].texts == ["apbd_kabupaten", "csr"])
            let own = try await client.get("interventions?plan_id=\(scene.plan)").expect(200).items
            #expect(item["budget_idr"].integer == own.reduce(0) { $0 + ($1["budget_idr"].integer ?? 0) })
            // Work without money is no budget, and another year is none that they share.
            try await client.fund(second, [("none", 0, [])]).expect(200)
            #expect(try await scene.items("same_indicator_two_budgets") == [])
            try await client.fund(second, [("csr", 300, [])]).expect(200)
            try await scene.change(second, ["starts_on": "2025-01-01", "ends_on": "2025-12-31"])
            #expect(try await scene.items("same_indicator_two_budgets") == [])

            let next = try await client.lokus(World.desa, 2025)
            try await client.closedRound(
                next, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let other = try await client.plan(next)
            let third = try await client.propose(
                other, Client.intervention("S-1", agency: "DINKES", from: "2025-06-01", until: "2026-05-31"))
            let across = try #require(try await scene.items("same_indicator_two_budgets").first)
            #expect(Self.references(across) == ["P-2", "S-1"] && across["budget_year"].integer == 2025)
            #expect(across["interventions"].items.map { $0["plan_id"].text } == [scene.plan, other])
            let there = try await client.get("action-plans/\(other)/findings").expect(200).items
                .filter { $0["kind"].text == "same_indicator_two_budgets" }
            #expect(there.map(Self.references) == [["S-1", "P-2"]])
            let path = "interventions/\(third)"
            try await client.post("\(path)/cancel", ["reason": "Banjir"], try await client.tag(path)).expect(200)
            #expect(try await scene.items("same_indicator_two_budgets") == [])
        }
    }

    @Test func aLineThatWasCut() async throws {
        try await Service.run { service in
            let scene = try await Scene(service)
            let client = scene.client
            let id = try await client.propose(scene.plan, Client.intervention("P-1"))
            let line = try await client.budgetLine(Client.budgetLine("Jamban", code: "1.03.05.2.01.0007", ceiling: 900))
            try await client.fund(id, [("apbd_kabupaten", 1000, [(line, 800)])]).expect(200)
            #expect(try await scene.items("budget_line_overdrawn") == [])
            try await client.change("budget-lines/\(line)", ["stage": "perubahan", "ceiling_idr": 500]).expect(200)
            let item = try #require(try await scene.items("budget_line_overdrawn").first)
            let told = item["budget_line"]
            #expect(Self.references(item) == ["P-1"] && item["budget_year"].integer == 2024)
            let itself = try await client.get("budget-lines/\(line)").expect(200)
            for member in [
                "id", "title", "code", "agency_code", "budget_year", "source", "stage", "ceiling_idr", "shared_idr",
                "left_idr",
            ] { #expect(told[member] == itself[member], "\(member)") }
            let byLine = try await client.get("action-plans/\(scene.plan)").expect(200)["totals"]["by_line"].items
            let below = byLine.filter { ($0["left_idr"].integer ?? 0) < 0 }
            #expect(
                below.map { $0["budget_line_id"] } == [told["id"]] && below.first?["budget_idr"] == told["budget_idr"])
            #expect(told["left_idr"].integer == -300 && told["budget_idr"].integer == 800)
            try await client.fund(id, [("apbd_kabupaten", 1000, [(line, 500)])]).expect(200)
            #expect(try await scene.items("budget_line_overdrawn") == [])
        }
    }
}
