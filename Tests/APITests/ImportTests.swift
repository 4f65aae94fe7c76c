import HTTPTypes
import Hummingbird
import Planning
import Testing
import Wire

@testable import API

struct ImportTests {
    private let path = "/api/v1/lokus/\(Lokus.ID.new())/survey-imports"
    private let csv: HTTPFields = [.contentType: "text/csv; charset=utf-8", .idempotencyKey: "k"]

    private func file(_ families: Int) -> String {
        "family_id,rt,status,KLS-01,KLS-02\n" + (1...families).map { "F\($0),001,1,ya,tidak\n" }.joined()
    }

    @Test func aLargeFileArrivesWhole() async throws {
        try await Client.run { client in
            let answer = try await client.send(
                .post, path + "?purpose=baseline&file_name=a.csv&surveyed_from=2025-02-01", file(5000), headers: csv)
            #expect(answer.status == .created)
            #expect(answer.json["rows_read"].integer == 5000)
            #expect(answer.json["file_sha256"].text?.utf8.count == 64)
            #expect(answer.headers[.location] == "/api/v1/survey-rounds/\(answer.json["round_id"].text ?? "")")
            #expect(client.ports.get { $0.families.map(\.line) } == Array(2...5001))
            let request = try #require(client.ports.get { $0.imports.last })
            #expect(request.purpose == .baseline && request.fileName == "a.csv" && !request.replacesAll)
            #expect(request.surveyedFrom == CalendarDay("2025-02-01"))
        }
    }

    @Test func aReplayComparesTheFile() async throws {
        try await Client.run { client in
            let url = path + "?purpose=baseline"
            let made = try await client.send(.post, url, file(3), headers: csv)
            let again = try await client.send(.post, url, file(3), headers: csv)
            #expect(again.status == .created)
            #expect(again.headers[.idempotentReplayed] == "true")
            #expect(again.json["import_id"] == made.json["import_id"])
            #expect(again.headers[.location] == made.headers[.location])
            try await client.send(.post, url, file(4), headers: csv)
                .expectProblem(.unprocessableContent, "idempotency_key_reused")
            try await client.send(.post, url + "&replace=true", file(3), headers: csv)
                .expectProblem(.unprocessableContent, "idempotency_key_reused")
        }
    }

    @Test func aDryRunNeedsNoKeyAndNamesNoLocation() async throws {
        try await Client.run { client in
            let answer = try await client.send(
                .post, path + "?purpose=baseline&dry_run=true", file(2), headers: [.contentType: "text/csv"])
            #expect(answer.status == .ok)
            #expect(answer.headers[.location] == nil)
            #expect(answer.json["import_id"].isNull && answer.json["round_id"].isNull)
            try await client.send(.post, path + "?purpose=baseline", file(2), headers: [.contentType: "text/csv"])
                .expectProblem(.badRequest, "idempotency_key_required")
        }
    }

    @Test func allFaultsOfAFileAreCounted() async throws {
        try await Client.run { client in
            let bad = "family_id,rt,status,KLS-01,KLS-02\n" + (1...150).map { "F\($0),001,9,ya,ja\n" }.joined()
            let answer = try await client.send(
                .post, path + "?purpose=baseline", bad + "F151,001,1,ya,ya\n", headers: csv)
            answer.expectProblem(.unprocessableContent, "file_refused")
            #expect(answer.json["errors"].items.count == 100)
            #expect(answer.json["faults_total"].integer == 300)
            #expect(answer.json["rows_read"].integer == 151)
            let first = answer.json["errors"].items[0]
            #expect(first["line"].integer == 2 && first["column"].text == "status" && first["value"].text == "9")
            #expect(first["code"].text == "bad_status" && first["message"].text?.hasPrefix("Baris 2") == true)
            #expect(client.ports.get { $0.rounds.isEmpty })
        }
    }

    @Test func repeatedFamilies() async throws {
        try await Client.run { client in
            client.ports.set { state in
                let family = RepeatedFamily(line: 3, firstLine: 2, familyID: "F1")
                state.repeated = RepeatedFamilies(first: [family], total: 1)
            }
            let answer = try await client.send(.post, path + "?purpose=baseline", file(2), headers: csv)
            answer.expectProblem(.unprocessableContent, "file_refused")
            #expect(answer.json["rows_read"].integer == 2)
            #expect(answer.json["faults_total"].integer == 1)
            let first = answer.json["errors"].items[0]
            #expect(first["line"].integer == 3 && first["value"].text == "F1")
            #expect(first["code"].text == "duplicate_family")
        }
    }

    @Test func parametersAndKinds() async throws {
        try await Client.run { client in
            let answer = try await client.send(
                .post, path + "?purpose=base&design=all&families_in_village=0&panel_of=x&framework=ikk-29&replace=ja",
                file(1), headers: csv)
            #expect(
                answer.faults == [
                    "purpose not_in_list", "design not_in_list", "families_in_village out_of_range",
                    "panel_of not_in_list", "framework_version needs_both_or_neither", "replace wrong_type",
                ])
            #expect(try await client.send(.post, path, file(1), headers: csv).faults == ["purpose required"])
            let json = try await client.send(.post, path + "?purpose=baseline", "{}", headers: [.idempotencyKey: "k"])
            json.expectProblem(.unsupportedMediaType, "unsupported_media_type")
            #expect(json.headers[.acceptPost] == "text/csv")
        }
    }

    /// The router ends the body early in both cases; only the count tells them apart.
    @Test func aBodyShorterThanAnnouncedIsNoFile() async throws {
        try await Client.run { client in
            let request = Request(
                head: HTTPRequest(
                    method: .post, scheme: "http", authority: "localhost", path: "/x",
                    headerFields: [.contentLength: "100"]),
                body: RequestBody(buffer: ByteBuffer(string: "family_id")))
            var chunks = try BodyChunks(of: request)
            _ = try await chunks.next()
            let error = await #expect(throws: Rejection.self) { _ = try await chunks.next() }
            #expect(error?.code == "incomplete_body")
        }
    }

    @Test func interventions() async throws {
        var small = APIConfiguration()
        small.largestInterventionFile = 2000
        try await Client.run(small) { client in
            let url = "/api/v1/action-plans/\(ActionPlan.ID.new())/intervention-imports?file_name=r.csv"
            let header = "ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on\n"
            let row =
                "S-01,PUPR,Bilik WC,KLS-01;KLS-02,45,unit,APBD kabupaten;Baznas,405000000;5,2025-08-01,2025-12-15\n"
            let made = try await client.send(.post, url, header + row, headers: csv)
            #expect(made.status == .created)
            #expect(made.json["added"].integer == 1)
            let draft = try #require(client.ports.get { $0.interventionDrafts.last })
            #expect(draft.reference == "S-01" && draft.budget == Rupiah(405_000_005))
            let again = try await client.send(.post, url, header + row, headers: csv)
            #expect(again.headers[.idempotentReplayed] == "true")
            #expect(again.json["same"].integer == 0 && again.json["added"].integer == 1)
            try await client.send(.post, url, header + row.replacing("45", with: "46"), headers: csv)
                .expectProblem(.unprocessableContent, "idempotency_key_reused")
            try await client.send(.post, url, header + "S-01,,,,,,,,,\n", headers: csv)
                .expectProblem(.unprocessableContent, "file_refused")
            try await client.send(.post, url, header + String(repeating: row, count: 30), headers: csv)
                .expectProblem(.contentTooLarge, "content_too_large")
        }
    }
}
