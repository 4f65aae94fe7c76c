import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct ReportTests {
    private let path = "/api/v1/interventions/\(Intervention.ID.new())/reports"
    private let body =
        #"{"budget_year":2025,"quarter":4,"physical_percent":45.5,"quantity":20,"spent_idr":180000000,"obstacles":"hujan"}"#

    @Test func aReportIsMadeOnceForItsKey() async throws {
        try await Client.run { client in
            try await client.send(.post, path, body).expectProblem(.badRequest, "idempotency_key_required")
            for key in [" ", String(repeating: "k", count: 256), "kunci é"] {
                try await client.send(.post, path, body, headers: [.idempotencyKey: key])
                    .expectProblem(.badRequest, "invalid_header")
            }
            let key: HTTPFields = [.idempotencyKey: "k-1"]
            let made = try await client.send(.post, path, body, headers: key)
            #expect(made.status == .created)
            #expect(made.json["plan_totals"]["spent_idr"].integer == 200)
            #expect(made.headers[.idempotentReplayed] == nil)

            let again = try await client.send(.post, path, body, headers: key)
            #expect(again.status == .created)
            #expect(again.headers[.idempotentReplayed] == "true")
            #expect(again.headers[.location] == made.headers[.location])
            #expect(again.headers[.eTag] == made.headers[.eTag])
            #expect(again.json == made.json)
            #expect(client.ports.get { $0.reports.count } == 1)

            try await client.send(.post, path, body.replacing("45.5", with: "46"), headers: key)
                .expectProblem(.unprocessableContent, "idempotency_key_reused")
            let read = try await client.get(try #require(made.headers[.location]))
            #expect(read.headers[.eTag] == made.headers[.eTag])
            #expect(read.json["plan_totals"].isNull)
        }
    }

    @Test(arguments: [
        (#"{"budget_year":2025,"quarter":4,"nil":true}"#, []),
        (#"{"budget_year":2025,"quarter":4,"nil":true,"spent_idr":1}"#, ["/spent_idr figures_with_nil"]),
        (
            #"{"budget_year":2025,"quarter":5,"physical_percent":101,"quantity":"20"}"#,
            [
                "/quarter out_of_range", "/physical_percent out_of_range", "/quantity wrong_type",
                "/spent_idr required",
            ]
        ),
        (
            #"{"budget_year":2025,"quarter":1,"physical_percent":1,"quantity":1000000000000,"spent_idr":-1}"#,
            ["/quantity out_of_range", "/spent_idr out_of_range"]
        ),
        (
            #"{"budget_year":2025,"quarter":1,"physical_percent":1e-237,"quantity":1e237,"spent_idr":1}"#,
            ["/physical_percent too_many_decimals", "/quantity out_of_range"]
        ),
    ])
    func bodies(body: String, faults: [String]) async throws {
        try await Client.run { client in
            let answer = try await client.send(.post, path, body, headers: [.idempotencyKey: "k"])
            #expect(answer.faults == faults)
        }
    }

    @Test func aCorrectionKeepsTheFiguresItDoesNotName() async throws {
        try await Client.run { client in
            let made = try await client.send(.post, path, body, headers: [.idempotencyKey: "k"])
            let path = try #require(made.headers[.location])
            func patch(_ body: String) async throws -> Answer {
                try await client.send(.patch, path, body, headers: [.ifMatch: "\"1\""])
            }
            func last() throws -> ProgressReportChange { try #require(client.ports.get { $0.reportChanges.last }) }

            let corrected = try await patch(#"{"spent_idr":190000000,"obstacles":null}"#)
            #expect(corrected.status == .ok)
            #expect(!corrected.json["plan_totals"].isNull)
            let figures = ProgressFigures(
                physicalPercent: Hundredths(45_50), quantity: Hundredths(20_00), spent: Rupiah(190_000_000))
            #expect(try last().figures == .set(figures))
            #expect(try last().obstacles == "" && last().followUp == nil)

            _ = try await patch(#"{"nil":true}"#)
            #expect(try last().figures == .clear)
            _ = try await patch(#"{"follow_up":"dijadwalkan"}"#)
            #expect(try last().figures == .keep && last().basis == nil)
            _ = try await patch(#"{"basis":"RFK TW III"}"#)
            #expect(try last().figures == .keep && last().basis == "RFK TW III")
            #expect(try await patch(#"{"nil":true,"quantity":1}"#).faults == ["/quantity figures_with_nil"])
            #expect(try await patch(#"{"quantity":null}"#).faults == ["/quantity required"])
            #expect(
                try await client.send(.patch, path, #"{"quantity":1}"#, headers: [.ifMatch: "\"9\""]).status
                    == .preconditionFailed)
        }
    }

    @Test func aReplayOfAssigningTellsOfTheFirst() async throws {
        try await Client.run { client in
            let path = "/api/v1/action-plans/\(ActionPlan.ID.new())/assign"
            let key: HTTPFields = [.idempotencyKey: "k"]
            #expect(try await client.send(.post, path, headers: key).json["assigned"].integer == 15)
            let again = try await client.send(.post, path, headers: key)
            #expect(again.json["assigned"].integer == 15)
            #expect(again.headers[.idempotentReplayed] == "true")
        }
    }
}
