internal import LibPQ
package import Planning

extension Store {
    package func holdings(_ access: Access, _ listing: Listing<HoldingField>) -> Reading<Holding> {
        reading(HoldingQueries.list, listing, access)
    }

    package func invite(
        _ access: Access, _ draft: InvitationDraft, as id: Assignment.ID, _ code: CodeDraft
    ) async throws -> Invited {
        let statement: Statement = """
            select account_id, expires_at
            from invite(\(id.uuid), \(code.id.uuid), \(code.hash),
                make_interval(days => \(Int32(CodeDraft.lastsDays))), \(draft.email.description), \(draft.name),
                \(draft.role.rawValue), \(draft.kabupaten.description), \(draft.agency), \(draft.desa?.description),
                \(draft.kecamatan?.description), \(draft.assignmentLetter),
                \(draft.validFrom.map(PostgresDate.init)), \(draft.validUntil.map(PostgresDate.init)),
                \(access.isDryRun))
            """
        let invited = statement.one { row in
            Invited(account: try row.id(), principal: id, codeExpiresAt: try row.optionalMoment())
        }
        return try await write(
            access, enter(access, .create, .account), claim(access, location: id.description), invited
        ).2
    }

    package func resetAccount(_ access: Access, id: Account.ID, _ code: CodeDraft) async throws -> Moment {
        let statement: Statement = """
            select reset_account(\(id.uuid), \(code.id.uuid), \(code.hash),
                make_interval(days => \(Int32(CodeDraft.lastsDays))))
            """
        return try await write(
            access, enter(access, .update, .account), claim(access, location: id.description),
            statement.one { row in try row.moment() }
        ).2
    }

    package func disableAccount(_ access: Access, id: Account.ID, _ isDisabled: Bool) async throws {
        let statement: Statement = "select disable_account(\(id.uuid), \(isDisabled))"
        _ = try await write(
            access, enter(access, .update, .account), claim(access, location: id.description), statement.void)
    }

    package func endPrincipal(_ access: Access, id: Assignment.ID) async throws {
        let statement: Statement = "select end_principal(\(id.uuid))"
        _ = try await write(
            access, enter(access, .update, .account), claim(access, location: id.description), statement.void)
    }

    package func correctAccount(
        _ access: Access, id: Account.ID, _ correction: AccountCorrection
    ) async throws -> Account {
        let statement: Statement = """
            select id, name, email
            from correct_account(\(id.uuid), \(correction.name), \(correction.email?.description))
            """
        return try await write(
            access, enter(access, .update, .account), claim(access, location: id.description),
            statement.one(Self.account)
        ).2
    }

    package func openInvitation(code: [UInt8]) async throws -> Account {
        let statement: Statement = "select account_id, name, email from open_invitation(\(code))"
        let found = try await run(
            statement.first { row in
                let (id, name): (Account.ID, String) = (try row.id(), try row.next())
                return Account(id: id, name: name, email: try row.email())
            })
        guard let found else { throw Refusal.notFound }
        return found
    }

    package func acceptInvitation(
        code: [UInt8], with password: KeptPassword, keeping earlier: Int, byEmail: [UInt8], requestID: String
    ) async throws {
        let parameters = password.parameters
        let statement: Statement = """
            select accept_invitation(\(code), \(byEmail), \(Int32(parameters.cost)), \(Int32(parameters.blockSize)),
                \(Int32(parameters.parallelism)), \(password.salt), \(password.hash), \(Int32(earlier)),
                \(requestID))
            """
        try await run(statement.void)
    }
}

/// How those read who holds what who look after accounts.
private enum HoldingQueries {
    private static let state = """
        case when a.disabled_at is not null then 'disabled' when p.ended_at is not null then 'ended'
            when p.valid_until <= now() then 'past' when p.valid_from > now() then 'coming' else 'current' end
        """

    static let list = ListSource<HoldingField, Holding>(
        resource: .account, rows: "principal p join account a on a.id = p.account_id and p.kabupaten_code is not null",
        alias: "p",
        columns: """
            p.id, p.kabupaten_code, p.role, p.agency_code, p.desa_code, p.kecamatan_code,
            \(state.replacing("a.disabled_at", with: "holder.disabled_at")), p.valid_from, p.valid_until, holder.id,
            holder.name, holder.email, holder.signed_in_at
            """,
        joins: "join account holder on holder.id = p.account_id",
        fields: { field in
            switch field {
            case .id, .kabupatenCode, .role: .column("p.\(field.rawValue)")
            case .agencyCode, .desaCode, .kecamatanCode, .validFrom, .validUntil: .nullable("p.\(field.rawValue)")
            case .accountID: .column("p.account_id")
            case .name, .email: .column("a.\(field.rawValue)")
            case .state: .column("(\(state))")
            }
        },
        decode: { row in
            let (id, kabupaten): (Assignment.ID, String) = (try row.id(), try row.next())
            let role: Caller.Role = try row.word()
            let (agency, desa): (String?, String?) = (try row.next(), try row.next())
            let kecamatan: String? = try row.next()
            let state: Holding.State = try row.word()
            let (from, until) = (try row.optionalMoment(), try row.optionalMoment())
            let (account, name): (Account.ID, String) = (try row.id(), try row.next())
            return Holding(
                id: id, kabupatenCode: kabupaten, role: role, agency: agency, desa: desa, kecamatan: kecamatan,
                state: state, validFrom: from, validUntil: until,
                account: Account(id: account, name: name, email: try row.email()),
                signedInAt: try row.optionalMoment())
        })
}
