import Foundation
import Support
import Testing
import Wire

/// Whose events are: signing in and out, failing to, and that each event knows its request, its person and its session.
@Suite struct AttributionTests {
    private static let other = "gerimis di atas atap seng tua"

    @Test func everyEventOfARequestKnowsWhoseItIs() async throws {
        try await Service.run { service in
            let (siti, machine) = (try await service.person(), try await service.coordinator())
            let since = try await service.database.value("select clock_timestamp()")
            for _ in 1...3 { try await siti.signIn(password: "salah sama sekali").expect(401) }
            try await Person(email: "tiada@x.example", service: service).signIn().expect(401)
            let other = try await siti.signIn().expect(201)
            let made = try await siti.signIn().expect(201)
            let client = Client(url: service.url, token: made["token"].text)
            let path = "lokus/\(try await client.lokus("63.02.12.2005", 2024))"
            try await client.patch(path, ["decree_number": "1/2024", "decree_on": "2024-02-01"], client.tag(path))
                .expect(200)
            let invited = try await client.post(
                "invitations",
                ["email": "budi@x.example", "name": "Budi", "role": "viewer", "kabupaten_code": "63.02"]
            ).expect(201)
            try await service.stranger.post(
                "invitations/accept", ["code": invited["code"], "password": .string(Person.password)],
                ["Request-Id": "terima-1"]
            ).expect(200)
            let budi = try await Person(email: "budi@x.example", service: service).client()
            try await budi.get("principals").expectProblem(403, "forbidden")
            try await client.send(
                "PUT", "me/password",
                .json(["current_password": .string(Person.password), "new_password": .string(Self.other)])
            ).expect(200)
            try await client.send("DELETE", "sessions/\(other.id)").expectProblem(404, "not_found")
            try await client.post("accounts/\(invited["account_id"].text ?? "")/disable").expect(200)
            try await client.send("DELETE", "sessions/current", .none, ["Request-Id": "keluar-1"]).expect(204)
            _ = try await machine.lokus("63.02.14.2008", 2024)
            try await eventually("the refusal is recorded") {
                try await service.database.count("from event where action = 'denied'") > 0
            }

            let events = "from event where occurred_at > '\(since)'"
            #expect(try await service.database.count(events) > 12)
            #expect(try await service.database.count("\(events) and coalesce(request_id, '') = ''") == 0)
            // Whoever accepts an invitation or fails to sign in has no session.
            let account = other["account"]["id"].text ?? ""
            #expect(
                try await service.database.count(
                    "\(events) and session_id is null and request_id <> 'terima-1' and action <> 'sign_in_failed'"
                ) == 0)
            #expect(
                try await service.database.count("\(events) and request_id = 'terima-1' and account_id is null") == 0)
            #expect(
                try await service.database.count(
                    "\(events) and session_id = '\(made.id)' and account_id is distinct from '\(account)'") == 0)
            #expect(try await service.database.count("\(events) and session_id = '\(made.id)'") > 5)

            let told = try await machine.get(
                "events?action=in.(sign_in,sign_in_failed,sign_out)&subject_id=\(account)&sort=number"
            ).expect(200).items
            #expect(told.map { $0["action"].text } == ["sign_in_failed", "sign_in", "sign_in", "sign_out"])
            #expect(told.map { $0["session_id"].text } == [nil, other.id, made.id, made.id])
            #expect(told.allSatisfy { $0["account_id"].text == account && $0["request_id"].text?.isEmpty == false })
            #expect(told.last?["request_id"].text == "keluar-1" && told.first?["area_code"].text == "63.02")
        }
    }
}
