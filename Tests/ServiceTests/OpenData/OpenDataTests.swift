import Foundation
import Planning
import Support
import Testing
import Wire

/// Open data from the outside: what anybody gets, and that nothing more can be had by asking otherwise.
@Suite struct OpenDataTests {
    private static let datasets = ["indices", "indicators", "interventions"]

    /// Sampanahan with its baseline of 283 families, and everything of `World`, in which villages count 24.
    private func village(_ service: Service) async throws -> (world: World, lokus: String, round: String) {
        let world = try await World(service)
        let file = try SurveyText.fixture("sampanahan-2025-baseline.csv")
        let lokus = try await world.coordinator.lokus(World.desa, 2025)
        return (world, lokus, try await world.coordinator.closedRound(lokus, "baseline", "", file))
    }

    @Test func whatIsShownIsWhatTheRoundSays() async throws {
        try await Service.run { service in
            let (world, _, id) = try await village(service)
            let round = try await world.coordinator.get("survey-rounds/\(id)").expect(200)["result"]
            let anybody = service.stranger
            let path = "open-data/indicators?year=2025&page_size=100"
            let rows = try await anybody.get(path).expect(200).items
            #expect(rows.count == 29)
            let known = Dictionary(uniqueKeysWithValues: round["indicators"].items.map { ($0["code"].text ?? "", $0) })
            for row in rows {
                let tally = try #require(known[row["indicator_code"].text ?? ""])
                let (good, eligible) = (tally["good"].integer ?? 0, tally["eligible"].integer ?? 0)
                if row["status"].text == "published" {
                    #expect(row["value"] == tally["value"] && row["is_weak"] == tally["weak"])
                    #expect(good >= 5 && eligible - good >= 5)
                } else {
                    #expect(row["value"].isNull && row["is_weak"].isNull)
                }
                #expect(row["desa_bps_code"].text == "6302190006" && row["kabupaten_bps_code"].text == "6302")
                #expect(row["good"].isNull && row["eligible"].isNull && row["needed_to_reach_threshold"].isNull)
            }
            // The weak ones are far from everybody and from nobody: all of them are shown but those that hide another.
            #expect(rows.count { $0["status"].text == "published" } > 15)

            let index = try await anybody.get("open-data/indices?year=2025&level=index").expect(200).items
            #expect(index.map { $0["value"] } == [round["ikk"]])
            // How many are weak, less those that are shown, would be how many of the withheld ones are.
            let hides = rows.contains { $0["status"].text == "withheld" }
            #expect(index.first?["weak_count"] == (hides ? .null : round["weak_count"]))
            #expect(index.first?["families_counted"] == round["families_counted"])
            let shown = try await anybody.get("open-data/indices?year=2025&level=dimension&sort=code").expect(200).items
            let dimensions = round["dimensions"].items.sorted { ($0["code"].text ?? "") < ($1["code"].text ?? "") }
            #expect(shown.map { $0["value"] } == dimensions.map { $0["value"] })
        }
    }

    /// By families, not by persons: whoever counts the answers of the file finds the same ones withheld.
    @Test func smallGroupsAreWithheld() async throws {
        try await Service.run { service in
            _ = try await World(service)
            let path = "open-data/indicators?desa_code=\(World.desa)&year=2024&purpose=baseline&page_size=100"
            let rows = try await service.stranger.get(path).expect(200).items
            let sides = try Self.familiesOnEitherSide(of: SurveyText.kecil())
            #expect(rows.count == 29 && sides.count == 29)
            var withheld: [String: Int] = [:]
            for row in rows {
                let side = try #require(sides[row["indicator_code"].text ?? ""])
                switch row["status"].text {
                case "not_applicable": #expect(side.eligible == 0)
                case "withheld": withheld[row["dimension_code"].text ?? "", default: 0] += 1
                default: #expect(min(side.some, side.others) >= 5, "\(row["indicator_code"]) \(side)")
                }
            }
            // Nothing stands alone that the value of its dimension would give away.
            let measures = try await service.stranger.get(
                "open-data/indices?desa_code=\(World.desa)&year=2024&purpose=baseline"
            ).expect(200).items
            for measure in measures where measure["level"].text == "dimension" {
                let isShown = measure["status"].text == "published"
                #expect(!isShown || withheld[measure["code"].text ?? ""] != 1, "\(measure["code"])")
            }
            let hidden = measures.filter { $0["status"].text == "withheld" }
            #expect(hidden.isEmpty || hidden.contains { $0["code"].text == "IKK" })
        }
    }

    @Test func everyFormHasTheSameRows() async throws {
        try await Service.run { service in
            _ = try await village(service)
            let anybody = service.stranger
            for dataset in Self.datasets {
                let path = "open-data/\(dataset)"
                let table = CSVRows.parse(try await anybody.get(path, ["Accept": "text/csv"]).expect(200).text)
                let lines = try await anybody.get(path, ["Accept": "application/x-ndjson"]).expect(200)
                let rows = try lines.text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
                var pages: [JSONValue] = []
                var next: String? = "\(path)?page_size=7"
                while let address = next {
                    let page = try await anybody.get(address).expect(200)
                    pages += page.items
                    next = page["next_page_token"].text.map { "\(path)?page_size=7&page_token=\($0)" }
                }
                #expect(rows.count > 1 && table.count == rows.count + 1 && pages == rows, "\(dataset)")
                #expect(Set(pages).count == pages.count, "\(dataset)")
                #expect(lines.headers["cache-control"] == "public, max-age=300")
                #expect(lines.headers["content-disposition"] == "attachment; filename=\"\(dataset).ndjson\"")
            }
        }
    }

