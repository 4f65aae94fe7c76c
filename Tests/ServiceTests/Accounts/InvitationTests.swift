import Planning
import Store
import Support
import Testing
import Wire

/// Roles are given, codes accepted, and people looked after.
@Suite struct InvitationTests {
    private static let rahmat: JSONValue = [
        "email": "Rahmat@Kotabaru.example", "name": "Rahmat Hidayat", "role": "agency", "kabupaten_code": "63.02",
        "agency_code": "PUPR", "valid_until_on": "2099-12-31",
    ]

    @Test func fromAnInvitationToWork() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let tried = try await siti.post("invitations?dry_run=true", Self.rahmat).expect(200)
            let made = try await siti.post("invitations", Self.rahmat).expect(201)
            let code = try #require(made["code"].text)
            try await service.stranger.post(
                "invitations/accept",
                ["code": .string(tried["code"].text ?? ""), "password": .string(Person.password)]
            ).expectProblem(404, "not_found")
            let rahmat = Person(email: "rahmat@kotabaru.example", service: service)
            try await rahmat.signIn().expectProblem(401, "sign_in_refused")
            let weak = try await service.stranger.post(
                "invitations/accept", ["code": .string(code), "password": "rahmat hidayat PUPR"])
            #expect(
                weak.expectProblem(422, "invalid_request")["errors"].items.first?["code"].text == "password_is_common")
            let accepted = try await service.stranger.post(
                "invitations/accept", ["code": .string(code), "password": .string(Person.password)]
            ).expect(200)
            #expect(accepted["email"].text == rahmat.email && accepted.headers["cache-control"] == "no-store")

            let client = try await rahmat.client()
            let me = try await client.get("me").expect(200)
            #expect(me["role"].text == "agency" && me["agency"].text == "PUPR")
            // Midnight in Kotabaru, at the end of the last day.
            #expect(me["principals"].items.first?["valid_until"].text == "2099-12-31T16:00:00Z")
            try await client.get("principals").expectProblem(403, "forbidden")
            try await siti.post("invitations", Self.rahmat).expectProblem(409, "principal_is_held_once")

            let listed = try await siti.get("principals?email=\(rahmat.email)&state=current").expect(200).items
            #expect(listed.count == 1 && listed[0]["account_id"] == made["account_id"])
            #expect(listed[0]["id"] == made["principal_id"] && !listed[0]["signed_in_at"].isNull)
            let all = try await siti.get("principals?sort=-name&fields=name,email").expect(200).items
            #expect(all.map { $0["name"].text } == ["Siti Aminah", "Rahmat Hidayat"])

            let account = made["account_id"].text ?? ""
            try await siti.post("accounts/\(account)/disable").expect(200)
            try await client.get("me").expectProblem(401, "unauthenticated")
            try await rahmat.signIn().expectProblem(401, "sign_in_refused")
            try await siti.post("accounts/\(account)/enable").expect(200)
            try await client.get("me").expectProblem(401, "unauthenticated")
            let back = try await rahmat.client()

            let reset = try await siti.post("accounts/\(account)/reset").expect(200)
            try await rahmat.signIn().expect(201)
            try await service.stranger.post(
                "invitations/accept",
                ["code": .string(reset["code"].text ?? ""), "password": "layang putus di atas pasar"]
            ).expect(200)
            try await back.get("me").expectProblem(401, "unauthenticated")
            try await rahmat.signIn().expectProblem(401, "sign_in_refused")
            let again = try await rahmat.client(password: "layang putus di atas pasar")

            try await siti.post("principals/\(made["principal_id"].text ?? "")/end").expect(200)
            try await again.get("lokus").expectProblem(403, "principal_is_held_now")
            // Ended, it can be given anew; the account has a password, so there is no code.
            let anew = try await siti.post("invitations", Self.rahmat).expect(201)
            #expect(anew["code"].isNull && anew["account_id"] == made["account_id"])
            try await again.get("lokus").expect(200)
            for secret in [code, reset["code"].text ?? "?", Person.password] {
                #expect(!service.server.log.contains(secret))
            }
        }
    }

    @Test func whatIsNotOnesToGive() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            func invite(_ members: (String, JSONValue)...) async throws -> Answer {
                var document = [("email", JSONValue("x@y.example")), ("name", "X"), ("kabupaten_code", "63.02")]
                document += members
                return try await siti.post("invitations", .object(JSONObject(document)))
            }
            try await invite(("role", "coordinator")).expectProblem(403, "role_is_ones_to_give")
            try await invite(("role", "province")).expectProblem(403, "role_is_ones_to_give")
            try await invite(("role", "public")).expectProblem(422, "invalid_request")
            try await invite(("role", "agency")).expectProblem(422, "invalid_request")
            try await invite(("role", "viewer"), ("agency_code", "PUPR")).expectProblem(422, "invalid_request")
            try await invite(("role", "agency"), ("agency_code", "TIADA")).expectProblem(
                409, "principal_agency_is_of_its_kabupaten")
            try await invite(("role", "village"), ("desa_code", "63.10.11.2011")).expectProblem(
                422, "principal_desa_belongs_to_role")
            try await invite(
                ("role", "viewer"), ("valid_from_on", "2026-02-02"), ("valid_until_on", "2026-02-01")
            ).expectProblem(422, "invalid_request")
            try await siti.post(
                "invitations",
                ["email": "x@y.example", "name": "X", "role": "viewer", "kabupaten_code": "63.10"]
            ).expectProblem(403, "role_is_ones_to_give")
            #expect(try await service.database.count("from account") == 1)

            // A peer, and oneself, are somebody else's to look after; of others' people nothing is known.
            let own = try await siti.get("me").expect(200)
            let peer = try await service.person("budi@kotabaru.example")
            let ids = try await siti.get("principals?email=\(peer.email)").expect(200).items
            for account in [own["account"]["id"].text ?? "", ids.first?["account_id"].text ?? ""] {
                try await siti.post("accounts/\(account)/reset").expectProblem(403, "account_is_ones_to_look_after")
                try await siti.post("accounts/\(account)/disable").expectProblem(403, "account_is_ones_to_look_after")
            }
            try await siti.post("principals/\(ids.first?["id"].text ?? "")/end").expectProblem(
                403, "role_is_ones_to_give")
            let neighbour = try await service.coordinator("63.10")
            try await neighbour.post("accounts/\(ids.first?["account_id"].text ?? "")/reset").expectProblem(
                404, "not_found")
            #expect(try await neighbour.get("principals").expect(200).items.isEmpty)
        }
    }

    /// Through the API and at the server, with all that the role needs.
    @Test func everyRoleOfAKabupatenIsInvited() async throws {
        try await Service.run { service in
            let siti = try await service.person().client()
            let given: [(role: String, needs: [String: String])] = [
                ("lead", [:]), ("viewer", [:]), ("agency", ["agency_code": "PUPR"]),
                ("reporter", ["agency_code": "PUPR"]), ("village", ["desa_code": "63.02.12.2005"]),
                ("subdistrict", ["kecamatan_code": "63.02.12"]),
            ]
            for (role, needs) in given {
                var members = [
                    ("email", JSONValue.string("\(role)@kotabaru.example")), ("name", "Rahmat"),
                    ("role", .string(role)),
                    ("kabupaten_code", "63.02"),
                ]
                if !needs.isEmpty {
                    try await siti.post("invitations", .object(JSONObject(members)))
                        .expectProblem(422, "invalid_request")
                }
                members += needs.map { ($0.key, .string($0.value)) }
                let code = try await siti.post("invitations", .object(JSONObject(members))).expect(201)["code"]
                try await service.stranger.post(
                    "invitations/accept", ["code": code, "password": .string(Person.password)]
                ).expect(200)
                let client = try await Person(email: "\(role)@kotabaru.example", service: service).client()
                #expect(try await client.get("me").expect(200)["role"].text == role)
                try await client.get("lokus").expect(200)
            }
            let camat = try await siti.get("principals?kecamatan_code=63.02.12").expect(200).items
            #expect(camat.map { $0["role"].text } == ["subdistrict"])

            for (role, options) in [
                ("subdistrict", ["--kecamatan", "63.02.14"]), ("reporter", ["--agency", "PUPR"]),
                ("auditor", ["--letter", "700/13/ITDA/2026", "--until", "2099-12-31"]),
            ] {
                let invited = try await Program.built(
                    "selaras-server", environment: service.database.adminEnvironment
                ).run(
                    ["account", "invite", "--email", "\(role)2@x.example", "--role", role, "--name", "Ani"]
                        + ["--kabupaten", "63.02"] + options)
                #expect(invited.code == 0 && invited.out.hasPrefix("slu_"), "\(role): \(invited)")
            }
            let letter = "from principal where assignment_letter like '700/1%' and valid_until > '2099-12-31'"
            #expect(try await service.database.count(letter) == 1)
            // Who is audited does not look after the auditor.
            var auditor: [(String, JSONValue)] = [
                ("email", "audit@x.example"), ("name", "Ani"), ("role", "auditor"), ("kabupaten_code", "63.02"),
                ("assignment_letter", "700/12/ITDA/2026"),
            ]
            try await siti.post("invitations", .object(JSONObject(auditor))).expectProblem(422, "invalid_request")
            auditor.append(("valid_until_on", "2099-12-31"))
            try await siti.post("invitations", .object(JSONObject(auditor))).expectProblem(403, "role_is_ones_to_give")
            let administrator = try await service.client(.administrator)
            try await administrator.post("invitations", .object(JSONObject(auditor))).expect(201)
        }
    }

    /// Of several who have the same code at the same time, one chooses the password.
    @Test func aCodeIsUsedOnce() async throws {
        try await Service.run { service in
            let code = try #require(try await service.invited("satu@x.example", try Service.draft(.viewer)))
            let passwords = (1...4).map { "perahu ke-\($0) menuju muara sungai" }
            let winners = try await withThrowingTaskGroup(of: String?.self) { group in
                for password in passwords {
                    group.addTask {
                        while true {
                            let answer = try await service.stranger.post(
                                "invitations/accept", ["code": .string(code.text), "password": .string(password)])
                            if answer.status == 200 { return password }
                            // Where the machine is slow, who waits too long for a hash is told so.
                            if answer.status == 503 { continue }
                            answer.expectProblem(404, "not_found")
                            return nil
                        }
                    }
                }
                var found: [String] = []
                for try await password in group { if let password { found.append(password) } }
                return found
            }
            #expect(winners.count == 1)
            let person = Person(email: "satu@x.example", service: service)
            for password in passwords {
                try await person.signIn(password: password, from: "10.1.1.\(password.count)")
                    .expect(password == winners.first ? 201 : 401)
            }
            #expect(try await service.database.count("from password") == 1)
        }
    }

    @Test func aCodeThatIsNoneIsToldApartFromOneThatHasEnded() async throws {
        try await Service.run { service in
            let code = try #require(try await service.invited("satu@x.example", try Service.draft(.viewer)))
            func accept(_ code: String) async throws -> Answer {
                try await service.stranger.post(
                    "invitations/accept", ["code": .string(code), "password": .string(Person.password)])
            }
            for wrong in [String(code.text.dropLast()), "slr_" + code.text.dropFirst(4), "x"] {
                let answer = try await accept(wrong).expectProblem(422, "invalid_request")
                #expect(answer["errors"].items.first?["code"].text == "not_a_code")
                #expect(!answer.text.contains(code.text.dropFirst(4).prefix(20)))
            }
            let before = try await service.hashes().count
            try await accept(TokenSecret.random(.invitation).text).expectProblem(404, "not_found")
            try await service.database.execute(
                "update invitation set created_at = now() - interval '8 days', expires_at = now()")
            try await accept(code.text).expectProblem(404, "not_found")
            #expect(try await service.hashes().count == before)
            // A code opens nothing but itself.
            try await Client(url: service.url, token: code.text).get("me").expectProblem(401, "unauthenticated")
        }
    }
}
