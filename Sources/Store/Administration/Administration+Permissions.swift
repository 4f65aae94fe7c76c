internal import LibPQ
internal import Planning

extension Administration {
    /// The matrix that is in force, by resource, action and role.
    package func permissions() async throws -> [Configuration.Grant] {
        try await transaction(alone: false) { transaction in
            let statement: Statement = """
                select role, resource, action, states, conditions from permission order by resource, action, role
                """
            return try await transaction.pipeline(
                statement.rows { row in
                    let role: Caller.Role = try row.word()
                    let (resource, action): (Permission.Resource, Permission.Action) = (try row.word(), try row.word())
                    let states: [String] = try row.next()
                    let conditions: [String] = try row.next()
                    return Configuration.Grant(
                        role: role,
                        cell: PermissionCell(
                            Permission(action, resource), in: states, under: try conditions.map { try Row.word($0) }))
                })
        }
    }

    /// Whether policies and grants are those of the matrix: they are made anew, compared, and left as they were. Nobody
    /// reads meanwhile, which takes a moment; where somebody reads for long, it gives up instead of keeping all waiting.
    package func permissionsAreEnforced() async throws -> Bool {
        do {
            return try await transaction { transaction in
                let before = try await transaction.pipeline(Self.inForce)
                try await transaction.simple("select enforce_permissions(); select remake_past()")
                // The only way to roll a transaction back is to end it by an error.
                throw Compared(areSame: try await transaction.pipeline(Self.inForce) == before)
            }
        } catch let compared as Compared {
            return compared.areSame
        }
    }

    /// Makes policies and grants of the matrix anew.
    package func enforcePermissions() async throws {
        try await transaction { transaction in
            try await transaction.simple("select enforce_permissions(); select remake_past()")
        }
    }

    /// Every policy and every grant of the schema, in an order.
    private static let inForce: Query<[String]> = {
        let statement: Statement = """
            select told from (
                select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity, o.polname, o.polcmd,
                    o.polpermissive, array(select r::regrole::text from unnest(o.polroles) r order by 1),
                    pg_get_expr(o.polqual, c.oid), pg_get_expr(o.polwithcheck, c.oid)) as told
                from pg_class c join pg_policy o on o.polrelid = c.oid where c.relnamespace = 'selaras'::regnamespace
                union all
                select concat_ws(' ', c.oid::regclass, a.grantee, a.privilege_type) from pg_class c
                cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
                where c.relnamespace in ('selaras'::regnamespace, 'selaras_past'::regnamespace)
                union all
                select concat_ws(' ', c.oid::regclass, pg_get_viewdef(c.oid)) from pg_class c
                where c.relnamespace = 'selaras_past'::regnamespace and c.relkind = 'v'
                union all
                select concat_ws(' ', c.relname, t.attname, a.grantee, a.privilege_type) from pg_class c
                join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a
                where c.relnamespace = 'selaras'::regnamespace
                union all
                select concat_ws(' ', p.proname, a.grantee) from pg_proc p
                cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                where p.pronamespace = 'selaras'::regnamespace
                union all
                select concat_ws(' ', a.grantee, a.privilege_type) from pg_database d
                cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                where d.datname = current_database()
            ) everything order by told
            """
        return statement.rows { row in try row.next() }
    }()
}

private struct Compared: Error {
    let areSame: Bool
}
