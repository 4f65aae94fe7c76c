import Foundation
import Planning
import Store
import Testing
import Wire

/// Somebody with an account of their own.
struct Person: Sendable {
    static let password = "perahu kecil menuju muara sungai"

    let email: String
    let service: Service

    func signIn(
        password: String = Person.password, from address: String? = nil, _ extra: JSONValue? = nil
    ) async throws -> Answer {
        var members = [("email", JSONValue.string(email)), ("password", .string(password))]
        if let extra { members += extra.members.map { ($0.name, $0.value) } }
        // Requests of tests come from this machine, as those of a proxy do, which says whom it serves.
        return try await service.stranger.post(
            "sessions", .object(JSONObject(members)), address.map { ["X-Forwarded-For": $0] } ?? [:])
    }

    /// Signed in.
    func client(password: String = Person.password, from address: String? = nil) async throws -> Client {
        let answer = try await signIn(password: password, from: address).expect(201)
        return Client(url: service.url, token: answer["token"].text)
    }

    /// A change by a superuser of what is theirs.
    func change(_ sql: String) async throws {
        try await service.database.execute(
            sql.replacing("ACCOUNT", with: "(select id from account where email = '\(email)')"))
    }
}

extension Service {
    /// The code with which somebody is invited, as whoever runs the service does it.
    func invited(_ email: String, _ draft: PrincipalDraft) async throws -> TokenSecret? {
        let address = try #require(EmailAddress(email))
        return try await database.administer { try await $0.invite(address, as: draft) }.secret
    }

    static func draft(_ role: Caller.Role, _ kabupaten: String = "63.02") throws -> PrincipalDraft {
        PrincipalDraft(
            role: role, name: "Siti Aminah", area: .kabupaten(try #require(RegionCode(kabupaten))),
            agency: role == .agency ? "PUPR" : nil)
    }

    /// Somebody who has chosen a password.
    func person(_ email: String = "siti@kotabaru.example", _ role: Caller.Role = .coordinator) async throws -> Person {
        let code = try #require(try await invited(email, try Self.draft(role)))
        try await stranger.post(
            "invitations/accept", ["code": .string(code.text), "password": .string(Person.password)]
        ).expect(200)
        return Person(email: email, service: self)
    }

    /// How many passwords were hashed so far, and the most at a time.
    func hashes() async throws -> (count: Int, atOnce: Int) {
        let page = try MetricsPage(try await admin.get("/metrics").expect(200).text)
        return (
            Int(page.value("selaras_password_hashes_total", [:]) ?? -1),
            Int(page.value("selaras_password_hashes_at_once_max", [:]) ?? -1)
        )
    }
}
