import Foundation
import Planning
import Support
import Testing
import Wire

/// What could be done about a weak indicator, by what followed elsewhere.
@Suite struct SuggestionsTests {
    private static let catalogue = "akta-kelahiran"

    /// A lokus by totals of 100, with what was done about KLS-02: nothing, or an intervention of the catalogue.
    private func village(
        _ service: Service, _ desa: String, _ year: Int, _ before: Int, _ after: Int?, deed: Deed = .none
    ) async throws -> String {
        let client = try await service.coordinator()
        let lokus = try await client.lokus(desa, year)
        try await client.results(
            "\(desa),\(year),baseline,KLS-02,,\(before),100\n\(desa),\(year),baseline,KKE-02,,90,100"
        )
        .expect(201)
        if deed != .none {
            let document: JSONValue = [
                "reference": "S-1", "agency_code": "DISDUKCAPIL", "catalogue_code": .string(Self.catalogue),
                "title": "Jemput bola akta kelahiran", "indicators": ["KLS-02"], "target_quantity": 45, "unit": "anak",
                "starts_on": "2024-01-01", "ends_on": "2024-12-31",
                "funding": [["source": "apbd_kabupaten", "amount_idr": 1000]],
            ]
            let id = try await client.propose(client.plan(lokus), document)
            if deed == .completed {
                try await client.assign(id)
                try await client.accept(id)
                try await client.report(id, Client.figures(2024, 4, 100, 45, 1000)).expect(201)
                try await service.client(.lead).verifyAll()
            }
        }
        if let after {
            try await client.results("\(desa),\(year),resurvey,KLS-02,,\(after),100").expect(201)
        }
        return lokus
    }

    private enum Deed { case none, planned, completed }

    private static let desas = ["63.02.12.2005", "63.02.12.2008", "63.02.14.2008"]

    @Test func whatFollowedElsewhereIsDrawnTowardsAll() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let own = try await village(service, Self.desas[0], 2026, 50, nil)
            let path = "lokus/\(own)/suggestions"
            let alone = try await client.get(path).expect(200)
            #expect(alone["villages"].integer == 0)
            let empty = alone["indicators"].items[0]
            #expect(empty["code"].text == "KLS-02" && empty["villages"].integer == 0)
            #expect(empty["options"].items.map(\.["catalogue_code"].text) == [Self.catalogue])
            #expect(empty["options"].items[0]["mean_change"].isNull && empty["options"].items[0]["planned"] == false)

            // Nothing was done in four, the same was completed in three; planned only and not weak at first count for neither.
            for (year, change) in zip(2018..., [0, 4, -2, 6]) {
                _ = try await village(service, Self.desas[0], year, 50, 50 + change)
            }
            for (year, change) in zip(2018..., [20, 25]) {
                _ = try await village(service, Self.desas[1], year, 50, 50 + change, deed: .completed)
            }
            _ = try await village(service, Self.desas[2], 2025, 50, 80, deed: .completed)
            _ = try await village(service, Self.desas[2], 2018, 50, 100, deed: .planned)
            _ = try await village(service, Self.desas[2], 2019, 80, 20)
            // More than ten years ago, and never surveyed again.
            _ = try await village(service, Self.desas[2], 2015, 50, 0)
            _ = try await village(service, Self.desas[2], 2020, 50, nil)

            let found = try await client.get(path).expect(200)
            #expect(found["villages"].integer == 9)
            let item = found["indicators"].items[0]
            #expect(item["villages"].integer == 8 && item["needed_to_reach_threshold"].integer == 25)
            let gain = item["gain"].number?.double ?? 0
            #expect(gain > 0)
            let (without, option) = (item["without_intervention"], item["options"].items[0])
            func close(_ value: JSONValue, _ expected: Double) -> Bool {
                value.number?.double.map { abs($0 - expected) < 1e-6 } ?? false
            }
            #expect(without["villages"].integer == 4 && option["villages"].integer == 3)
            #expect(close(without["mean_change"], 2) && close(option["mean_change"], 25))
            // Variances 18 within and 259.25 between; the means drawn to 13.47 by 0.983 and 0.977.
            #expect(close(without["expected_change"], 2.19565217) && close(option["expected_change"], 24.73913043))
            let interval = (option["interval"]["lower"].number?.double, option["interval"]["upper"].number?.double)
            #expect((interval.0 ?? 100) < 25 && (interval.1 ?? 0) > 20)

            // A village sees its own lokus alone, and who is of another kabupaten none at all.
            let seen = try await service.client(.village).get(path).expect(200)
            #expect(seen["indicators"].items[0]["options"].items[0]["villages"].integer == 0)
            try await service.coordinator("63.10").get(path).expectProblem(404, "not_found")
            try await client.get(path + "?purpose=resurvey").expectProblem(409, "round_is_not_closed")
            try await client.get(path + "?purpose=akhir").expectProblem(422, "invalid_request")
        }
    }

    /// What is planned here is told, and no longer once it is cancelled.
    @Test func whatIsPlannedAlreadyIsTold() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let own = try await village(service, Self.desas[0], 2025, 50, nil, deed: .planned)
            func item() async throws -> JSONValue {
                try await client.get("lokus/\(own)/suggestions").expect(200)["indicators"].items[0]
            }
            let planned = try await item()
            #expect(planned["planned"].items.map(\.text) == ["S-1"] && planned["options"].items[0]["planned"] == true)
            #expect(planned["duties"].items.contains { $0["code"].text == "DISDUKCAPIL" })
            let id = try #require(try await client.get("interventions").expect(200).items.first?["id"].text)
            let path = "interventions/\(id)"
            try await client.post("\(path)/cancel", ["reason": "Ganda"], try await client.tag(path)).expect(200)
            #expect(try await item()["options"].items[0]["planned"] == false)
        }
    }
}
