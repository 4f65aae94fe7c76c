import Planning
import Testing
import Wire

/// What should be explained of a round, as the service tells it.
@Suite struct FindingsTests {
    /// The village of Sampanahan with two more families in an RT, which have everything in common and nothing with others.
    private static func withTwins(in rt: String) throws -> String {
        let text = try SurveyText.fixture("sampanahan-2025-baseline.csv")
        let header = text.split(separator: "\n").first.map { $0.split(separator: ",").map(String.init) } ?? []
        let twins = ["KEMBAR-1", "KEMBAR-2"].map { id in
            header.map { column in
                switch column {
                case "family_id": id
                case "rt": rt
                case "status": "1"
                case "KLS-02", "KKE-06", "KKE-08": "0/7"
                case _ where column.contains("-"): "tidak"
                default: ""
                }
            }.joined(separator: ",")
        }
        return text.trimmingSuffix("\n") + "\n" + twins.joined(separator: "\n") + "\n"
    }

    private static func twins(_ answer: Answer) -> [JSONValue] {
        answer["items"].items.filter { $0["kind"].text == "doubled_families" }
    }

    @Test func anOpenRoundWithoutVariation() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let round = try await client.survey(lokus, "baseline", "", SurveyText.families(1...40)).expect(201)
            let found = try await client.get("survey-rounds/\(round["round_id"].text ?? "")/findings").expect(200)
            #expect(found["round"]["state"].text == "open" && found["families_counted"].integer == 40)
            let item = found["items"].items.first { $0["kind"].text == "without_variation" } ?? .null
            #expect(item["severity"].text == "serious" && item["count"].integer == 40 && item["total"].integer == 40)
            #expect(item["message"]["id"].text?.hasPrefix("40 keluarga menjawab seolah-olah satu keluarga") == true)
            #expect((found["serious_count"].integer ?? 0) > 0 && !found.text.contains("F-1"))
        }
    }

    @Test func aSmallNeighbourhoodIsNotNamed() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let known = try SurveyText.fixture("sampanahan-2025-baseline.csv").split(separator: "\n")
            let large = try #require(known.dropFirst().first.map { String($0.split(separator: ",")[1]) })
            for (year, rt) in [(2025, large), (2026, "099")] {
                let lokus = try await client.lokus("63.02.12.2005", year)
                let round = try await client.closedRound(lokus, "baseline", "", Self.withTwins(in: rt))
                let found = try await client.get("survey-rounds/\(round)/findings").expect(200)
                let twins = Self.twins(found)
                #expect(twins.count == 1, "\(rt): \(found.text)")
                #expect(twins.first?["count"].integer == 1)
                #expect(twins.first?["rt"].text == (rt == "099" ? nil : rt), "\(found.text)")
                #expect(!found.text.contains("KEMBAR"))
            }
        }
    }

    /// The invented village is an honest one, and so is its panel.
    @Test func anHonestVillageHasNoSeriousFinding() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let panel = try await client.closedRound(
                lokus, "resurvey", "&panel_of=baseline", SurveyText.fixture("sampanahan-2026-resurvey.csv"))
            let found = try await client.get("survey-rounds/\(panel)/findings").expect(200)
            #expect(found["serious_count"].integer == 0, "\(found.text)")
            // The ids of a panel that are those of other families.
            let shuffled = try await client.lokus("63.02.12.2005", 2026)
            try await client.closedRound(shuffled, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
            let other = try await client.survey(
                shuffled, "resurvey", "&panel_of=baseline",
                Self.renamed(SurveyText.fixture("sampanahan-2026-resurvey.csv"))
            ).expect(201)
            let odd = try await client.get("survey-rounds/\(other["round_id"].text ?? "")/findings").expect(200)
            #expect(odd["items"].items.contains { $0["kind"].text == "unrelated_families" }, "\(odd.text)")
        }
    }

    /// Every family has the id of the one that stands a hundred rows further.
    private static func renamed(_ text: String) -> String {
        let rows = text.split(separator: "\n").map(String.init)
        let families = rows.dropFirst().map { $0.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false) }
        let moved = families.indices.map { place in
            "\(families[(place - families.startIndex + 100) % families.count + families.startIndex][0]),\(families[place][1])"
        }
        return ([rows[0]] + moved).joined(separator: "\n") + "\n"
    }

    /// Other families, and one column in which yes and no changed places: nobody is matched, and the value says it.
    @Test func aColumnReadTheOtherWayRound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let text = try SurveyText.fixture("sampanahan-2025-baseline.csv")
            try await client.closedRound(lokus, "baseline", "", text)
            let rows = text.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let column = try #require(rows[0].firstIndex(of: "KKF-05"))
            let turned = rows.map { row in
                var row = row
                row[column] = ["ya": "tidak", "tidak": "ya"][row[column], default: row[column]]
                return row.joined(separator: ",")
            }
            let round = try await client.closedRound(
                lokus, "resurvey", "", Self.renamed(turned.joined(separator: "\n")).replacing("SPH-", with: "BARU-"))
            let path = "survey-rounds/\(round)/findings"
            let found = try await client.get(path).expect(200)["items"].items
                .filter { $0["kind"].text == "implausible_change" }
            #expect(found.map { $0["codes"].texts } == [["KKF-05"]] && found.first?["severity"].text == "warning")
            let message = found.first?["message"]["id"].text ?? ""
            #expect(message.hasPrefix("KKF-05: berubah dari 93,54 menjadi 6,46"), "\(message)")
        }
    }

    @Test func onlyWhoMayReadFamilies() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2025)
            let round = try await client.closedRound(lokus, "baseline", "", SurveyText.kecil())
            let path = "survey-rounds/\(round)/findings"
            try await service.client(.lead).get(path).expect(200)
            for role in [.agency, .village, .viewer, .province] as [Caller.Role] {
                try await service.client(role).get(path).expectProblem(403, "forbidden")
            }
            try await service.coordinator("63.10").get(path).expectProblem(404, "not_found")
            try await client.get("\(path)?x=1").expect(422)
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
