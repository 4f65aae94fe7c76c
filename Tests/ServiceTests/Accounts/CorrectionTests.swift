import Foundation
import Planning
import Support
import Testing
import Wire

/// Accounts are corrected, and what is asked of them twice is done once and tells no more than it should.
@Suite struct CorrectionTests {
    private static func draft(_ email: String, _ role: String = "viewer", _ kabupaten: String = "63.02") -> JSONValue {
        [
            "email": .string(email), "name": "Rahmat", "role": .string(role), "kabupaten_code": .string(kabupaten),
        ]
    }

    @Test func aNameAndAnEmailAreCorrected() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let made = try await siti.post("invitations", Self.draft("rahmad@kotabaru.example")).expect(201)
            try await service.stranger.post(
                "invitations/accept", ["code": made["code"], "password": .string(Person.password)]
            ).expect(200)
            let path = "accounts/\(made["account_id"].text ?? "")/correct"
            let right: JSONValue = ["name": "Rahmat Hidayat", "email": "Rahmat@Kotabaru.example"]
            try await siti.post(path + "?dry_run=true", right).expect(200)
            let key = Client.key()
            let corrected = try await siti.post(path, right, key).expect(200)
            #expect(corrected["name"].text == "Rahmat Hidayat" && corrected["email"].text == "rahmat@kotabaru.example")
            let again = try await siti.post(path, right, key).expect(200)
            #expect(again.headers["idempotent-replayed"] == "true" && again["email"] == corrected["email"])

