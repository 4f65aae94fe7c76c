internal import LibPQ
internal import Measurement
internal import Planning

/// What one task does, on a connection of its own.
struct RescoringWork: Sendable {
    private let connection: Connection
    private let schemes: SchemeCache

    init(_ options: ConnectionOptions, _ schemes: SchemeCache) async throws {
        connection = try await Self.connect(options)
        self.schemes = schemes
    }

    func end() async { await connection.close() }

    /// A connection in the role of the owner, with leave to replace what is kept (see migration 0017).
    static func connect(_ options: ConnectionOptions) async throws -> Connection {
        var options = options
        options.applicationName = "selaras-server rescore"
        let connection = try await Connection.open(options)
        do {
            try await connection.simple(
                """
                set role selaras_owner; set search_path = selaras, pg_temp; set selaras.rescoring = 'on'; set jit = off;
                set random_page_cost = 1.1
                """)
            return connection
        } catch let error as DatabaseError where error.sqlState == .invalidParameterValue {
            await connection.close()
            // There is no such role, so nothing was migrated in this cluster.
            throw AdministrationFault.schemaMissing
        } catch {
            await connection.close()
            throw AdministrationFault.told(by: error)
        }
    }

    /// The evidence of one round, and whether its results still follow from its families.
    func score(_ key: Rescoring.Key) async throws -> RescoringOutcome {
        try await connection.transaction { transaction in
            let stored = try await RescoredRound.read(key, transaction)
            let scheme = try await schemes.scheme(transaction, stored.round.framework)
            let families = try await EvidenceWriting.families(
                of: key.round, in: key.kabupaten, scheme: scheme, transaction)
            let represented = stored.round.familiesInVillage ?? families.tally.representedByCensus
            let isWritten = try await writing(stored.round, scheme, transaction)
                .keep(families, represented: represented)
            let differences = try stored.differences(from: families, represented: represented, scheme: scheme)
            return RescoringOutcome(
                rounds: 1, families: families.tally.familiesListed, written: isWritten ? 1 : 0,
                differing: differences.isEmpty ? [] : [.init(stored.round, differences)])
        }
    }

    /// The evidence of one round's pairs with earlier ones.
    func pair(_ key: Rescoring.Key) async throws -> RescoringOutcome {
        try await connection.transaction { transaction in
            let round = try await transaction.pipeline(RescoredRound.head(key))
            let scheme = try await schemes.scheme(transaction, round.framework)
            let families = try await EvidenceWriting.families(
                of: key.round, in: key.kabupaten, scheme: scheme, transaction)
            let written = try await writing(round, scheme, transaction).keepPairs(
                of: families, with: \.isEarlier)
            return RescoringOutcome(pairsWritten: written)
        }
    }

    private func writing(
        _ round: SurveyRound, _ scheme: ScoringScheme, _ transaction: Transaction
    ) -> EvidenceWriting {
        EvidenceWriting(
            round: round, scheme: scheme, schemes: schemes, transaction: transaction, isReplacing: true)
    }
}
