import Foundation
import Planning
import Store
import Support
import Testing
import Wire

/// Work that goes on after its request was answered.
@Suite struct OperationTests {
    private static let later = ["Prefer": "respond-async, wait=1"]

    /// A service with a folder for uploads of its own.
    private func run(_ body: (Service, URL) async throws -> Void) async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let folder = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID())")
                defer { try? FileManager.default.removeItem(at: folder) }
                try await Service.serving(database, environment: ["SELARAS_STATE_DIRECTORY": folder.path]) {
                    try await body($0, folder)
                }
            }
        }
    }

    private func uploads(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "spool"), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "upload" }
    }

    private func take(_ client: Client, _ lokus: String, _ file: String, _ key: String = "satu") async throws -> Answer
    {
        try await client.send(
            "POST", "lokus/\(lokus)/survey-imports?purpose=baseline", .csv(file),
            Self.later.merging(["Idempotency-Key": key, "Accept-Language": "en"]) { $1 })
    }

    @Test func anImportIsAnsweredLater() async throws {
        try await run { service, folder in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let file = SurveyText.families(1...500)
            let taken = try await take(client, lokus, file).expect(202)
            #expect(taken.headers["preference-applied"] == "respond-async")
            #expect(taken["kind"].text == "survey_import" && taken["requested_by"].text != nil)
            #expect(taken["progress"]["bytes_total"].integer == file.utf8.count)
            let done = try await client.untilOver(taken.location)
            #expect(done["state"].text == "succeeded")
            #expect(done["receipt"]["added"].integer == 500 && done["progress"]["rows_read"].integer == 500)
            #expect(done["progress"]["bytes_read"].integer == file.utf8.count)
            let receipt = try await client.get(done["result_location"].text ?? "").expect(200)
            #expect(receipt.json == done["receipt"])
            #expect(try await service.database.count("from family_answer") == 500)
            // Nothing of the upload stays, and nobody but the server could have read it.
            #expect(try uploads(in: folder).isEmpty)
            let rights = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "spool").path)
            #expect(rights[.posixPermissions] as? Int == 0o700)
            // Its key answers with the operation; another file is another request.
            let again = try await take(client, lokus, file).expect(202)
            #expect(again.isReplay && again.location == taken.location && again["receipt"] == done["receipt"])
            #expect(done["receipt"]["by_status"]["complete"].integer == 500)
            #expect(done["receipt"]["families_in_round"].integer == 500)
            try await take(client, lokus, SurveyText.families(1...5)).expectProblem(422, "idempotency_key_reused")
            #expect(try uploads(in: folder).isEmpty)
            let events = "from event where subject = 'operation'"
            #expect(
                try await service.database.value(
                    "select string_agg(after ->> 'state', ' ' order by number) \(events)")
                    == "queued running succeeded")
            // A round is closed in the same way.
            let round = receipt["round_id"].text ?? ""
            let tag = try await client.tag("survey-rounds/\(round)")
            let closing = try await client.post("survey-rounds/\(round)/close", nil, tag.merging(Self.later) { $1 })
                .expect(202)
            #expect(try await client.untilOver(closing.location)["state"].text == "succeeded")
            #expect(try await client.get("survey-rounds/\(round)")["state"].text == "closed")
            let list = try await client.get("operations?state=succeeded").expect(200)
            #expect(list.items.map(\.["kind"].text) == ["survey_close", "survey_import"])
            let first = try await client.get("operations?page_size=1&kabupaten_code=63.02").expect(200)
            let next = first["next_page_token"].text ?? ""
            let second = try await client.get("operations?page_size=1&kabupaten_code=63.02&page_token=\(next)").expect(
                200)
            #expect((first.items + second.items).map(\.["id"]) == list.items.map(\.["id"]))
            #expect(second["next_page_token"].isNull)
            let table = try await client.get("operations?kind=survey_import&fields=kind,state", ["Accept": "text/csv"])
            #expect(table.text == "kind,state\r\nsurvey_import,succeeded\r\n")
            try await client.post("operations/\(taken.id)/cancel").expectProblem(409, "operation_is_at_its_end")
        }
    }

    /// Uploads that are still coming in take places, too.
    @Test func thereIsNoRoomForMore() async throws {
        try await run { service, folder in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let most = try await client.get("limits").expect(200)["operations_waiting"].integer ?? 0
            #expect(most > 0)
            let head = "POST /api/v1/lokus/\(lokus)/survey-imports?purpose=baseline HTTP/1.1\r\nHost: x\r\n"
            let fields =
                "Authorization: Bearer \(client.token ?? "")\r\nPrefer: respond-async\r\nContent-Type: text/csv\r\n"
            let uploads = try (0..<most).map { number in
                let socket = try RawSocket(service.url)
                socket.send("\(head)\(fields)Idempotency-Key: k\(number)\r\nContent-Length: 1000\r\n\r\nfamily_id")
                return socket
            }
            defer { for socket in uploads { socket.close() } }
            try await eventually("\(most) uploads") { try self.uploads(in: folder).count == most }
            let refused = try await take(client, lokus, SurveyText.families(1...5))
            refused.expectProblem(503, "too_many_operations")
            #expect(refused.headers["retry-after"] == "30")
            // Who leaves makes room.
            for socket in uploads { socket.close() }
            try await eventually("no upload is left") { try self.uploads(in: folder).isEmpty }
            let taken = try await take(client, lokus, SurveyText.families(1...5)).expect(202)
            #expect(try await client.untilOver(taken.location)["state"].text == "succeeded")
        }
    }

    @Test func aFaultyFileFailsAsItWouldHave() async throws {
        try await run { service, folder in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let file = SurveyText.header + SurveyText.row("F-1") + SurveyText.row("F-1")
            let now = try await client.send(
                "POST", "lokus/\(lokus)/survey-imports?purpose=baseline", .csv(file),
                ["Idempotency-Key": "now", "Accept-Language": "en"])
            let taken = try await take(client, lokus, file).expect(202)
            let failed = try await client.untilOver(taken.location)
            #expect(failed["state"].text == "failed" && failed["result_location"].isNull)
            for name in ["code", "errors"] { #expect(failed["problem"][name] == now[name], "\(failed.json.written())") }
            #expect(failed["problem"]["errors"].items.count == 1)
            #expect(try await service.database.count("from family_answer") == 0)
            #expect(try uploads(in: folder).isEmpty)
            // A dry run is answered at once, as there would be nothing to come back to.
            let tried = try await client.send(
                "POST", "lokus/\(lokus)/survey-imports?purpose=baseline&dry_run=true",
                .csv(SurveyText.families(1...3)), Self.later)
            tried.expect(200)
            #expect(tried["added"].integer == 3)
        }
    }

    @Test func othersSeeNothing() async throws {
        try await run { service, _ in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let taken = try await take(client, lokus, SurveyText.families(1...5)).expect(202)
            _ = try await client.untilOver(taken.location)
            let neighbour = try await service.coordinator("63.10")
            try await neighbour.get("operations/\(taken.id)").expectProblem(404, "not_found")
            try await neighbour.post("operations/\(taken.id)/cancel").expectProblem(404, "not_found")
            #expect(try await neighbour.get("operations").expect(200).items.isEmpty)
            let agency = try await service.agency("PUPR")
            try await agency.get("operations").expectProblem(403, "forbidden")
            try await take(agency, lokus, SurveyText.families(1...5)).expectProblem(403, "forbidden")
            try await take(client, taken.id, SurveyText.families(1...5), "dua").expectProblem(404, "not_found")
            #expect(try await service.database.count("from operation") == 1)
        }
    }

    /// A transaction that holds the lokus keeps the operations waiting, so that they can be cancelled in every state.
    @Test func cancelling() async throws {
        try await run { service, folder in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await service.database.holding("select from lokus where id = '\(lokus)' for update") {
                var taken: [Answer] = []
                for number in 0..<4 {
                    taken.append(try await take(client, lokus, SurveyText.families(1...9), "k-\(number)").expect(202))
                }
                try await client.until(taken[1].location) { $0["state"].text == "running" }
                #expect(try await client.get(taken[3].location)["state"].text == "queued")
                #expect(try uploads(in: folder).count == 4)
                for place in [taken[3], taken[0], taken[1]] {
                    try await client.post("\(place.location)/cancel").expect(200)
                    try await client.post("\(place.location)/cancel?dry_run=true").expect(200)
                }
                for place in [taken[3], taken[0], taken[1]] {
                    #expect(try await client.untilOver(place.location)["state"].text == "cancelled")
                }
                try await client.until(taken[2].location) { $0["state"].text == "running" }
                try await client.post("\(taken[2].location)/cancel").expect(200)
                #expect(try await client.untilOver(taken[2].location)["state"].text == "cancelled")
            }
            try await eventually("no upload is left") { try uploads(in: folder).isEmpty }
            #expect(try await service.database.count("from family_answer") == 0)
        }
    }

    /// Killed while one runs and one waits: the next server does both, once each. What has lost its upload says so.
    @Test func aServerThatDies() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let folder = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID())")
                defer { try? FileManager.default.removeItem(at: folder) }
                let environment = ["SELARAS_STATE_DIRECTORY": folder.path]
                let token = try await database.token(.coordinator).text
                var places: [String] = []
                try await Service.killing(database, environment: environment) { service, server in
                    let client = Client(url: service.url, token: token)
                    let lokus = try await client.lokus("63.02.12.2005", 2024)
                    try await database.holding("select from lokus where id = '\(lokus)' for update") {
                        for number in 0..<4 {
                            let file = SurveyText.families(1...(100 * (number + 1)))
                            places.append(try await take(client, lokus, file, "k-\(number)").expect(202).location)
                        }
                        try await client.until(places[0]) { $0["state"].text == "running" }
                        await server.kill()
                    }
                }
                try await database.untilNobodyIsBusy()
                #expect(try await database.count("from family_answer") == 0)
                let left = try uploads(in: folder)
                #expect(left.count == 4)
                let lost = try #require(left.first { $0.lastPathComponent.hasPrefix(String(places[3].suffix(36))) })
                try FileManager.default.removeItem(at: lost)
                // Two servers at once with the same folder: each upload is taken by one of them.
                try await Service.serving(database, environment: environment) { service in
                    try await Service.serving(database, environment: environment) { _ in
                        let client = Client(url: service.url, token: token)
                        for place in places.dropLast() {
                            #expect(try await client.untilOver(place)["state"].text == "succeeded")
                        }
                        let failed = try await client.untilOver(places[3])
                        #expect(failed["state"].text == "failed")
                        #expect(failed["problem"]["code"].text == "operation_lost_its_upload")
                        #expect(failed["problem"]["title"].text == "The upload was lost")
                        #expect(failed["problem"]["instance"].text?.hasSuffix("/survey-imports") == true)
                    }
                }
                #expect(try await database.count("from survey_import") == 3)
                #expect(try await database.count("from family_answer") == 300)
                #expect(try uploads(in: folder).isEmpty)
            }
        }
    }

    /// A token that was revoked does no more, even for what it had asked for before.
    @Test func aRevokedToken() async throws {
        try await run { service, _ in
            let client = try await service.coordinator()
            let (text, id) = try await service.database.token(.coordinator)
            let other = Client(url: service.url, token: text)
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            var places: [String] = []
            try await service.database.holding("select from lokus where id = '\(lokus)' for update") {
                for (number, sender) in [client, client, other].enumerated() {
                    places.append(
                        try await take(sender, lokus, SurveyText.families(1...9), "k-\(number)").expect(202).location)
                }
                try await client.until(places[1]) { $0["state"].text == "running" }
                #expect(try await service.database.administer { try await $0.revokeToken(id) })
            }
            #expect(try await client.untilOver(places[0])["state"].text == "succeeded")
            let failed = try await client.untilOver(places[2])
            #expect(failed["state"].text == "failed" && failed["problem"]["code"].text == "unauthenticated")
        }
    }
}

extension Client {
    /// Asks until the operation is at its end.
    func untilOver(_ location: String) async throws -> Answer {
        try await until(location) { ["succeeded", "failed", "cancelled"].contains($0["state"].text) }
    }

    @discardableResult
    func until(_ location: String, _ holds: (Answer) -> Bool) async throws -> Answer {
        var last = try await get(location).expect(200)
        try await eventually("\(location) is as it should be") {
            last = try await get(location).expect(200)
            return holds(last)
        }
        return last
    }
}
