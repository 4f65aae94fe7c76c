internal import LibPQ
package import Planning

internal import struct FoundationEssentials.UUID

/// Who a token stands for. The same values again are the same principal, so that its earlier deeds stay its own.
package struct PrincipalDraft: Hashable, Sendable {
    package enum Area: Hashable, Sendable {
        case kabupaten(RegionCode)
        /// For the roles of a province only.
        case province(RegionCode)
    }

    package let role: Caller.Role
    package let name: String
    package let area: Area
    /// For the roles of an agency only.
    package let agency: String?
    /// For the role `village` only.
    package let desa: RegionCode?
    /// For the role `subdistrict` only.
    package let kecamatan: RegionCode?
    /// For the role `auditor` only.
    package let assignment: Assignment?

    /// A letter of assignment (surat tugas), and the last day on which it holds.
    package struct Assignment: Hashable, Sendable {
        package let letter: String
        package let until: CalendarDay

        package init(letter: String, until: CalendarDay) {
            self.letter = letter
            self.until = until
        }
    }

    package init(
        role: Caller.Role, name: String, area: Area, agency: String? = nil, desa: RegionCode? = nil,
        kecamatan: RegionCode? = nil, assignment: Assignment? = nil
    ) {
        self.role = role
        self.name = name
        self.area = area
        self.agency = agency
        self.desa = desa
        self.kecamatan = kecamatan
        self.assignment = assignment
    }
}

/// A token just made: the only moment at which its text is known.
package struct IssuedToken: Sendable {
    package let id: ListedToken.ID
    package let secret: TokenSecret
    package let expiresAt: Moment
}

/// A token as it can be listed.
package struct ListedToken: Hashable, Sendable {
    package typealias ID = Identifier<ListedToken>

    package enum State: Hashable, Sendable {
        case active, expired, revoked
    }

    package let id: ID
    package let role: Caller.Role
    package let name: String
    /// Kabupaten or province.
    package let area: String
    package let agency: String?
    package let desa: String?
    package let kecamatan: String?
    /// What it may at most, as `resource:action`; nil: whatever its principal may.
    package let scope: String?
    package let state: State
    package let expiresAt: Moment
}

extension Administration {
    /// Makes a token that is valid for so many days from now.
    ///
    /// - Parameter scope: What it may at most; nil: whatever its principal may. `token_scope_is_of_its_role` where the role
    ///   may not do one of these.
    package func createToken(
        for draft: PrincipalDraft, days: Int, scope: [Permission]? = nil
    ) async throws -> IssuedToken {
        let cells = scope.map { $0.map { "\($0.resource.rawValue):\($0.action.rawValue)" } }
        let secret = TokenSecret.random()
        let id = ListedToken.ID.new()
        return try await transaction { transaction in
            let principal = try await principal(draft, transaction)
            if let cells { try await Self.expect(cells, of: draft.role, transaction) }
            let insert: Statement = """
                insert into token (hash, id, principal_id, expires_at, scope)
                values (\(Digest.of(secret.text)), \(id.uuid), \(principal),
                    now() + make_interval(days => \(Int32(days))), \(cells))
                returning expires_at
                """
            let expiresAt = try await transaction.pipeline(insert.one { row in try row.moment() })
            return IssuedToken(id: id, secret: secret, expiresAt: expiresAt)
        }
    }

    private static func expect(_ cells: [String], of role: Caller.Role, _ transaction: Transaction) async throws {
        let unknown: Statement = """
            select count(*) from unnest(\(cells)::text[]) cell where not exists (
                select from permission p where p.role = \(role.rawValue) and p.resource || ':' || p.action = cell)
            """
        guard try await transaction.pipeline(unknown.one { row in try row.next(Int64.self) }) == 0 else {
            throw AdministrationFault.rule("token_scope_is_of_its_role")
        }
    }

    /// Newest first.
    package func tokens() async throws -> [ListedToken] {
        try await transaction(alone: false) { transaction in
            let statement: Statement = """
                select t.id, p.role, p.name, coalesce(p.kabupaten_code, p.province_code), p.agency_code, p.desa_code,
                    p.kecamatan_code, array_to_string(t.scope, ' '),
                    t.revoked_at is not null, t.expires_at <= now(), t.expires_at
                from token t join principal p on p.id = t.principal_id
                order by t.created_at desc, t.id
                """
            return try await transaction.pipeline(statement.rows(Self.listed))
        }
    }

    /// False where there is no such token, or it was revoked before: nothing changed.
    package func revokeToken(_ id: ListedToken.ID) async throws -> Bool {
        try await transaction { transaction in
            let statement: Statement = """
                update token set revoked_at = now() where id = \(id.uuid) and revoked_at is null
                """
            return try await transaction.pipeline(statement.affected) > 0
        }
    }

    /// Removes tokens that nobody was given: those with which the program itself has called the ports.
    package func discardTokens(_ ids: [ListedToken.ID]) async throws {
        try await transaction { transaction in
            let statement: Statement = "delete from token where id = any (\(ids.map(\.uuid)))"
            try await transaction.pipeline(statement.void)
        }
    }

    private func principal(_ draft: PrincipalDraft, _ transaction: Transaction) async throws -> UUID {
        let (kabupaten, province): (String?, String?) =
            switch draft.area {
            case .kabupaten(let code): (code.description, nil)
            case .province(let code): (nil, code.description)
            }
        let until = draft.assignment.map { PostgresDate($0.until) }
        let find: Statement = """
            select id from principal
            where account_id is null and ended_at is null and (role, name, kabupaten_code, province_code, agency_code, desa_code, kecamatan_code, assignment_letter)
                is not distinct from (\(draft.role.rawValue), \(draft.name), \(kabupaten), \(province),
                    \(draft.agency), \(draft.desa?.description), \(draft.kecamatan?.description),
                    \(draft.assignment?.letter))
                and valid_until is not distinct from day_begins(\(until)::date + 1, \(kabupaten))
            order by created_at, id limit 1
            """
        let present: UUID? = try await transaction.pipeline(find.first { row in try row.next(UUID.self) })
        if let present { return present }
        let id = Identifier<PrincipalDraft>.new().uuid
        let insert: Statement = """
            insert into principal (id, name, role, kabupaten_code, province_code, agency_code, desa_code,
                kecamatan_code, assignment_letter, valid_until)
            values (\(id), \(draft.name), \(draft.role.rawValue), \(kabupaten), \(province), \(draft.agency),
                \(draft.desa?.description), \(draft.kecamatan?.description), \(draft.assignment?.letter),
                day_begins(\(until)::date + 1, \(kabupaten)))
            """
        try await transaction.pipeline(insert.void)
        return id
    }

    private static let listed: @Sendable (inout Row) throws -> ListedToken = { row in
        let id = try row.id(ListedToken.ID.self)
        let role: Caller.Role = try row.word()
        let (name, area): (String, String) = (try row.next(), try row.next())
        let (agency, desa, kecamatan): (String?, String?, String?) = (try row.next(), try row.next(), try row.next())
        let scope: String? = try row.next()
        let (isRevoked, isExpired): (Bool, Bool) = (try row.next(), try row.next())
        return ListedToken(
            id: id, role: role, name: name, area: area, agency: agency, desa: desa, kecamatan: kecamatan,
            scope: scope, state: isRevoked ? .revoked : isExpired ? .expired : .active, expiresAt: try row.moment())
    }
}
