import Foundation
import Testing
import Wire

/// Values at and past the edge of what a column or a register of the processor holds: refused, and the service lives.
@Suite struct EdgeValueTests {
    @Test func aVersionBeyondEveryCounterIsOnlyStale() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let world = try await World(service)
            for version in ["2147483647", "2147483648", "4294967297", "999999999999999999"] {
                let tag = ["If-Match": "\"\(version)\""]
                try await client.patch("lokus/\(world.lokus)", ["decree_number": nil, "decree_on": nil], tag)
                    .expectProblem(412, "stale_version")
                try await client.patch("action-plans/\(world.plan)", ["title": "Judul"], tag)
                    .expectProblem(412, "stale_version")
                try await client.patch("interventions/\(world.proposed)", ["title": "Judul"], tag)
                    .expectProblem(412, "stale_version")
                try await client.patch("reports/\(world.report)", ["obstacles": "Hujan"], tag)
                    .expectProblem(412, "stale_version")
                try await client.post("survey-rounds/\(world.openRound)/close", nil, tag)
                    .expectProblem(412, "stale_version")
                try await client.get("frameworks/ikk-29/versions/\(version)").expectProblem(404, "not_found")
            }
        }
    }

    @Test func ifMatchIsExactlyOneTag() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let change: JSONValue = ["decree_number": "1/2024", "decree_on": "2024-02-01"]
            for tag in [
                "*", "1", "\"\"", "\"+1\"", "\"-1\"", "\"1\", \"2\"", "w/\"1\"", "\"1-\"", "\"1", "\"1 \"", "\"٣\"",
                "\"1-a b\"", "\"9999999999999999999999\"",
            ] {
                try await client.patch("lokus/\(lokus)", change, ["If-Match": tag]).expectProblem(400, "invalid_header")
            }
            // As a proxy makes it that compresses.
            try await client.patch("lokus/\(lokus)", change, ["If-Match": "W/\"1\""]).expect(200)
            try await client.patch("lokus/\(lokus)", change, ["If-Match": "\"1\""]).expectProblem(412, "stale_version")
        }
    }

    @Test func textsHaveNothingInvisible() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let world = try await World(service)
            let tag = try await client.tag("interventions/\(world.proposed)")
            for title in [
                "a\u{0001}b", "a\nb", "a\u{7F}", "a\u{200B}b", "\u{202E}cba", "a\u{2028}b",
                "a\u{AD}", "a\u{061C}b", "\u{3164}", "\u{2800}", "a\u{FFF9}", "a\u{FFFE}", "a\u{E0041}",
            ] {
                let answer = try await client.patch("interventions/\(world.proposed)", ["title": .string(title)], tag)
                answer.expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map { $0["code"].text } == ["control_character"], "\(title)")
            }
            try await client.patch("interventions/\(world.proposed)", ["note": "satu\r\n\tdua"], tag).expect(200)
            try await client.get("regions?q=%00").expectProblem(422, "invalid_request")
        }
    }

    /// Many libraries say with every request that it is their last; its body has to be read all the same.
    @Test func theLastRequestOfAConnectionHasABody() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let body: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
            try await client.post("lokus", body, ["Connection": "close"]).expect(201)
        }
    }

    /// In `dry_run=` the word was forgotten: it must not be taken for a no.
    @Test func anEmptyParameterIsNoAnswer() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let body: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
            let answer = try await client.post("lokus?dry_run=", body).expectProblem(422, "invalid_request")
            #expect(answer["errors"].items.map { $0["pointer"].text } == ["dry_run"])
            #expect(try await client.get("lokus").items.isEmpty)
        }
    }
}
