internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

extension Store {
    /// As `enter`, for what is the person's own: becomes them in no area, and gives the id of the token.
    func enterAccount(_ access: Access, writing: Bool = false) -> Query<HeldToken.ID> {
        let mode = writing ? "off" : "on"
        let tokenHash = access.tokenHash
        let statement: Statement = """
            select e.token_id, e.is_rested, set_config('role', e.role, true),
                set_config('selaras.account', e.account, true), set_config('selaras.principal', e.principal, true),
                set_config('selaras.request', \(access.requestID), true),
                set_config('transaction_read_only', \(mode), true),
                set_config('selaras.session', e.token_id::text, true)
            from selaras.enter_account(\(tokenHash)) e
            """
        return statement.one { [seen] row in
            let id = try row.id(HeldToken.ID.self)
            if try row.next(Bool.self) { seen.note(tokenHash) }
            return id
        }
    }

    package func identity(_ access: Access) async throws -> Identity {
        let account: Statement = "select id, name, email from account"
        let held: Statement = """
            select p.id, p.name, p.role, coalesce(p.kabupaten_code, p.province_code),
                case when p.kabupaten_code is null then areas_within(p.province_code) else array[p.kabupaten_code] end,
                p.agency_code, p.desa_code, p.valid_from, p.valid_until
            from principal p
            where is_held(p.ended_at, p.valid_from, p.valid_until)
            order by p.created_at, p.id
            """
        let (_, person, assignments) = try await run(
            enterAccount(access), account.first(Self.account), held.rows(Self.assignment))
        // Of the log: who it is where one alone can be meant.
        if let acting = try? Identity(account: person, assignments: assignments).acting(as: access.principal) {
            access.trace?.leave(principal: acting.id.description, role: acting.role)
        }
        return Identity(account: person, assignments: assignments)
    }

    package func sessions(_ access: Access) async throws -> [HeldToken] {
        let statement: Statement = """
            select t.id, t.name, t.created_at, t.seen_at, t.expires_at
            from token t
            where t.kind = 'session' and t.revoked_at is null and t.expires_at > now()
                and t.seen_at + t.idle_for > now()
            order by t.created_at desc, t.id desc
            """
        let (current, rows) = try await run(enterAccount(access), statement.rows(Self.held))
        return rows.map { row in
            HeldToken(
                id: row.id, name: row.name, isCurrent: row.id == current, createdAt: row.createdAt, seenAt: row.seenAt,
                expiresAt: row.expiresAt)
        }
    }

    package func revokeSession(_ access: Access, id: HeldToken.ID) async throws {
        let statement: Statement = """
            update token set revoked_at = now()
            where id = \(id.uuid) and kind = 'session' and revoked_at is null and expires_at > now()
            """
        let (_, touched) = try await write(access, enterAccount(access, writing: true), statement.affected)
        guard touched > 0 else { throw Refusal.notFound }
    }

    package func signOut(_ access: Access) async throws {
        let statement: Statement = "select end_session(\(access.tokenHash), \(access.requestID))"
        guard try await run(statement.one { row in try row.next(Bool.self) }) else { throw Refusal.notFound }
    }

    static let account: @Sendable (inout Row) throws -> Account = { row in
        let (id, name): (Account.ID, String) = (try row.id(), try row.next())
        return Account(id: id, name: name, email: try row.email())
    }

    private static let assignment: @Sendable (inout Row) throws -> Assignment = { row in
        let (id, name): (Assignment.ID, String) = (try row.id(), try row.next())
        let role: Caller.Role = try row.word()
        let area = try row.region()
        let areas: [String] = try row.next()
        return Assignment(
            id: id, name: name, role: role, area: area, areas: areas.compactMap { RegionCode($0) },
            agency: try row.next(), desa: try row.next(String?.self).flatMap { RegionCode($0) },
            validFrom: try row.optionalMoment(), validUntil: try row.optionalMoment())
    }

    private static let held: @Sendable (inout Row) throws -> HeldToken = { row in
        let (id, name): (HeldToken.ID, String) = (try row.id(), try row.next())
        return HeldToken(
            id: id, name: name, isCurrent: false, createdAt: try row.moment(), seenAt: try row.moment(),
            expiresAt: try row.moment())
    }
}

extension Row {
    /// The check constraints let nothing else be there.
    mutating func email() throws -> EmailAddress {
        let text: String = try next()
        guard let email = EmailAddress(text) else { throw UnexpectedContent(what: "e-mail", found: "") }
        return email
    }

    mutating func region() throws -> RegionCode {
        let text: String = try next()
        guard let code = RegionCode(text) else { throw UnexpectedContent(what: "region", found: text) }
        return code
    }
}
