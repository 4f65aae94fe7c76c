import LibPQ
import Support

extension TestDatabase {
    /// Runs `body` while a transaction of its own has done `sql`, and so holds its locks.
    func holding(_ sql: String, _ body: () async throws -> Void) async throws {
        var options = ConnectionOptions(conninfo: adminConninfo)
        options.settings = ["search_path": "selaras, pg_temp"]
        let connection = try await Connection.open(options)
        do {
            try await connection.transaction { transaction in
                try await transaction.simple(sql)
                try await body()
            }
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }
}
