package import LibPQ

/// What an administrator does with a database: configuration, regions, tokens. Every call is one transaction in the
/// role that owns the schema, because no role of the service may do any of it.
package struct Administration: Sendable {
    private let connection: Connection

    /// - Parameter connection: of somebody who may become `selaras_owner`.
    package init(_ connection: Connection) {
        self.connection = connection
    }

    /// As the owner. Throws `AdministrationFault` for what the administrator can put right, else `DatabaseError`.
    ///
    /// - Parameters:
    ///   - alone: waits until no other administrator writes; two imports at once would wait for each other's rows in
    ///     different orders.
    ///   - isRepeatable: `body` can be done again where others were in its way: it reads no stream.
    func transaction<T>(
        alone: Bool = true, isRepeatable: Bool = true, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await connection.transaction { transaction in
                    try await become(transaction)
                    if alone { try await transaction.simple("select pg_advisory_xact_lock(\(Self.lock))") }
                    // Everybody who comes later would wait behind a table lock that waits.
                    try await transaction.simple("set local lock_timeout = '2s'")
                    return try await body(transaction)
                }
            } catch let error as DatabaseError
                where isRepeatable && attempt < Self.mostAttempts && error.sqlState.map(Self.passing.contains) == true
            {
                try await Task.sleep(for: .milliseconds(250 << attempt))
                attempt += 1
            } catch {
                throw AdministrationFault.told(by: error)
            }
        }
    }

    private static let mostAttempts = 5
    /// Others were in the way, and will not be for long.
    private static let passing: Set<SQLState> = [.lockNotAvailable, .deadlockDetected]

    /// Any number will do, as long as nothing else uses it.
    private static let lock = 7_355_608_002

    private func become(_ transaction: Transaction) async throws {
        do {
            try await transaction.simple("set local role selaras_owner; set local search_path = selaras, pg_temp")
        } catch let error as DatabaseError where error.sqlState == .invalidParameterValue {
            // There is no such role, so nothing was migrated in this cluster.
            throw AdministrationFault.schemaMissing
        }
    }
}

/// Why an administrator's command was not done, where the database has a part in it.
package enum AdministrationFault: Error, Hashable, Sendable {
    /// The database was not migrated, or not to what this program needs.
    case schemaMissing
    /// Whoever connected may not become the owner of the schema.
    case notPermitted
    /// Others held what it needs for longer than it waits; nothing was changed.
    case busy
    /// A named constraint of the schema, for example `kabupaten_is_in_the_register`.
    case rule(String)

    /// What the administrator can put right of an error, else the error itself.
    static func told(by error: any Error) -> any Error {
        (error as? DatabaseError).flatMap { AdministrationFault($0) } ?? error
    }

    init?(_ error: DatabaseError) {
        guard error.kind == .server, let state = error.sqlState else { return nil }
        switch state {
        case .undefinedTable, .undefinedSchema, .undefinedFunction, .undefinedColumn: self = .schemaMissing
        case .insufficientPrivilege: self = .notPermitted
        case .lockNotAvailable, .deadlockDetected: self = .busy
        case .foreignKeyViolation, .checkViolation, .uniqueViolation, .ruleOfOurs:
            guard let constraint = error.constraint else { return nil }
            self = .rule(constraint)
        default: return nil
        }
    }
}

extension SQLState {
    static let invalidParameterValue = SQLState(rawValue: "22023")
    fileprivate static let ruleOfOurs = SQLState(rawValue: "SL001")
    fileprivate static let undefinedTable = SQLState(rawValue: "42P01")
    fileprivate static let undefinedSchema = SQLState(rawValue: "3F000")
    fileprivate static let undefinedFunction = SQLState(rawValue: "42883")
    fileprivate static let undefinedColumn = SQLState(rawValue: "42703")
}