            // By the new e-mail the person signs in, and not by the old one; what they hold bears the name.
            try await Person(email: "rahmad@kotabaru.example", service: service).signIn()
                .expectProblem(401, "sign_in_refused")
            let rahmat = try await Person(email: "rahmat@kotabaru.example", service: service).client()
            #expect(try await rahmat.get("me").expect(200)["name"].text == "Rahmat Hidayat")
            let listed = try await siti.get("principals?email=rahmat@kotabaru.example").expect(200).items
            #expect(listed.map { $0["name"].text } == ["Rahmat Hidayat"])
            #expect(try await service.database.count("from event e where e::text ilike '%hidayat%'") == 0)
            #expect(
                try await service.database.count(
                    "from event where subject = 'account' and action = 'update' and before is not null "
                        + "and subject_id = '\(made["account_id"].text ?? "")' and request_id = '\(corrected.headers["request-id"] ?? "")'"
                ) == 1)

            // Only by who looks after the account, and to nobody else's e-mail: that is recorded, as it tells something.
            try await rahmat.post(path, right).expectProblem(403, "forbidden")
            try await service.coordinator("63.10").post(path, right).expectProblem(404, "not_found")
            try await siti.post(path, ["email": "siti@kotabaru.example"]).expectProblem(403, "email_is_of_nobody_else")
            for wrong: JSONValue in [[:], ["name": " "], ["email": "x"], ["role": "lead"], ["name": .null]] {
                try await siti.post(path, wrong).expectProblem(422, "invalid_request")
            }
            let program = try Program.built(
                "selaras", environment: ["SELARAS_URL": service.url, "SELARAS_TOKEN": siti.token ?? ""])
            let typed = try await program(
                "account", "correct", "rahmat@kotabaru.example", "--name", "Rahmat Hidayat, S.T.")
            #expect(typed.code == 0, "\(typed)")
            #expect(try await rahmat.get("me").expect(200)["name"].text == "Rahmat Hidayat, S.T.")
            #expect(try await program("account", "correct", "rahmat@kotabaru.example").code == 2)
        }
    }

    /// An account that nobody of the service looks after.
    @Test func theOperatorCorrectsToo() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let client = try await siti.client()
            let budi = try await service.person("budi@kotabaru.example")
            let program = try Program.built("selaras-server", environment: service.database.adminEnvironment)
            let done = try await program(
                "account", "correct", siti.email, "--name", "Siti Aminah, S.E.", "--email", "Aminah@Kotabaru.example")
            #expect(done.code == 0, "\(done)")
            let me = try await client.get("me").expect(200)
            #expect(me["account"]["email"].text == "aminah@kotabaru.example" && me["name"].text == "Siti Aminah, S.E.")
            let taken = try await program("account", "correct", "aminah@kotabaru.example", "--email", budi.email)
            #expect(taken.code == 1 && taken.error.contains("akun lain"), "\(taken)")
            #expect(try await program("account", "correct", siti.email, "--name", "X").code == 1)
            for wrong in [["account", "correct", budi.email], ["account", "correct", budi.email, "--name", " "]] {
                #expect(try await program.run(wrong).code == 2)
            }
        }
    }

    /// Each with a key: the second request does nothing and shows no code.
    @Test func whatIsAskedTwiceIsDoneOnce() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let key = Client.key()
            let draft = Self.draft("rahmat@kotabaru.example")
            let made = try await siti.post("invitations", draft, key).expect(201)
            let replayed = try await siti.post("invitations", draft, key).expect(201)
            #expect(replayed.headers["idempotent-replayed"] == "true" && replayed["code"].isNull)
            #expect(replayed["principal_id"] == made["principal_id"] && replayed["account_id"] == made["account_id"])
            try await siti.post("invitations", Self.draft("other@kotabaru.example"), key)
                .expectProblem(422, "idempotency_key_reused")
            #expect(try await service.database.count("from invitation where revoked_at is null") == 2)

            let account = "accounts/\(made["account_id"].text ?? "")"
            for path in ["\(account)/reset", "\(account)/disable", "\(account)/enable"] {
                let key = Client.key()
                let first = try await siti.post(path, nil, key).expect(200)
                let events = try await service.database.count("from event")
                let second = try await siti.post(path, nil, key).expect(200)
                #expect(second.headers["idempotent-replayed"] == "true", "\(path)")
                #expect(try await service.database.count("from event") == events, "\(path)")
                #expect(second["account_id"] == first["account_id"] && second["disabled"] == first["disabled"])
                #expect(second["code"].isNull)
            }
            let end = "principals/\(made["principal_id"].text ?? "")/end"
            let last = Client.key()
            try await siti.post(end, nil, last).expect(200)
            #expect(try await siti.post(end, nil, last).expect(200).headers["idempotent-replayed"] == "true")
        }
    }

    /// A rehearsal knows whom the caller sees, and nobody else; and an e-mail has one spelling.
    @Test func aRehearsalTellsNothingOfPeopleElsewhere() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let other = try await service.coordinator("63.10")
            let dry = "invitations?dry_run=true"
            let known = try await siti.post(dry, Self.draft("siti@kotabaru.example", "lead")).expect(200)
            #expect(known["code"].isNull)
            let elsewhere = try await other.post(dry, Self.draft("siti@kotabaru.example", "viewer", "63.10")).expect(
                200)
            let nobody = try await other.post(dry, Self.draft("baru@x.example", "viewer", "63.10")).expect(200)
            for answer in [elsewhere, nobody] {
                #expect(!answer["code"].isNull && !answer["code_expires_at"].isNull)
                #expect(
                    try await service.database.count("from account where id = '\(answer["account_id"].text ?? "")'")
                        == 0)
            }
            for email in [
                "s\u{456}ti@kotabaru.example", "siti@kotabaru.example\u{200B}", "si\u{301}ti@kotabaru.example",
            ] {
                let answer = try await siti.post("invitations", Self.draft(email))
                let fault = answer.expectProblem(422, "invalid_request")["errors"].items.first
                #expect(fault?["code"].text == "not_an_email" && fault?["pointer"].text == "/email")
            }
        }
    }

    /// A code ends with the only role that it came with, and with another password.
    @Test func codesEndWithWhatTheyWereFor() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let made = try await siti.post("invitations", Self.draft("rahmat@kotabaru.example")).expect(201)
            let account = "accounts/\(made["account_id"].text ?? "")"
            try await siti.post("principals/\(made["principal_id"].text ?? "")/end").expect(200)
            func accept(_ code: JSONValue, _ password: String = Person.password) async throws -> Answer {
                try await service.stranger.post(
                    "invitations/accept", ["code": code, "password": .string(password)])
            }
            try await accept(made["code"]).expectProblem(404, "not_found")
            try await siti.post("\(account)/reset").expectProblem(409, "code_is_for_who_holds_a_role")

            let anew = try await siti.post("invitations", Self.draft("rahmat@kotabaru.example")).expect(201)
            try await accept(anew["code"]).expect(200)
            let person = Person(email: "rahmat@kotabaru.example", service: service)
            let rahmat = try await person.client()
            let reset = try await siti.post("\(account)/reset").expect(200)
            let new = "layang putus di atas pasar"
            try await rahmat.send(
                "PUT", "me/password",
                .json(["current_password": .string(Person.password), "new_password": .string(new)])
            ).expect(200)
            // Whoever has the code cannot undo what the person has chosen.
            try await accept(reset["code"], "kapal besar di laut lepas").expectProblem(404, "not_found")
            try await person.signIn(password: new).expect(201)
        }
    }
}
