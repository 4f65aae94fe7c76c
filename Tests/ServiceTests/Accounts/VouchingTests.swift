import Planning
import Store
import Support
import Testing
import Wire

/// A code, and the password that was chosen with it, is worth what its maker may give; and who was disabled stays so.
@Suite struct VouchingTests {
    private static let other = "layang putus di atas pasar"

    private func draft(_ email: String, _ role: String, _ kabupaten: String) -> JSONValue {
        [
            "email": .string(email), "name": "Budi Santoso", "role": .string(role),
            "kabupaten_code": .string(kabupaten),
        ]
    }

    private func accept(_ code: JSONValue, _ password: String, _ service: Service) async throws -> Answer {
        try await service.stranger.post("invitations/accept", ["code": code, "password": .string(password)])
    }

    private func operatorResets(_ email: String, _ service: Service) async throws -> JSONValue {
        let address = try #require(EmailAddress(email))
        let issued = try await service.database.administer { try await $0.resetAccount(address) }
        return .string(try #require(issued?.secret).text)
    }

    private func operatorInvites(_ email: String, as role: String, _ area: String..., in service: Service)
        async throws -> Program.Outcome
    {
        try await Program.built("selaras-server", environment: service.database.adminEnvironment)
            .run(["account", "invite", "--email", email, "--role", role, "--name", "Budi"] + area)
    }

    /// The code is kept by who made it, and the account becomes more.
    @Test func aCodeEndsWithWhatItWouldOpen() async throws {
        try await Service.run { service in
            let (here, there) = (try await service.coordinator(), try await service.coordinator("63.10"))
            let email = "budi@x.example"
            let kept = try await here.post("invitations", draft(email, "viewer", "63.02")).expect(201)["code"]
            try await there.post("invitations", draft(email, "lead", "63.10"))
                .expectProblem(403, "account_is_ones_to_look_after")
            let given = try await operatorInvites(email, as: "lead", "--kabupaten", "63.10", in: service)
            #expect(given.code == 0 && given.out.hasPrefix("slu_"), "\(given)")
            try await accept(kept, Self.other, service).expectProblem(404, "not_found")
            let code = try #require(given.out.split(separator: "\n").first)
            try await accept(.string(String(code)), Person.password, service).expect(200)
            let budi = try await Person(email: email, service: service).client()
            #expect(try await budi.get("me").expect(200)["principals"].items.count == 2)
            // An operator has vouched for him, so each gives what is theirs, and none has a code.
            let more = try await there.post("invitations", draft(email, "viewer", "63.10")).expect(201)
            #expect(more["code"].isNull)

            // The same with a code for another password.
            let rini = try await service.person("rini@x.example", .viewer)
            let account = try await here.get("principals?email=\(rini.email)").expect(200).items.first?["account_id"]
            let reset = try await here.post("accounts/\(account?.text ?? "")/reset").expect(200)["code"]
            let raised = try await operatorInvites(
                rini.email, as: "administrator", "--province", "63", in: service)
            #expect(raised.code == 0 && raised.out.isEmpty, "\(raised)")
            try await accept(reset, Self.other, service).expectProblem(404, "not_found")
            try await rini.signIn().expect(201)
        }
    }

    /// Whoever made the code accepts it himself, and waits for what others give.
    @Test func aPasswordIsWorthNoMoreThanItsCode() async throws {
        try await Service.run { service in
            let (here, there) = (try await service.coordinator(), try await service.coordinator("63.10"))
            let budi = Person(email: "budi@x.example", service: service)
            let made = try await here.post("invitations", draft(budi.email, "viewer", "63.02")).expect(201)
            try await accept(made["code"], Self.other, service).expect(200)
            try await here.post("invitations", draft(budi.email, "lead", "63.02")).expect(201)
            try await there.post("invitations", draft(budi.email, "lead", "63.10"))
                .expectProblem(409, "password_is_vouched_for")
            let refused = try await operatorInvites(
                budi.email, as: "administrator", "--province", "63", in: service)
            #expect(refused.code != 0 && refused.out.isEmpty && refused.error.contains("account reset"), "\(refused)")
            let intruder = try await budi.client(password: Self.other)
            #expect(try await intruder.get("me").expect(200)["principals"].items.count == 2)

            let code = try await operatorResets(budi.email, service)
            try await there.post("invitations", draft(budi.email, "lead", "63.10"))
                .expectProblem(409, "password_is_vouched_for")
            try await accept(code, Person.password, service).expect(200)
            try await intruder.get("me").expectProblem(401, "unauthenticated")
            try await budi.signIn(password: Self.other).expectProblem(401, "sign_in_refused")
            try await there.post("invitations", draft(budi.email, "lead", "63.10")).expect(201)
            #expect(try await budi.client().get("me").expect(200)["principals"].items.count == 3)
        }
    }

    @Test func whoWasDisabledStaysSo() async throws {
        try await Service.run { service in
            let siti = try await service.coordinator()
            let budi = try await service.person("budi@x.example", .viewer)
            let (session, open) = (try await budi.client(), try await operatorResets(budi.email, service))
            let account = try await siti.get("principals").expect(200).items.first?["account_id"].text ?? ""
            try await siti.post("accounts/\(account)/disable").expect(200)
            try await siti.post("accounts/\(account)/enable").expect(200)
            try await session.get("me").expectProblem(401, "unauthenticated")
            try await accept(open, Self.other, service).expectProblem(404, "not_found")
            try await budi.signIn().expect(201)

            // By an operator: nobody enables him but with a code of theirs, once it is used.
            try await budi.change("update account set disabled_at = now() where id = ACCOUNT")
            try await siti.post("accounts/\(account)/enable").expectProblem(403, "account_is_ones_to_enable")
            let reset = try await siti.post("accounts/\(account)/reset").expect(200)["code"]
            try await accept(reset, Self.other, service).expectProblem(404, "not_found")
            let code = try await operatorResets(budi.email, service)
            try await budi.signIn().expectProblem(401, "sign_in_refused")
            try await accept(code, Self.other, service).expect(200)
            try await budi.signIn(password: Self.other).expect(201)
        }
    }

    @Test func whoWasErasedDoesNotComeBack() async throws {
        try await Service.run { service in
            let siti = try await service.coordinator()
            let budi = try await service.person("budi@x.example", .viewer)
            let account = try await siti.get("principals").expect(200).items.first?["account_id"].text ?? ""
            try await budi.change("do $$ begin perform erase_accounts(array[ACCOUNT]); end $$")
            let left = try await service.database.value("select email from account where id = '\(account)'")
            #expect(left.hasSuffix("@terhapus.invalid"))
            for deed in ["reset", "disable", "enable"] {
                try await siti.post("accounts/\(account)/\(deed)").expectProblem(404, "not_found")
            }
            try await siti.post("invitations", draft(left, "viewer", "63.02"))
                .expectProblem(409, "account_is_not_erased")
            let server = try Program.built("selaras-server", environment: service.database.adminEnvironment)
            let reset = try await server.run(["account", "reset", left])
            #expect(reset.code != 0 && reset.out.isEmpty && reset.error.contains("sudah dihapus"), "\(reset)")
            // The e-mail itself is free.
            try await siti.post("invitations", draft(budi.email, "viewer", "63.02")).expect(201)
        }
    }
}
