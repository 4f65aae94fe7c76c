import Foundation
import Planning
import Support
import Testing
import Wire

/// All lokus of a year beside each other, ordered by what is certain.
@Suite struct YearComparisonTests {
    private static let villages: [AcceptanceTests.Village] = [.kecil, .sampanahan, .sangsang]

    private func surveyed(_ client: Client, _ village: AcceptanceTests.Village) async throws {
        let lokus = try await client.lokus(village.lokus.desa, 2025)
        _ = try await client.closedRound(
            lokus, "baseline", village.design, SurveyText.fixture(village.files.before))
        _ = try await client.closedRound(
            lokus, "resurvey", village.design + village.panel, SurveyText.fixture(village.files.after))
    }

    @Test func whatIsCertainStandsFirst() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            for village in Self.villages { try await surveyed(client, village) }
            _ = try await client.lokus("63.02.12.2008", 2025)
            let found = try await client.get("comparisons?year=2025").expect(200)
            #expect(found["tested"].integer == 3)
            let desas = found["items"].items.map { $0["lokus"]["desa_code"].text ?? "" }
            #expect(desas == ["63.02.12.2005", "63.02.09.2007", "63.02.21.2009", "63.02.12.2008"])
            // By itself the second is certain (p 0.036); as the second of three it is not.
            #expect(
                found["items"].items.map(\.["verdict"].text)
                    == ["improved", "cannot_tell", "cannot_tell", "not_comparable"])
            #expect(
                found["items"].items.map(\.["is_undecided_by_comparisons"].flag) == [false, true, false, false])
            let adjusted = found["items"].items.map { $0["ikk_adjusted_p"].number?.double ?? .nan }
            #expect(abs(adjusted[1] - 0.0364344466358 * 3 / 2) < 1e-9 && abs(adjusted[2] - 0.126970071898) < 1e-9)
            #expect(found["items"].items.last?["obstacle"].text == "both_missing")
            for village in Self.villages {
                let desa = village.lokus.desa
                let item = try #require(found["items"].items.first { $0["lokus"]["desa_code"].text == desa })
                let alone = try await client.get("lokus/\(item["lokus"]["id"].text ?? "")/comparison").expect(200)
                for name in ["ikk_interval", "ikk_standard_error", "ikk_p"] {
                    #expect(item[name] == alone[name], "\(name) of \(village)")
                }
                let changes = [item["ikk_change"], alone["ikk_change"]].map { $0.number?.double ?? .nan }
                #expect(abs(changes[0] - changes[1]) < 1e-9, "\(village)")
                let verdicts = alone["indicators"].items.map(\.["verdict"].text)
                for verdict in ["improved", "worsened", "cannot_tell", "not_comparable"] {
                    #expect(item[verdict].integer == verdicts.count { $0 == verdict }, "\(verdict) of \(village)")
                }
            }
            let ranked = try await client.get("comparisons?year=2025&sort=ikk").expect(200)["items"].items
            let indices = ranked.compactMap { $0["after"]["ikk"].number?.double }
            #expect(indices.count == 3 && indices == indices.sorted(by: >) && ranked.last?["after"].isNull == true)
            let changes = try await client.get("comparisons?year=2025&sort=change").expect(200)["items"].items
                .compactMap { $0["ikk_change"].number?.double }
            #expect(changes.count == 3 && changes == changes.sorted(by: >))
            #expect(try await client.get("comparisons?year=2024").expect(200)["items"].items.isEmpty)
            try await client.get("comparisons").expectProblem(422, "invalid_request")
            try await client.get("comparisons?year=2025&sort=size").expectProblem(422, "invalid_request")
        }
    }

    /// A province sees the lokus of all its kabupaten in one answer, tested together.
    @Test func aProvinceComparesItsKabupaten() async throws {
        try await Service.run { service in
            try await surveyed(try await service.coordinator(), .sampanahan)
            let neighbour = try await service.coordinator("63.10")
            let lokus = try await neighbour.lokus("63.10.11.2011", 2025)
            let village = AcceptanceTests.Village.sangsang
            _ = try await neighbour.closedRound(
                lokus, "baseline", village.design, SurveyText.fixture(village.files.before))
            _ = try await neighbour.closedRound(
                lokus, "resurvey", village.design + village.panel, SurveyText.fixture(village.files.after))
            let found = try await service.client(.province).get("comparisons?year=2025").expect(200)
            #expect(found["tested"].integer == 2)
            #expect(
                found["items"].items.map { $0["lokus"]["kabupaten_code"].text } == ["63.02", "63.10"], "\(found.text)")
            #expect(found["items"].items.allSatisfy { $0["ikk_interval"]["lower"].number != nil })
            #expect(try await neighbour.get("comparisons?year=2025").expect(200)["tested"].integer == 1)
            let beside = try await service.client(.province).get("lokus/\(lokus)/counterparts").expect(200)
            #expect(beside["villages"].integer == 1)
            #expect(try await neighbour.get("lokus/\(lokus)/counterparts").expect(200)["villages"].integer == 0)
        }
    }
}
