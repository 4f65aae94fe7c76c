import LibPQ
import Support
import Testing

/// The database as a request sees it: logged in as the service, become a caller by a token, with SQL of our own.
struct RoleSession {
    enum Outcome: Equatable {
        /// The statement went through and touched, or returned, so many rows.
        case rows(Int)
        /// It failed with this SQLSTATE.
        case refused(String)

        var isRefused: Bool {
            switch self {
            case .rows(let count): count == 0
            case .refused: true
            }
        }
    }

    private struct Undo: Error {
        let rows: Int
    }

    let database: TestDatabase
    let token: String

    /// Runs one statement and undoes it.
    func attempt(_ sql: String) async throws -> Outcome {
        let outcomes = try await attempt(each: [sql])
        return try #require(outcomes.first)
    }

    /// Runs each statement in a transaction of its own, and undoes it.
    func attempt(each statements: [String]) async throws -> [Outcome] {
        var options = ConnectionOptions(conninfo: database.loginConninfo)
        options.settings = ["search_path": "selaras, pg_temp"]
        let connection = try await Connection.open(options)
        var outcomes: [Outcome] = []
        for sql in statements { outcomes.append(try await attempt(sql, connection)) }
        await connection.close()
        return outcomes
    }

    private func attempt(_ sql: String, _ connection: Connection) async throws -> Outcome {
        do {
            return try await connection.transaction { transaction in
                let enter: Statement = """
                    select set_config('role', e.role, true), set_config('selaras.areas', e.areas, true),
                        set_config('selaras.agency', e.agency, true), set_config('selaras.lokus', e.lokus, true),
                        set_config('selaras.principal', e.principal_id::text, true)
                    from selaras.enter(sha256(\(token)::text::bytea), 'region', 'read') e
                    """
                // Outside the `catch` of what is tried: a failure here is a failure of the test.
                let entered = try await transaction.pipeline(enter.affected)
                try #require(entered == 1)
                let statement: Statement = "\(unescaped: sql)"
                throw Undo(rows: try await transaction.pipeline(statement.unprepared.affected))
            }
        } catch let undo as Undo {
            return .rows(undo.rows)
        } catch let error as DatabaseError where error.kind == .server {
            return .refused(error.sqlState?.rawValue ?? "")
        }
    }
}
