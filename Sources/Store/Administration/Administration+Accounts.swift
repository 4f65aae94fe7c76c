internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

/// A code that an operator has made for somebody.
package struct IssuedCode: Sendable {
    /// Nil where the person has a password and needs none.
    package let secret: TokenSecret?
    package let expiresAt: Moment?
}

extension Administration {
    /// Gives somebody a role, and a code where they have no password yet. `principal_is_held_once` where they hold it.
    package func invite(_ email: EmailAddress, as draft: PrincipalDraft) async throws -> IssuedCode {
        let id = Identifier<PrincipalDraft>.new().uuid
        let (kabupaten, province): (String?, String?) =
            switch draft.area {
            case .kabupaten(let code): (code.description, nil)
            case .province(let code): (nil, code.description)
            }
        let place: Statement = """
            select place_principal(\(id), \(email.description), \(draft.name), \(draft.role.rawValue), \(kabupaten),
                \(province), \(draft.agency), \(draft.desa?.description), \(draft.kecamatan?.description),
                \(draft.assignment?.letter), null, \((draft.assignment?.until).map(PostgresDate.init)))
            """
        return try await transaction { transaction in
            let account = try await transaction.pipeline(place.one { row in try row.next(UUID.self) })
            let known: Statement = "select exists (select from password where account_id = \(account))"
            let hasPassword = try await transaction.pipeline(known.one { row in try row.next(Bool.self) })
            guard !hasPassword else { return IssuedCode(secret: nil, expiresAt: nil) }
            return try await Self.issue(for: account, transaction)
        }
    }

    /// A code for somebody who has an account; who was disabled is let in again once it is used. Nil where there is none.
    package func resetAccount(_ email: EmailAddress) async throws -> IssuedCode? {
        try await transaction { transaction in
            let find: Statement = """
                select id from account where email = \(email.description) for update
                """
            let found: UUID? = try await transaction.pipeline(find.first { row in try row.next(UUID.self) })
            guard let found else { return nil }
            return try await Self.issue(for: found, transaction)
        }
    }

    /// Puts a name or an e-mail right; false where nobody has that e-mail. `account_email_is_of_one_person` where another
    /// account has the new one.
    package func correctAccount(_ email: EmailAddress, _ correction: AccountCorrection) async throws -> Bool {
        try await transaction { transaction in
            let correct: Statement = """
                select rename_account(id, \(correction.name), \(correction.email?.description)) from account
                where email = \(email.description)
                """
            return try await transaction.pipeline(correct.affected) > 0
        }
    }

    /// Lets somebody in with the password alone again; false where they have no second factor.
    package func removeSecondFactor(_ email: EmailAddress) async throws -> Bool {
        try await transaction { transaction in
            let remove: Statement = """
                delete from second_factor where account_id = (select id from account where email = \(email.description))
                returning account_id
                """
            let found: UUID? = try await transaction.pipeline(remove.first { row in try row.next(UUID.self) })
            guard let found else { return false }
            try await transaction.pipeline(("select end_sessions(\(found), null)" as Statement).void)
            return true
        }
    }

    private static func issue(for account: UUID, _ transaction: Transaction) async throws -> IssuedCode {
        let code = CodeDraft { Digest.of($0) }
        let statement: Statement = """
            select place_invitation(null, \(account), \(code.id.uuid), \(code.hash),
                make_interval(days => \(Int32(CodeDraft.lastsDays))))
            """
        let expiresAt = try await transaction.pipeline(statement.one { row in try row.moment() })
        return IssuedCode(secret: code.secret, expiresAt: expiresAt)
    }
}
