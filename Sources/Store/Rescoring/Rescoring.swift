package import LibPQ
internal import Measurement
internal import Planning

/// Computes again what is kept of closed rounds, as the owner of the schema, on as many connections as there are tasks.
///
/// Each round is a transaction of its own: one that is interrupted has done some rounds and not others, and is run
/// again. First the rounds, then the pairs: a pair is of two rounds with evidence.
package struct Rescoring: Sendable {
    private let options: ConnectionOptions
    private let tasks: Int
    private let schemes = SchemeCache()

    /// - Parameters:
    ///   - options: of somebody who may become `selaras_owner`.
    ///   - tasks: How many rounds are computed at once.
    package init(_ options: ConnectionOptions, tasks: Int) {
        self.options = options
        self.tasks = max(1, tasks)
    }

    /// The key of a round.
    struct Key: Sendable {
        let kabupaten: String
        let round: SurveyRound.ID
    }

    /// - Parameters:
    ///   - onlyMissing: Leaves alone what there is evidence of.
    ///   - progress: Told after each round how many of how many are done.
    package func run(
        onlyMissing: Bool, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> RescoringOutcome {
        let connection = try await RescoringWork.connect(options)
        do {
            // Held until the connection ends: two at once would do everything twice.
            try await connection.simple("select pg_advisory_lock(\(Self.lock))")
            let rounds = try await connection.pipeline(Self.rounds(onlyMissing: onlyMissing))
            var outcome = try await share(rounds, progress) { try await $0.score($1) }
            let paired = try await connection.pipeline(Self.paired(onlyMissing: onlyMissing))
            outcome += try await share(paired, { _, _ in }) { try await $0.pair($1) }
            await connection.close()
            return outcome
        } catch {
            await connection.close()
            throw AdministrationFault.told(by: error)
        }
    }

    /// Any number will do, as long as nothing else uses it.
    private static let lock = 7_355_608_003

    private static func rounds(onlyMissing: Bool) -> Query<[Key]> {
        let statement: Statement = """
            select r.kabupaten_code, r.id from survey_round r
            where r.state = 'closed' and r.basis = 'families' and (not \(onlyMissing) or not exists (
                select from round_evidence e where e.kabupaten_code = r.kabupaten_code and e.round_id = r.id))
            order by r.kabupaten_code, r.id
            """
        return statement.rows { row in Key(kabupaten: try row.next(), round: try row.id()) }
    }

    /// Closed rounds with an earlier one of the same families.
    private static func paired(onlyMissing: Bool) -> Query<[Key]> {
        let statement: Statement = """
            select distinct r.kabupaten_code, r.id from \(unescaped: RelatedRound.rounds)
            join round_evidence own on own.kabupaten_code = r.kabupaten_code and own.round_id = r.id
            where r.state = 'closed' and \(unescaped: RelatedRound.isEarlier) and (not \(onlyMissing) or not exists (
                select from pair_evidence p where p.kabupaten_code = r.kabupaten_code
                    and p.before_round_id = o.id and p.after_round_id = r.id))
            order by r.kabupaten_code, r.id
            """
        return statement.rows { row in Key(kabupaten: try row.next(), round: try row.id()) }
    }

    private func share(
        _ keys: [Key], _ progress: @escaping @Sendable (Int, Int) -> Void,
        _ work: @escaping @Sendable (RescoringWork, Key) async throws -> RescoringOutcome
    ) async throws -> RescoringOutcome {
        let queue = RescoringQueue(keys)
        return try await withThrowingTaskGroup { group in
            for _ in 0..<min(tasks, keys.count) {
                group.addTask {
                    var sum = RescoringOutcome()
                    var worker = try await RescoringWork(options, schemes)
                    while let key = queue.next() {
                        do {
                            sum += try await work(worker, key)
                        } catch let error as DatabaseError {
                            await worker.end()
                            throw error
                        } catch {
                            // The answers do not fit what is known of the round. A reading that was given up takes its
                            // connection with it.
                            sum.unfit(key, error)
                            await worker.end()
                            worker = try await RescoringWork(options, schemes)
                        }
                        queue.report(progress)
                    }
                    await worker.end()
                    return sum
                }
            }
            return try await group.reduce(into: RescoringOutcome(), +=)
        }
    }
}