    @Test func moneyIsThatOfThePlan() async throws {
        try await Service.run { service in
            let world = try await World(service)
            try await service.client(.lead).verifyAll()
            let rows = try await service.stranger.get("open-data/interventions?desa_code=\(World.desa)").expect(200)
                .items
            let plan = try await world.coordinator.get("action-plans/\(world.plan)").expect(200)["totals"]
            #expect(rows.map { $0["agency_code"].text } == ["PUPR"])
            let row = try #require(rows.first)
            // One of the three is only proposed.
            #expect(row["interventions"].integer == 2 && row["accepted"].integer == 1)
            #expect(row["budget_idr"].integer == 2000)
            #expect(row["spent_idr"] == plan["spent_idr"] && row["last_quarter"].integer == 1)
            let text = try await service.stranger.get("open-data/interventions").expect(200).text
            for secret in ["Pembangunan jamban", "Cuaca", "Dipercepat"] { #expect(!text.contains(secret)) }
        }
    }

    /// The kabupaten decides, the threshold has to be there, and the table of permissions can close it for all.
    @Test func closedUnlessItIsOpened() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let anybody = service.stranger
            let tanahBumbu = try await service.coordinator("63.10")
            try await tanahBumbu.closedRound(world.foreignLokus, "baseline", "", try SurveyText.kecil())
            for dataset in Self.datasets {
                let rows = try await anybody.get("open-data/\(dataset)?page_size=1000").expect(200).items
                #expect(!rows.isEmpty && rows.allSatisfy { $0["kabupaten_code"].text == "63.02" }, "\(dataset)")
            }
            let publishers = try await anybody.get("open-data").expect(200)["publishers"].items
            #expect(publishers.map { $0["kabupaten_code"].text } == ["63.02"])
            #expect(publishers.first?["closed_rounds"].integer == 4)
            // Terms of use are the kabupaten's to state, and none are made up for it.
            #expect(publishers.first?["license"].isNull == true)
            let terms = "https://creativecommons.org/licenses/by/4.0/"
            try await service.database.execute(
                "update kabupaten set open_data_license = '\(terms)' where code in ('63.02', '63.10')")
            let stated = try await anybody.get("open-data").expect(200)["publishers"].items
            #expect(stated.map { $0["license"].text } == [terms])

            try await service.database.execute("delete from protection")
            #expect(try await anybody.get("open-data/indices").expect(200).items.isEmpty)
            #expect(try await anybody.get("open-data/indicators").expect(200).items.isEmpty)
            #expect(try await anybody.get("open-data").expect(200)["protection"].isNull)

            try await service.database.execute("update kabupaten set publishes_open_data = false")
            for dataset in Self.datasets {
                #expect(try await anybody.get("open-data/\(dataset)").expect(200).items.isEmpty)
            }
            try await service.database.execute("delete from permission where role = 'public'")
            for path in ["open-data"] + Self.datasets.map({ "open-data/\($0)" }) {
                try await anybody.get(path).expectProblem(403, "forbidden")
                try await world.coordinator.get(path).expectProblem(403, "forbidden")
            }
        }
    }

    /// An open round, and one that was closed before families were counted.
    @Test func onlyClosedRoundsAndOnlyCountedFamilies() async throws {
        try await Service.run { service in
            let (_, _, id) = try await village(service)
            let anybody = service.stranger
            let open = try await anybody.get("open-data/indicators?purpose=midline").expect(200).items
            #expect(open.isEmpty)
            let counted = try await service.database.value(
                "select string_agg(families_good || '/' || families_not_good, ' ' order by position)"
                    + " from indicator_result where round_id = '\(id)'")
            try await service.database.execute(
                """
                alter table indicator_result disable trigger indicator_result_is_immutable;
                update indicator_result set families_good = null, families_not_good = null where round_id = '\(id)'
                """)
            let path = "open-data/indicators?year=2025&page_size=100"
            #expect(try await anybody.get(path).expect(200).items.allSatisfy { $0["value"].isNull })
            // What the migration does for rounds that are closed already comes to the same.
            let migration = try String(
                contentsOf: TestDatabase.root.appending(path: "Schema/migrations/0013_open_data.sql"), encoding: .utf8)
            let update = try #require(migration.firstMatch(of: #/(?s)update selaras\.indicator_result r.*?;/#))
            try await service.database.execute(String(update.0))
            let recounted = try await service.database.value(
                "select string_agg(families_good || '/' || families_not_good, ' ' order by position)"
                    + " from indicator_result where round_id = '\(id)'")
            #expect(recounted == counted && counted.count > 100)
        }
    }

    /// Families of a survey file with a unit in the raw state, and with one that is not, by indicator.
    private static func familiesOnEitherSide(
        of file: String
    ) throws -> [String: (some: Int, others: Int, eligible: Int)] {
        let rows = CSVRows.parse(file.replacing("\n", with: "\r\n"))
        let header = try #require(rows.first)
        let status = try #require(header.firstIndex(of: "status"))
        var sides: [String: (some: Int, others: Int, eligible: Int)] = [:]
        for (column, name) in zip(0..., header) where SurveyText.columns.contains(name) {
            var side = (some: 0, others: 0, eligible: 0)
            for cells in rows.dropFirst() where ["1", "2"].contains(cells[status]) {
                let counts = cells[column].split(separator: "/").compactMap { Int($0) }
                let (state, units): (Int, Int)
                switch cells[column] {
                case "ya": (state, units) = (1, 1)
                case "tidak": (state, units) = (0, 1)
                default: (state, units) = counts.count == 2 ? (counts[0], counts[1]) : (0, 0)
                }
                if state > 0 { side.some += 1 }
                if state < units { side.others += 1 }
                if units > 0 { side.eligible += 1 }
            }
            sides[name] = side
        }
        return sides
    }
}
