import Planning
import Testing
import Wire

/// Choosing a password, and another one.
@Suite struct PasswordTests {
    private static let other = "gerimis di atas atap seng tua"

    @Test func anotherPasswordEndsOtherSessions() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let (here, there) = (try await siti.client(), try await siti.client())
            func change(_ current: String, _ new: String) async throws -> Answer {
                try await here.send(
                    "PUT", "me/password", .json(["current_password": .string(current), "new_password": .string(new)]))
            }
            try await change("bukan yang sekarang", Self.other).expectProblem(401, "sign_in_refused")
            for (new, code) in [
                ("pendek sekali", "password_too_short"), ("Rahasia12345Rahasia!", "password_is_common"),
                ("siti aminah kotabaru 2026", "password_is_common"),
                (String(repeating: "panjang betul ", count: 10), "password_too_long"),
            ] {
                let answer = try await change(Person.password, new).expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.map(\.["code"].text).contains(code), "\(new)")
                #expect(
                    answer["errors"].items.allSatisfy { $0["pointer"].text == "/new_password" && $0["value"].isNull })
            }
            // Whoever knows the present one is not made to wait, however many new ones are no good.
            for _ in 1...8 { try await change(Person.password, "pendek").expectProblem(422, "invalid_request") }
            let done = try await change(Person.password, Self.other).expect(200)
            #expect(done["sessions_ended"].integer == 1)
            try await there.get("me").expectProblem(401, "unauthenticated")
            try await here.get("me").expect(200)
            try await siti.signIn().expectProblem(401, "sign_in_refused")
            try await siti.signIn(password: Self.other).expect(201)
            #expect(try await service.database.count("from password") == 1)

            let machine = try await service.coordinator()
            try await machine.send(
                "PUT", "me/password",
                .json(["current_password": .string(Self.other), "new_password": .string(Person.password)])
            ).expectProblem(403, "forbidden")
        }
    }

    /// What keyboards write differently is the same password; what is different is not.
    @Test func oneFormOfUnicodeAndNothingCutOff() async throws {
        try await Service.run { service in
            let code = try #require(try await service.invited("kafe@x.example", try Service.draft(.viewer)))
            let long = "kafe\u{301} di tepi sungai " + String(repeating: "ab9", count: 33)
            try await service.stranger.post(
                "invitations/accept", ["code": .string(code.text), "password": .string(long)]
            ).expect(200)
            let person = Person(email: "Kafe@X.example", service: service)
            try await person.signIn(password: long.replacing("e\u{301}", with: "\u{e9}")).expect(201)
            try await person.signIn(password: String(long.dropLast())).expect(401)
            try await person.signIn(password: long + " ").expect(401)
        }
    }

    /// Cheaper parameters of earlier days are replaced by those of today when the password is known.
    @Test func anOldHashIsRenewed() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            try await siti.change(
                """
                update password set cost = 16, block_size = 1, parallelism = 1, salt = '\\x73616c7473616c7473616c7473616c74',
                    hash = '\\x\(Self.cheapHash)' where account_id = ACCOUNT
                """)
            try await siti.signIn(password: "salah").expect(401)
            #expect(try await service.database.value("select cost from password") == "16")
            try await siti.signIn().expect(201)
            let kept = try await service.database.value("select row(cost, block_size, parallelism) from password")
            #expect(kept == "(32768,8,3)")
            try await siti.signIn().expect(201)
        }
    }

    /// Of `Person.password`, by another implementation (Python's `hashlib.scrypt`, n=16, r=1, p=1).
    private static let cheapHash = "f13f9fa4a5daf393db8623772ac755a04eeb8dc9892a5f60b1d4eb3835156cae"

    @Test func underBSSNPasswordsAreMixedNewAndYoung() async throws {
        let first = "Perahu kecil ke muara, 7 kali"
        try await Service.run(arguments: ["--password-policy", "bssn"]) { service in
            let code = try #require(try await service.invited("siti@x.example", try Service.draft(.viewer)))
            func accept(_ password: String) async throws -> Answer {
                try await service.stranger.post(
                    "invitations/accept", ["code": .string(code.text), "password": .string(password)])
            }
            let refused = try await accept(Person.password).expectProblem(422, "invalid_request")
            #expect(refused["errors"].items.map(\.["code"].text) == ["password_is_not_mixed"])
            try await accept(first).expect(200)
            let person = Person(email: "siti@x.example", service: service)
            try await person.signIn(password: first).expect(201)
            try await person.change(
                "update password set set_at = now() - interval '91 days' where account_id = ACCOUNT")
            try await person.signIn(password: first).expectProblem(403, "password_has_expired")
            try await person.signIn(password: "salah").expectProblem(401, "sign_in_refused")
            let again = try await person.signIn(password: first, ["new_password": .string(first)])
            #expect(again.expect(422)["errors"].items.map(\.["code"].text) == ["password_was_used_before"])
            try await person.signIn(password: first, ["new_password": .string(first + " lagi")]).expect(201)
            try await person.signIn(password: first).expect(401)
            try await person.signIn(password: first + " lagi").expect(201)
        }
    }
}
