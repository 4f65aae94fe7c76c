package import LibPQ

/// Brings a database to the newest schema. Forward only; each migration is one transaction, so one that was killed
/// midway left nothing and is simply run again.
package struct Migrator: Sendable {
    private let files: SchemaFiles

    package init(_ files: SchemaFiles) {
        self.files = files
    }

    /// Applies what is missing, in order, and returns it. Two at once do no harm: the second waits, then finds nothing
    /// to do.
    ///
    /// - Parameter connection: of somebody who may create roles and a schema; left as it was found.
    package func migrate(_ connection: Connection) async throws -> [SchemaFiles.Migration] {
        // Held by the session and not by a transaction, as it spans several; it ends with the connection at the latest.
        try await connection.simple("select pg_advisory_lock(\(Self.lock))")
        do {
            try await connection.simple(files.roles)
            try await connection.simple(files.bootstrap)
            let missing = try await missing(in: connection)
            for migration in missing { try await apply(migration, connection) }
            // Also where nothing was missing: whoever was killed in between has left it as it was before.
            try await remakePast(connection)
            try await connection.simple("select pg_advisory_unlock(\(Self.lock))")
            return missing
        } catch {
            _ = try? await connection.simple("select pg_advisory_unlock(\(Self.lock))")
            throw error
        }
    }

    /// Any number will do, as long as nothing else uses it.
    private static let lock = 7_355_608_001

    private func missing(in connection: Connection) async throws -> [SchemaFiles.Migration] {
        let ledger: Statement = "select number, sha256 from selaras.migration order by number"
        let applied: [(number: Int, sha256: [UInt8])] = try await connection.pipeline(
            ledger.rows { row in (number: try row.count(), sha256: try row.next()) })
        for (number, sha256) in applied {
            guard let file = files.migrations.first(where: { $0.number == number }) else {
                throw MigrationFault.databaseIsAhead(number: number)
            }
            guard file.sha256 == sha256 else { throw MigrationFault.edited(file.name) }
        }
        let numbers = Set(applied.map(\.number))
        return files.migrations.filter { !numbers.contains($0.number) }
    }

    /// What is read of the past follows from the tables, policies and grants that there are now.
    private func remakePast(_ connection: Connection) async throws {
        // A database that was brought to an older version has none.
        try await connection.simple(
            """
            do $$
            begin
                if to_regprocedure('selaras.remake_past()') is not null then
                    set local role selaras_owner;
                    perform selaras.remake_past();
                end if;
            end
            $$
            """)
    }

    private func apply(_ migration: SchemaFiles.Migration, _ connection: Connection) async throws {
        do {
            try await connection.transaction { transaction in
                // A migration that waits for a lock makes all others wait behind it.
                // And a table with events that have not entered their chain yet cannot be altered.
                try await transaction.simple(
                    "set local role selaras_owner; set local lock_timeout = '5s'; set constraints all immediate")
                try await transaction.simple(migration.sql)
                let record: Statement = """
                    insert into selaras.migration (number, name, sha256)
                    values (\(Int32(migration.number)), \(migration.name), \(migration.sha256))
                    """
                try await transaction.pipeline(record.void)
            }
        } catch let error as DatabaseError {
            throw MigrationFault.failed(migration.name, error)
        }
    }
}

/// Why a database was not migrated.
package enum MigrationFault: Error, Sendable {
    /// The database has a migration that this program does not know: the program is older than the database.
    case databaseIsAhead(number: Int)
    /// A file that was applied has changed since.
    case edited(String)
    case failed(String, DatabaseError)
    /// The folder does not hold what it should.
    case files(String)
}
