internal import LibPQ
package import Planning

extension Store {
    /// The first statement of every request: turns the token into a caller and becomes that caller until the end of
    /// the transaction. The only place that sets identity.
    ///
    /// - Parameter isReadOnly: whether the transaction may only read; nil: where the action is to read.
    func enter(
        _ access: Access, _ action: Permission.Action, _ resource: Permission.Resource, isReadOnly: Bool? = nil
    ) -> Query<Caller> {
        let mode = isReadOnly ?? (action == .read) ? "on" : "off"
        let becoming = """
            select e.name, e.role, e.areas, e.agency, coalesce(e.principal_id::text, ''),
                set_config('role', e.role, true), set_config('selaras.areas', e.areas, true),
                set_config('selaras.agency', e.agency, true), set_config('selaras.lokus', e.lokus, true),
                set_config('selaras.principal', coalesce(e.principal_id::text, ''), true),
            """
        let tokenHash = access.tokenHash
        let signedIn: Statement = """
            \(unescaped: becoming) set_config('selaras.request', \(access.requestID), true),
                set_config('transaction_read_only', \(mode), true), e.is_rested,
                set_config('selaras.account', e.account, true), set_config('selaras.session', e.session, true),
                set_config('selaras.scope', e.scope, true)
            from selaras.enter(
                \(tokenHash), \(resource.rawValue), \(action.rawValue), \(access.principal?.uuid),
                \(secondFactorRoles)) e
            """
        // From here on names mean the tables of the past, where it has them.
        let past: Statement = """
            \(unescaped: becoming) set_config('selaras.request', \(access.requestID), true),
                set_config('transaction_read_only', \(mode), true), e.is_rested,
                set_config('selaras.account', e.account, true), set_config('selaras.session', e.session, true),
                set_config('selaras.scope', e.scope, true), set_config('search_path', 'selaras_past, selaras, pg_temp', true),
                set_config('selaras.as_of', \(access.asOf?.exact ?? ""), true)
            from selaras.enter(
                \(tokenHash), \(resource.rawValue), \(action.rawValue), \(access.principal?.uuid),
                \(secondFactorRoles)) e
            """
        let anybody: Statement = """
            \(unescaped: becoming) set_config('selaras.request', \(access.requestID), true),
                set_config('transaction_read_only', \(mode), true), false
            from selaras.enter_public(\(resource.rawValue), \(action.rawValue)) e
            """
        return (access.isAnybody ? anybody : access.asOf == nil ? signedIn : past).one { [seen] row in
            let name: String = try row.next()
            let role: String = try row.next()
            let areas: String = try row.next()
            let agency: String = try row.next()
            let known = Caller.Role(rawValue: String(role.dropFirst("selaras_".count))) ?? .viewer
            let principal: String = try row.next()
            if !access.isAnybody { access.trace?.leave(principal: principal, role: known) }
            row.skip(7)
            if try row.next(Bool.self) { seen.note(tokenHash) }
            return Caller(
                name: name, role: known,
                areas: areas.split(separator: ",").compactMap { RegionCode(String($0)) },
                agency: agency.isEmpty ? nil : agency)
        }
    }

    /// Takes the rights of another role for what follows in this transaction; who acts, and where, stays.
    func act(as role: Caller.Role) -> Query<Void> {
        let statement: Statement = "select set_config('role', \("selaras_" + role.rawValue), true)"
        return statement.void
    }

    /// Takes the request's idempotency key, if it has one, for the thing that will be at `location`.
    func claim(_ access: Access, location: String) -> Query<Void> {
        guard let claim = access.idempotency else { return ("select" as Statement).void }
        let statement: Statement = """
            select claim_idempotency_key(\(claim.scope), \(claim.key), \(claim.requestHash), \(location))
            """
        return statement.void
    }

    /// Fails as `claim` does where the request was made before or is being made, and takes nothing.
    func peek(_ access: Access) -> Query<Void> {
        guard let claim = access.idempotency else { return ("select" as Statement).void }
        let statement: Statement = """
            select peek_idempotency_key(\(claim.scope), \(claim.key), \(claim.requestHash))
            """
        return statement.void
    }

    package func admit(_ access: Access, to permission: Permission) async throws {
        _ = try await run(enter(access, permission.action, permission.resource))
    }
}
