import Foundation
import Planning
import Secrets
import Store
import Support
import Testing
import Wire

/// A code beside the password: from its enrolment to its loss.
@Suite struct SecondFactorTests {
    @Test func fromEnrolmentToSigningIn() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let (client, other) = (try await siti.client(), try await siti.client())
            let none = try await client.get("me/second-factor").expect(200)
            #expect(none["enabled"].flag == false && none["recovery_codes_left"].integer == 0)
            try await client.post("me/second-factor", ["current_password": "salah sama sekali"])
                .expectProblem(401, "sign_in_refused")

            let made = try await client.post("me/second-factor", ["current_password": .string(Person.password)])
                .expect(201)
            #expect(made.headers["cache-control"] == "no-store")
            let secret = try #require(made["secret"].text)
            #expect(
                made["otpauth_uri"].text
                    == "otpauth://totp/Selaras:siti%40kotabaru.example?secret=\(secret)&issuer=Selaras")
            // It counts once it is confirmed.
            try await siti.signIn().expect(201)
            try await client.post("me/second-factor/confirm", ["second_factor_code": "000000"])
                .expectProblem(401, "second_factor_refused")
            let app = Authenticator(secret)
            let enabled = try await client.post("me/second-factor/confirm", ["second_factor_code": .string(app.used)])
                .expect(200)
            let codes = enabled["recovery_codes"].texts
            #expect(Set(codes).count == 10 && enabled["sessions_ended"].integer == 2)
            #expect(enabled.headers["cache-control"] == "no-store")
            try await other.get("me").expectProblem(401, "unauthenticated")
            try await client.get("me").expect(200)
            try await client.post("me/second-factor", ["current_password": .string(Person.password)])
                .expectProblem(409, "second_factor_is_one_at_a_time")
            try await client.post("me/second-factor/confirm", ["second_factor_code": .string(app.code(1))])
                .expectProblem(404, "not_found")

            // Asked for where the password was right, and only there.
            try await siti.signIn().expectProblem(401, "second_factor_required")
            try await siti.signIn(password: "salah").expectProblem(401, "sign_in_refused")
            try await siti.signIn(password: "salah", app.sent(1)).expectProblem(401, "sign_in_refused")
            try await siti.signIn(code: app.sent(20)).expectProblem(401, "second_factor_refused")
            // So many were wrong that one would wait.
            try await siti.forgive()
            // That of the confirmation was used; the next is good once.
            try await siti.signIn(code: ["second_factor_code": .string(app.used)])
                .expectProblem(401, "second_factor_refused")
            let next = app.sent(1)
            let session = try await siti.signIn(code: next).expect(201)
            try await siti.signIn(code: next).expectProblem(401, "second_factor_refused")
            try await Client(url: service.url, token: session["token"].text).get("lokus").expect(200)

            // A recovery code is good once, however it is written.
            let typed = codes[3].uppercased().replacing("-", with: " ")
            try await siti.signIn(code: ["second_factor_code": .string(typed)]).expect(201)
            try await siti.signIn(code: ["second_factor_code": .string(codes[3])])
                .expectProblem(401, "second_factor_refused")
            #expect(try await client.get("me/second-factor").expect(200)["recovery_codes_left"].integer == 9)

            // Nothing of it stands in the database, in an event or in the log.
            let kept = try await service.database.value(
                "select string_agg(f::text, ' ') || (select string_agg(e::text, ' ') from event e) from second_factor f"
            )
            let bytes = secret.utf8.map { String($0, radix: 16) }.joined()
            for text in [secret, bytes, codes[0], codes[3], app.hexadecimal] {
                #expect(!kept.contains(text) && !service.server.log.contains(text))
            }
        }
    }

    @Test func itIsRenewedAndDisabledWithPasswordAndCode() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let (client, app, codes) = try await siti.enrolled()
            func change(_ verb: String, _ password: String, _ code: String) async throws -> Answer {
                try await client.post(
                    "me/second-factor/\(verb)",
                    ["current_password": .string(password), "second_factor_code": .string(code)])
            }
            for verb in ["recovery-codes", "disable"] {
                try await change(verb, "salah", app.code(1)).expectProblem(401, "sign_in_refused")
                try await change(verb, Person.password, app.code(30)).expectProblem(401, "second_factor_refused")
                try await change(verb, Person.password, app.used).expectProblem(401, "second_factor_refused")
                let misshapen = try await change(verb, Person.password, "12345").expectProblem(422, "invalid_request")
                #expect(misshapen["errors"].items.map(\.["code"].text) == ["not_a_second_factor_code"])
                #expect(!misshapen.text.contains("12345"))
                // So many were wrong that one would wait.
                try await siti.forgive()
            }
            let renewed = try await change("recovery-codes", Person.password, app.code(1)).expect(200)
            let others = renewed["recovery_codes"].texts
            #expect(others.count == 10 && Set(others).isDisjoint(with: codes))
            try await change("disable", Person.password, codes[0]).expectProblem(401, "second_factor_refused")
            try await change("disable", Person.password, others[0]).expect(200)
            try await siti.signIn().expect(201)
            try await change("disable", Person.password, others[1]).expectProblem(404, "not_found")
            #expect(try await service.database.count("from second_factor") == 0)

            let machine = try await service.coordinator()
            try await machine.get("me/second-factor").expectProblem(403, "forbidden")
            try await machine.post("me/second-factor", ["current_password": "x"]).expectProblem(403, "forbidden")
        }
    }

    /// On two servers at a time, a code opens one session.
    @Test func aCodeIsUsedOnceOnHoweverManyServers() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let (_, app, codes) = try await siti.enrolled()
            try await Service.serving(service.database) { second in
                for sent in [app.sent(1), ["second_factor_code": .string(codes[0])]] {
                    try await siti.forgive()
                    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                        for number in 0..<4 {
                            let there = Person(email: siti.email, service: number % 2 == 0 ? service : second)
                            group.addTask {
                                // Where the machine is slow, who waits too long for a hash is told so.
                                while true {
                                    let answer = try await there.signIn(code: sent)
                                    if answer.status != 503 { return answer.status }
                                }
                            }
                        }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                    #expect(statuses.sorted() == [201, 401, 401, 401])
                }
            }
        }
    }

    /// Guessing codes is slowed down as guessing passwords is, and a right password alone does not set it back.
    @Test func wrongCodesCountAsWrongPasswordsDo() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let (_, app, _) = try await siti.enrolled()
            for attempt: Int64 in 1...5 {
                try await siti.signIn(from: "203.0.113.\(attempt)").expectProblem(401, "second_factor_required")
                try await siti.signIn(from: "198.51.100.\(attempt)", code: app.sent(50 + attempt))
                    .expectProblem(401, "second_factor_refused")
            }
            try await service.database.execute("update sign_in_counter set failures = 12 where failures = 5")
            try await siti.signIn(from: "198.51.100.9", code: app.sent(1)).expectProblem(429, "too_many_attempts")
            try await siti.forgive()
            try await siti.signIn(from: "198.51.100.9", code: app.sent(1)).expect(201)
        }
    }

    @Test func whoLostItIsHelpedByWhoLooksAfterThem() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let rahmat = try await service.person("rahmat@kotabaru.example", .viewer)
            let (client, _, _) = try await rahmat.enrolled()
            _ = try await siti.enrolled()
            let coordinator = try await service.coordinator()
            let account = try await rahmat.account()
            let own = try await siti.account()
            try await coordinator.post("accounts/\(own)/remove-second-factor")
                .expectProblem(403, "account_is_ones_to_look_after")
            try await client.post("accounts/\(own)/remove-second-factor").expectProblem(403, "forbidden")
            try await service.coordinator("63.10").post("accounts/\(account)/remove-second-factor")
                .expectProblem(404, "not_found")
            try await coordinator.post("accounts/\(account)/remove-second-factor?dry_run=true").expect(200)
            try await rahmat.signIn().expectProblem(401, "second_factor_required")
            let done = try await coordinator.post("accounts/\(account)/remove-second-factor").expect(200)
            #expect(done["sessions_ended"].integer == 1)
            try await client.get("me").expectProblem(401, "unauthenticated")
            try await rahmat.signIn().expect(201)
            // A code after a forgotten password is for the password alone.
            try await siti.signIn().expectProblem(401, "second_factor_required")
            let code = try await service.database.administer {
                try await $0.resetAccount(try #require(EmailAddress(siti.email)))?.secret
            }
            try await service.stranger.post(
                "invitations/accept",
                ["code": .string(try #require(code).text), "password": .string(Person.password + "!")]
            ).expect(200)
            try await siti.signIn(password: Person.password + "!").expectProblem(401, "second_factor_required")
            let email = try #require(EmailAddress(siti.email))
            for isThere in [true, false] {
                #expect(try await service.database.administer { try await $0.removeSecondFactor(email) } == isThere)
            }
            try await siti.signIn(password: Person.password + "!").expect(201)
        }
    }

    /// The service may ask it of roles: such a session does nothing but what is the person's own.
    @Test func aRoleMayAskForIt() async throws {
        let flag = ["--second-factor-for", "administrator,coordinator"]
        try await Service.run(arguments: flag) { service in
            let siti = try await service.person()
            let viewer = try await service.person("rahmat@kotabaru.example", .viewer).client()
            try await viewer.get("lokus").expect(200)
            try await service.coordinator().get("lokus").expect(200)
            let client = try await siti.client()
            let rule = "session_has_the_second_factor_of_its_role"
            try await client.get("lokus").expectProblem(403, rule)
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024]).expectProblem(403, rule)
            try await client.get("me").expect(200)
            let made = try await client.post("me/second-factor", ["current_password": .string(Person.password)])
                .expect(201)
            let app = Authenticator(try #require(made["secret"].text))
            try await client.get("lokus").expectProblem(403, rule)
            let enabled = try await client.post("me/second-factor/confirm", ["second_factor_code": .string(app.used)])
                .expect(200)
            try await client.get("lokus").expect(200)
            try await client.post(
                "me/second-factor/disable",
                [
                    "current_password": .string(Person.password),
                    "second_factor_code": enabled["recovery_codes"].items.first ?? .null,
                ]
            ).expect(200)
            try await client.get("lokus").expectProblem(403, rule)
        }
    }
}

