import LibPQ
import Planning
import Store
import Support
import Testing

@Suite struct AdministrationTokenTests {
    @Test func aTokenIsBelievedUntilItIsRevoked() async throws {
        try await AdministeredDatabase.run { database in
            let draft = try PrincipalDraft(role: .agency, name: "Uji", area: kotabaru(), agency: "PUPR")
            let token = try await database.administration.createToken(for: draft, days: 1)
            let ports = try database.store()
            let store = ports.store
            let access = Access(tokenHash: Digest.of(token.secret.text), requestID: "test")
            let identity = try await store.identity(access)
            let caller = try #require(try identity.acting(as: nil))
            #expect(caller.role == .agency && caller.agency == "PUPR" && caller.name == "Uji")
            #expect(identity.account == nil)
            #expect(try await database.administration.revokeToken(token.id))
            await #expect(throws: Refusal.unauthenticated) { try await store.identity(access) }
            #expect(try await !database.administration.revokeToken(token.id))
            #expect(try await database.administration.tokens().map(\.state) == [.revoked])
            await ports.pool.close()
        }
    }

    @Test func theSameOfficeIsTheSamePrincipal() async throws {
        try await AdministeredDatabase.run { database in
            let draft = try PrincipalDraft(role: .coordinator, name: "Uji", area: kotabaru())
            for _ in 1...2 { _ = try await database.administration.createToken(for: draft, days: 1) }
            #expect(try await database.count("select count(*) from selaras.principal") == 1)
            #expect(try await database.administration.tokens().count == 2)
        }
    }

    @Test func whatDoesNotExistIsRefusedByName() async throws {
        try await AdministeredDatabase.run { database in
            let strangers: [(PrincipalDraft, String)] = [
                (
                    try PrincipalDraft(role: .agency, name: "Uji", area: kotabaru(), agency: "TIADA"),
                    "principal_agency_is_of_its_kabupaten"
                ),
                (
                    try PrincipalDraft(role: .viewer, name: "Uji", area: .kabupaten(region("63.05"))),
                    "principal_kabupaten_uses_the_service"
                ),
                (
                    try PrincipalDraft(role: .village, name: "Uji", area: kotabaru(), desa: region("63.02.12.2099")),
                    "principal_desa_is_in_the_register"
                ),
            ]
            for (draft, rule) in strangers {
                await #expect(throws: AdministrationFault.rule(rule)) {
                    try await database.administration.createToken(for: draft, days: 1)
                }
            }
            let principals = try await database.count("select count(*) from selaras.principal")
            #expect(principals == 0)
        }
    }

    @Test func aDatabaseWithoutSchemaIsToldApart() async throws {
        let database = try await TestDatabase.makeEmpty()
        let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
        await #expect(throws: AdministrationFault.schemaMissing) {
            try await Administration(connection).tokens()
        }
        await connection.close()
        try await database.drop()
    }
}
