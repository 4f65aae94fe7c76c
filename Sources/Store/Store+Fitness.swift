internal import LibPQ
internal import Planning

/// Why this program must not serve on this database.
package enum Unfit: Error, Sendable {
    /// The login may do more than become one of the request roles, so row-level security would protect nothing.
    case loginIsTooPowerful(String)
    /// The schema is at another version than the program.
    case schemaVersion(found: Int, required: Int)
    case schemaMissing
}

extension Store {
    /// Refuses a login that owns tables, is a superuser or bypasses row-level security, and a schema of another version.
    package func checkFitness() async throws {
        let login: Statement = """
            select session_user::text, rolsuper or rolbypassrls
                or coalesce(pg_has_role(session_user, to_regrole('selaras_owner'), 'member'), false),
                to_regclass('selaras.migration') is not null
            from pg_roles where rolname = session_user
            """
        let (name, isTooPowerful, hasSchema) = try await pool.pipeline(
            login.one { row in (try row.next(String.self), try row.next(Bool.self), try row.next(Bool.self)) })
        guard !isTooPowerful else { throw Unfit.loginIsTooPowerful(name) }
        guard hasSchema else { throw Unfit.schemaMissing }
        let version: Statement = "select coalesce(max(number), 0) from selaras.migration"
        let found = try await pool.pipeline(version.one { row in try row.count() })
        guard found == requiredSchema else { throw Unfit.schemaVersion(found: found, required: requiredSchema) }
    }
}
