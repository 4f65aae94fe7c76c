import Planning
import Store

/// Lets the demonstration call the ports as its coordinator and agencies, by tokens that end with it.
final class DemoCast {
    private let administration: Administration
    private var tokens: [PrincipalDraft: IssuedToken] = [:]

    init(_ administration: Administration) {
        self.administration = administration
    }

    func coordinator() async throws -> Access { try await access(DemoPeople.coordinator()) }

    func leadership() async throws -> Access { try await access(DemoPeople.leadership()) }

    func agency(_ code: String) async throws -> Access { try await access(DemoPeople.agency(code)) }

    private func access(_ draft: PrincipalDraft) async throws -> Access {
        let known = tokens[draft]
        let token: IssuedToken
        if let known {
            token = known
        } else {
            token = try await administration.createToken(for: draft, days: 1)
            tokens[draft] = token
        }
        return Access(tokenHash: Digest.of(token.secret.text), requestID: "demo")
    }

    /// Nobody was given these tokens, so nobody needs to see them listed.
    func leave() async throws {
        try await administration.discardTokens(tokens.values.map(\.id))
        tokens = [:]
    }
}