/// Somebody's program for codes.
struct Authenticator: Sendable {
    private let secret: [UInt8]
    /// The code of when the secret was entered, with which it is confirmed.
    let used: String

    init(_ text: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.flatMap { character -> [UInt8] in
            let value = UInt8(alphabet.firstIndex(of: character) ?? 0)
            return (0..<5).map { value >> (4 - $0) & 1 }
        }
        secret = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
        used = Self.code(of: secret, 0)
    }

    /// So many steps from now. The next one is right for a minute and more, and later than all that were used.
    func code(_ offset: Int64) -> String { Self.code(of: secret, offset) }

    private static func code(of secret: [UInt8], _ offset: Int64) -> String {
        TimeCode.code(of: secret, at: TimeCode.step(at: Int64(Date().timeIntervalSince1970)) + offset)
    }

    func sent(_ offset: Int64) -> JSONValue { ["second_factor_code": .string(code(offset))] }

    var hexadecimal: String { secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

extension Person {
    /// With a second factor, of which the code of this moment is used.
    func enrolled() async throws -> (client: Client, app: Authenticator, codes: [String]) {
        let client = try await client()
        let made = try await client.post("me/second-factor", ["current_password": .string(Person.password)]).expect(201)
        let app = Authenticator(try #require(made["secret"].text))
        let done = try await client.post("me/second-factor/confirm", ["second_factor_code": .string(app.used)])
            .expect(200)
        return (client, app, done["recovery_codes"].texts)
    }

    func account() async throws -> String {
        try await service.database.value("select id from account where email = '\(email)'")
    }

    /// As if nobody had been wrong.
    func forgive() async throws { try await service.database.execute("delete from sign_in_counter") }

    fileprivate func signIn(from address: String? = nil, code: JSONValue) async throws -> Answer {
        try await signIn(from: address, code)
    }
}
