import Foundation
import Planning
import Testing
import Wire

/// The matrix says what the plan, its interventions and the baseline say, each sum once.
@Suite struct MatrixTests {
    private static func rows(_ items: [JSONValue], _ code: String) -> [JSONValue] {
        items.filter { $0["indicator"]["code"].text == code }
    }

    @Test func everyPairOnceAndEveryGap() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            let matrix = try await scene.client.get(scene.matrix).expect(200)
            let items = matrix.items
            #expect(items.compactMap { $0["no"].integer } == Array(1...items.count))
            #expect(matrix["baseline"]["basis"].text == "families" && matrix["state"].text == "agreed")

            let pairs = items.compactMap { row in
                row["intervention"]["reference"].text.map { "\(row["indicator"]["code"].text ?? "") \($0)" }
            }
            #expect(pairs == ["KLS-02 P-1", "KLS-02 P-2", "KLS-02 P-3", "KKE-02 P-1"])
            // What is red and has nothing is a row of its own, and the plan calls the same ones gaps.
            let plan = try await scene.client.get("action-plans/\(scene.plan)").expect(200)
            let gaps = Set(plan["gaps"].items.compactMap { $0["code"].text })
            #expect(gaps.count > 3)
            let bare = items.filter { $0["intervention"].isNull }
            #expect(Set(bare.compactMap { $0["indicator"]["code"].text }) == gaps && bare.count == gaps.count)
            #expect(bare.allSatisfy { $0["indicator"]["weak"] == .bool(true) && $0["amounts"].isNull })

            // Values and counts are those of the baseline.
            let weak = try await scene.client.get("lokus/\(scene.lokus)/weak-indicators").expect(200).items
            for item in weak {
                for row in Self.rows(items, item["code"].text ?? "") {
                    for member in [
                        "name", "value", "good", "eligible", "needed_to_reach_threshold", "unit", "dimension",
                    ] { #expect(row["indicator"][member] == item[member], "\(member)") }
                }
            }
            #expect(Self.rows(items, "KKE-02").first?["indicator"]["target"].integer == 75)
            #expect(Self.rows(items, "KLS-02").allSatisfy { $0["indicator"]["target"].isNull })
        }
    }

    @Test func sumsOfRowsAreThoseOfThePlan() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            let items = try await scene.client.get(scene.matrix).expect(200).items
            let totals = try await scene.client.get("action-plans/\(scene.plan)").expect(200)["totals"]
            #expect(items.compactMap { $0["amounts"]["budget_idr"].integer }.reduce(0, +) == 401_234_567)
            #expect(
                items.compactMap { $0["amounts"]["budget_idr"].integer }.reduce(0, +) == totals["budget_idr"].integer)
            #expect(
                items.compactMap { $0["amounts"]["progress"]["spent_idr"].integer }.reduce(0, +)
                    == totals["spent_idr"].integer)
            let (first, again) = (items[0], try #require(Self.rows(items, "KKE-02").first))
            #expect(again["same_as"].integer == first["no"].integer && again["amounts"].isNull)
            #expect(again["intervention"] == first["intervention"])
            #expect(first["amounts"]["budget_lines"].items.map { $0["code"].text } == ["1.03.05.2.01.0007"])
            #expect(first["amounts"]["budget_lines"].items.first?["nomenclature"].text == "900.1.15.5-3406/2024")
            #expect(first["amounts"]["progress"]["quantity"].integer == 18)
            #expect(first["intervention"]["obstacles"].text == "Cuaca")
            // What the plan does not count on tells its money and adds nothing.
            let declined = try #require(items.first { $0["intervention"]["reference"].text == "P-3" })
            #expect(declined["intervention"]["state_reason"].text == "Bukan tugas kami")
            #expect(declined["amounts"]["budget_idr"].isNull && declined["amounts"]["funding"].items.count == 1)
        }
    }

    @Test func asAFileOfRows() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            let items = try await scene.client.get(scene.matrix).expect(200).items
            let csv = try await scene.client.get(scene.matrix, ["Accept": "text/csv"]).expect(200)
            #expect(csv.headers["content-type"]?.hasPrefix("text/csv") == true)
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == items.count + 1 && lines[0].hasPrefix("no,same_as,kabupaten_code,desa_code,"))
            #expect(lines[1].hasPrefix("1,,63.02,63.02.12.2005,Sampanahan,2024,KLS,KLS-02,"))
            #expect(csv.text.contains(",405000000") == false && csv.text.contains("1.03.05.2.01.0007 Tangki septik"))
            let rows = try await scene.client.get(scene.matrix, ["Accept": "application/x-ndjson"]).expect(200)
            #expect(try rows.text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) } == items)
            #expect(rows.etag != csv.etag)
            try await scene.client.get(scene.matrix, ["If-None-Match": csv.etag, "Accept": "text/csv"]).expect(304)
            try await scene.client.get(scene.matrix, ["Accept": "image/png"]).expectProblem(406, "not_acceptable")
            try await scene.client.get("\(scene.matrix)?sort=no").expectProblem(422, "invalid_request")
        }
    }

    /// While the baseline is open nothing is known of values, and what there is of interventions is told all the same.
    @Test func beforeTheBaselineIsClosed() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus(World.desa, 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.kecil()).expect(201)
            let plan = try await client.plan(lokus)
            let path = "action-plans/\(plan)/matrix"
            #expect(try await client.get(path).expect(200).items.isEmpty)
            _ = try await client.propose(plan, Client.intervention("P-1"))
            let matrix = try await client.get(path).expect(200)
            #expect(matrix["baseline"].isNull && matrix.items.count == 1)
            let indicator = try #require(matrix.items.first?["indicator"])
            for member in ["value", "good", "eligible", "weak", "absence", "needed_to_reach_threshold"] {
                #expect(indicator[member].isNull, "\(member)")
            }
            let page = try await client.get("action-plans/\(plan)/pack").expect(200).text
            #expect(page.contains("Pendataan awal belum ditutup; nilainya belum diketahui."))
        }
    }

    @Test func asFarAsOneReadsThePlan() async throws {
        try await Service.run { service in
            let scene = try await RakorScene(service)
            try await scene.agreed(service)
            try await service.database.execute(
                """
                insert into selaras.agency values ('63.02', '\(Reach.officeOfTheProvince)', 'DPPPA', 'DPPPA', 'provincial',
                    null, '{}', 'support', 'test')
                """)
            let all = try await scene.client.get(scene.matrix).expect(200)
            for role in Caller.Role.signedIn where role != .coordinator {
                let client = try await service.client(role)
                let seen = try await client.get("action-plans/\(scene.plan)")
                let found = try await client.get(scene.matrix)
                #expect(found.status == seen.status, "\(role)")
                #expect(try await client.get(scene.pack).status == seen.status, "\(role)")
                guard seen.status == 200 else { continue }
                #expect(found.items.count == all.items.count, "\(role)")
                // What people wrote in a report is for who may know who they are.
                let report = try await client.get("reports?plan_id=\(scene.plan)")
                let words = report.items.first?["obstacles"].text
                #expect(found.items.first?["intervention"]["obstacles"].text == words, "\(role)")
                #expect(found.items.map { $0["indicator"] } == all.items.map { $0["indicator"] }, "\(role)")
            }
            let elsewhere = try await service.coordinator("63.10")
            for path in [scene.matrix, scene.pack] {
                try await elsewhere.get(path).expectProblem(404, "not_found")
                try await service.stranger.get("/api/v1/\(path)").expectProblem(401, "unauthenticated")
            }
        }
    }
}
