import Foundation
import Planning
import Store
import Support
import Testing
import Wire

/// Signing in by password: what is told, what it costs, and what it opens.
@Suite struct SignInTests {
    @Test func aSessionIsOnesOwnAndEnds() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let made = try await siti.signIn().expect(201)
            #expect(made.headers["cache-control"] == "no-store")
            #expect(made["account"]["email"].text == siti.email && made["principals"].items.count == 1)
            #expect(made.location == "/api/v1/sessions/\(made.id)")
            let client = Client(url: service.url, token: made["token"].text)
            let other = try await siti.client()

            let me = try await client.get("me").expect(200)
            #expect(me["role"].text == "coordinator" && me["name"].text == "Siti Aminah")
            #expect(me["principal_id"].text == made["principals"].items.first?["id"].text)
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024]).expect(201)
            let sessions = try await client.get("sessions").expect(200).items
            #expect(sessions.count == 2 && sessions.map { $0["current"].flag } == [false, true])

            try await other.send("DELETE", "sessions/\(made.id)").expect(204)
            try await client.get("lokus").expectProblem(401, "unauthenticated")
            try await client.get("me").expectProblem(401, "unauthenticated")
            try await other.send("DELETE", "sessions/\(made.id)").expectProblem(404, "not_found")
            try await other.send("DELETE", "sessions/current").expect(204)
            try await other.get("me").expectProblem(401, "unauthenticated")
            try await other.send("DELETE", "sessions/current").expectProblem(404, "not_found")

            // The token of a machine is no session, and sees none.
            let machine = try await service.coordinator()
            #expect(try await machine.get("sessions").expect(200).items.isEmpty)
            try await machine.send("DELETE", "sessions/current").expectProblem(404, "not_found")
            try await machine.get("me").expect(200)
        }
    }

    /// One answer, word for word, and one hash, whatever was wrong.
    @Test func nobodyLearnsWhichAccountsThereAre() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            _ = try await service.invited("baru@kotabaru.example", try Service.draft(.viewer))
            let gone = try await service.person("pindah@kotabaru.example", .viewer)
            try await gone.change("update account set disabled_at = now() where id = ACCOUNT")
            var bodies: Set<String> = []
            let attempts = [
                (siti.email, "salah sama sekali ini"), ("tiada@kotabaru.example", Person.password),
                ("baru@kotabaru.example", Person.password), (gone.email, Person.password),
                (siti.email, Person.password + " "), (siti.email, String(Person.password.dropLast())),
            ]
            for (email, password) in attempts {
                let before = try await service.hashes().count
                let answer = try await Person(email: email, service: service).signIn(password: password)
                answer.expectProblem(401, "sign_in_refused")
                bodies.insert(answer.text.replacing(answer["request_id"].text ?? "?", with: ""))
                #expect(try await service.hashes().count == before + 1, "\(email)")
                #expect(answer.headers["www-authenticate"] == "Bearer")
            }
            #expect(bodies.count == 1)
            try await siti.signIn().expect(201)
        }
    }

    @Test func whatIsMisshapenIsToldWithoutBeingShown() async throws {
        try await Service.run { service in
            let secret = "kenari-7f3a-rahasia"
            let wrong: [(JSONValue, [String])] = [
                ([:], ["/email required", "/password required"]),
                (["email": "bukan surel", "password": .string(secret)], ["/email not_an_email"]),
                (["email": "a@b", "password": [.string(secret)]], ["/password wrong_type"]),
                (["email": "a@b", "password": ""], ["/password blank"]),
                (
                    ["email": "a@b", "password": .string(secret + String(repeating: "x", count: 1024))],
                    ["/password password_too_long"]
                ),
                (["email": "a@b", "password": .string(secret), "role": "coordinator"], ["/role unknown_member"]),
            ]
            for (body, faults) in wrong {
                let answer = try await service.stranger.post("sessions", body).expectProblem(422, "invalid_request")
                let told = answer["errors"].items.map { "\($0["pointer"].text ?? "") \($0["code"].text ?? "")" }
                #expect(told == faults)
                #expect(!answer.text.contains(secret))
            }
            try await service.stranger.post("sessions?x=1", ["email": "a@b", "password": "x"]).expect(422)
            let answer = try await service.stranger.send(
                "POST", "sessions", .bytes(Array(repeating: 0x20, count: 20_000), type: "application/json"))
            answer.expectProblem(413, "content_too_large")
            #expect(!service.server.log.contains(secret))
        }
    }

    /// A person in the wrong waits ever longer, but only where they were never in the right.
    @Test func attemptsAreSlowedDown() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            _ = try await siti.client(from: "203.0.113.7")
            for attempt in 1...5 {
                try await siti.signIn(password: "salah \(attempt)", from: "198.51.100.\(attempt)").expect(401)
            }
            // As if there had been some more: two minutes are longer than any hash takes.
            try await service.database.execute("update sign_in_counter set failures = 12 where failures = 5")
            let before = try await service.hashes().count
            for password in ["salah lagi", Person.password] {
                let answer = try await siti.signIn(password: password, from: "198.51.100.9")
                answer.expectProblem(429, "too_many_attempts")
                #expect((60...128).contains(answer.headers["retry-after"].flatMap { Int($0) } ?? 0))
            }
            #expect(try await service.hashes().count == before)
            // The office that they are known in is not concerned.
            try await siti.signIn(from: "203.0.113.7").expect(201)
            // Being right there forgives what strangers did.
            try await siti.signIn(from: "198.51.100.9").expect(201)

            for attempt in 1...5 {
                try await siti.signIn(password: "salah \(attempt)", from: "192.0.2.\(attempt)").expect(401)
            }
            try await service.database.execute(
                "update sign_in_counter set failures = 99, last_at = now() - interval '15 minutes' where failures = 5")
            try await siti.signIn(password: "salah", from: "192.0.2.9").expect(401)
            let most = try await siti.signIn(from: "192.0.2.9").expectProblem(429, "too_many_attempts")
            #expect((86_000...86_400).contains(most.headers["retry-after"].flatMap { Int($0) } ?? 0))
            // That day ends.
            try await service.database.execute(
                "update sign_in_counter set last_at = now() - interval '1 day' where failures = 100")
            try await siti.signIn(password: "salah", from: "192.0.2.9").expect(401)
            try await siti.signIn(from: "192.0.2.9").expectProblem(429, "too_many_attempts")
            // A new code is the way in for who was never known anywhere.
            let code = try await service.database.administer {
                try await $0.resetAccount(try #require(EmailAddress(siti.email)))?.secret
            }
            try await service.stranger.post(
                "invitations/accept",
                ["code": .string(try #require(code).text), "password": .string(Person.password + "!")]
            ).expect(200)
            try await siti.signIn(password: Person.password + "!", from: "192.0.2.10").expect(201)
        }
    }

    @Test func anAddressIsSlowedDownToo() async throws {
        try await Service.run { service in
            for attempt in 1...3 {
                try await Person(email: "orang\(attempt)@x", service: service).signIn(from: "2001:db8::\(attempt)")
                    .expect(401)
            }
            // As if there had been some more; of one e-mail so many would be too many long before.
            try await service.database.execute("update sign_in_counter set failures = 19 where failures = 3")
            try await Person(email: "orang4@x", service: service).signIn(from: "2001:db8::4").expect(401)
            try await service.database.execute("update sign_in_counter set failures = 27 where failures = 20")
            try await Person(email: "lain@x", service: service).signIn(from: "2001:db8::ffff").expectProblem(
                429, "too_many_attempts")
            try await Person(email: "lain@x", service: service).signIn(from: "2001:db8:0:1::1").expect(401)
            // Nothing of what was tried stands in the database as it was sent.
            let kept = try await service.database.value(
                "select string_agg(encode(key, 'escape'), ' ') from sign_in_counter")
            #expect(!kept.contains("orang") && !kept.contains("2001"))
        }
    }

    /// Two at a time, and others are answered meanwhile.
    @Test func hashingKeepsNobodyElseWaiting() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let reader = try await service.coordinator()
            let (signedIn, read) = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                for _ in 0..<5 { group.addTask { (try await siti.signIn().status, 0) } }
                for _ in 0..<40 { group.addTask { (0, try await reader.get("lokus").status) } }
                var (signedIn, read): ([Int], [Int]) = ([], [])
                for try await (one, other) in group { one > 0 ? signedIn.append(one) : read.append(other) }
                return (signedIn, read)
            }
            // Where the machine is slow, who waits too long is told so.
            #expect(signedIn.allSatisfy { $0 == 201 || $0 == 503 } && signedIn.contains(201))
            #expect(read == Array(repeating: 200, count: 40))
            #expect(try await service.hashes().atOnce <= 2)
        }
    }

    /// Where too many wait already, the rest are told at once, and nobody was wrong by that.
    @Test func aFullLineIsToldAtOnce() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let statuses = try await withThrowingTaskGroup(of: Answer.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        try await Person(email: "orang\(number)@x", service: service).signIn(from: "10.0.0.\(number)")
                    }
                }
                var answers: [Answer] = []
                for try await answer in group { answers.append(answer) }
                return answers
            }
            let busy = statuses.filter { $0.status == 503 }
            #expect(busy.count > 0 && statuses.allSatisfy { [401, 503].contains($0.status) })
            for answer in busy {
                answer.expectProblem(503, "overloaded")
                #expect(answer.headers["retry-after"] == "1")
            }
            let counted = try await service.database.value("select count(*) from sign_in_counter where failures > 0")
            #expect(Int(counted) == 2 * (60 - busy.count))
            try await siti.signIn().expect(201)
        }
    }

    @Test func leftAloneOrTooOldItEnds() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            for change in [
                "update token set seen_at = now() - interval '121 minutes' where account_id = ACCOUNT",
                "update token set created_at = now() - interval '1 day', expires_at = now() where account_id = ACCOUNT",
                "update account set disabled_at = now() where id = ACCOUNT",
            ] {
                let client = try await siti.client()
                try await client.get("lokus").expect(200)
                try await siti.change(change)
                try await client.get("lokus").expectProblem(401, "unauthenticated")
                try await client.get("me").expectProblem(401, "unauthenticated")
                #expect(try await service.database.count("from token where revoked_at is not null") == 0)
            }
            try await siti.change("update account set disabled_at = null where id = ACCOUNT")
            // Used, it goes on: the server notes it every few seconds.
            let client = try await siti.client()
            try await siti.change(
                "update token set seen_at = now() - interval '119 minutes' where account_id = ACCOUNT")
            try await client.get("lokus").expect(200)
            try await eventually("noted") {
                let idle = """
                    from token where seen_at < now() - interval '1 minute' and kind = 'session' and expires_at > now()
                        and revoked_at is null and id = '\(try await currentID(client))'
                    """
                return try await service.database.count(idle) == 0
            }
        }
    }

    private func currentID(_ client: Client) async throws -> String {
        let sessions = try await client.get("sessions").expect(200).items
        return sessions.first { $0["current"].flag == true }?["id"].text ?? ""
    }
}
