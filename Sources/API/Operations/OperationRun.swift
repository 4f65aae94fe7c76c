internal import HTTPTypes
internal import Logging
internal import Phrasing
internal import Planning
internal import Synchronization
internal import Wire

/// One operation from its beginning to its end, in the name of whoever asked for it.
struct OperationRun: Sendable {
    private static let pause: Duration = .seconds(1)
    private static let longestPause: Duration = .seconds(60)
    /// So often is begun again what could not be ended; with the pauses in between, some five minutes.
    private static let mostTries = 10
    /// An upload whose operation this database does not know may be another database's, or be noted in a moment.
    private static let longestUnknown = 24 * 60 * 60

    let id: Operation.ID
    let file: SpooledFile
    let spool: Spool
    let work: any OperationWork & SurveyPort
    let metrics: Metrics
    let logger: Logger

    /// What became of one try.
    private enum Outcome {
        /// It is at its end, whichever that is.
        case over
        case failed(any Error)
        case cancelled
        /// The server ends: to be done again by the next one.
        case interrupted
        /// The database cannot do it now.
        case postponed(any Error)
    }

    func perform() async {
        var (tries, pause) = (0, Self.pause)
        while !Task.isCancelled {
            do {
                // Without anything to do: it was cancelled, or had just ended when its server died.
                guard let begun = try await work.begin(operation: id, of: spool.id) else { return file.remove() }
                tries += 1
                switch await measured(begun) {
                case .over: return left(.succeeded, begun)
                case .postponed(let error) where tries < Self.mostTries: told(error, begun, tries)
                case .failed(let error), .postponed(let error):
                    try await work.end(operation: id, as: .failed, problem: problem(error, begun))
                    return left(.failed, begun)
                case .cancelled:
                    try await work.end(operation: id, as: .cancelled, problem: nil)
                    return left(.cancelled, begun)
                case .interrupted: break
                }
            } catch Refusal.notFound {
                if file.age > Self.longestUnknown { file.remove() }
                return
            } catch {
                logger.warning(
                    "operation waits for the database",
                    metadata: ["operation": .stringConvertible(id)].merging(Diagnosis(error).metadata) { $1 })
            }
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, Self.longestPause)
        }
    }

    private func measured(_ begun: BegunOperation) async -> Outcome {
        let (kind, start) = ([MetricLabel("kind", begun.kind.rawValue)], ContinuousClock.now)
        metrics.add(to: .operationsStarted, kind)
        metrics.add(to: .operationsRunning)
        defer {
            metrics.add(-1, to: .operationsRunning)
            metrics.observe(start.duration(to: .now).inSeconds, in: .operationDuration, kind)
        }
        return await attempt(begun)
    }

    private func left(_ state: Operation.State, _ begun: BegunOperation) {
        file.remove()
        metrics.add(
            to: .operationsFinished,
            [MetricLabel("kind", begun.kind.rawValue), MetricLabel("outcome", state.rawValue)])
        logger.info("operation ended", metadata: labels(begun, ["state": .string(state.rawValue)]))
    }

    private func told(_ error: any Error, _ begun: BegunOperation, _ tries: Int) {
        let more = Diagnosis(error).metadata.merging(["tries": .stringConvertible(tries)]) { $1 }
        logger.warning("operation is begun again", metadata: labels(begun, more))
    }

    private func labels(_ begun: BegunOperation, _ more: Logger.Metadata) -> Logger.Metadata {
        let own: Logger.Metadata = [
            "operation": .stringConvertible(id), "kind": .string(begun.kind.rawValue),
            "request_id": .string(begun.access.requestID),
        ]
        return own.merging(more) { $1 }
    }

    private func attempt(_ begun: BegunOperation) async -> Outcome {
        let meter = OperationMeter(total: file.size) { progress in
            (try? await work.report(progress, of: id)) ?? true
        }
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask { await outcome(begun, meter) }
            group.addTask {
                // Ends by being cancelled, or by having been asked to cancel.
                while !Task.isCancelled {
                    try? await Task.sleep(for: Self.pause)
                    if Task.isCancelled { return nil }
                    if await !meter.report() { return nil }
                }
                return nil
            }
            var found: Outcome?
            while let next = await group.next() {
                found = next ?? found
                group.cancelAll()
            }
            switch found {
            case .interrupted where meter.isToEnd, .postponed where meter.isToEnd: return .cancelled
            default: return found ?? .interrupted
            }
        }
    }

    private func outcome(_ begun: BegunOperation, _ meter: OperationMeter) async -> Outcome {
        do {
            switch begun.kind {
            case .surveyImport: try await importFile(begun, meter)
            case .surveyClose: try await close(begun)
            }
            return .over
        } catch {
            if Task.isCancelled || error is CancellationError { return .interrupted }
            if let refusal = error as? Refusal, case .unavailable = refusal { return .postponed(error) }
            return .failed(error)
        }
    }

    private func importFile(_ begun: BegunOperation, _ meter: OperationMeter) async throws {
        var query = Query(target: begun.target)
        _ = query.optional("dry_run", .flag)
        let lokus = query.path.split(separator: "/").dropLast().last.flatMap { Lokus.ID(String($0)) }
        guard let lokus, let wanted = SurveyImportRequest(&query, lokus: lokus) else {
            throw Refusal.faults(query.faults)
        }
        try await file.rewind()
        _ = try await work.receipt(of: SurveyFile(source: .spooled(file, meter)), begun.access, wanted)
    }

    private func close(_ begun: BegunOperation) async throws {
        let path = Query(target: begun.target).path
        guard let round = path.split(separator: "/").dropLast().last.flatMap({ SurveyRound.ID(String($0)) }),
            let version = begun.version
        else { throw Refusal.notFound }
        _ = try await work.close(begun.access, round: round, at: version)
    }

    /// As the request would have been answered.
    private func problem(_ error: any Error, _ begun: BegunOperation) -> String {
        let rejection = Rejection(error)
        if rejection.status == .internalServerError {
            logger.error("unexpected error in an operation", metadata: labels(begun, Diagnosis(error).metadata))
        }
        let problem = Problem(
            status: rejection.status.code, text: .of(rejection.code),
            language: Language(rawValue: begun.language) ?? .indonesian, instance: Query(target: begun.target).path,
            requestID: begun.access.requestID, faults: rejection.faults)
        return String(decoding: JSONWriter.bytes(of: problem), as: UTF8.self)
    }
}

/// Counts what was read of an upload, and says how far it is.
final class OperationMeter: Sendable {
    private struct Counts {
        var bytes = 0
        var rows = 0
        var isToEnd = false
    }

    private let counts = Mutex(Counts())
    private let total: Int
    private let tell: @Sendable (Operation.Progress) async -> Bool

    /// - Parameter tell: Notes the progress; false where the operation has been asked to end.
    init(total: Int, tell: @escaping @Sendable (Operation.Progress) async -> Bool) {
        self.total = total
        self.tell = tell
    }

    /// Whether it has been asked to end.
    var isToEnd: Bool { counts.withLock { $0.isToEnd } }

    func count(bytes: Int) { counts.withLock { $0.bytes += bytes } }
    func set(rows: Int) { counts.withLock { $0.rows = rows } }

    /// False where the operation has been asked to end.
    @discardableResult
    func report() async -> Bool {
        let now = counts.withLock { $0 }
        let progress = Operation.Progress(bytesRead: now.bytes, bytesTotal: total, rowsRead: now.rows)
        let goesOn = await tell(progress)
        if !goesOn { counts.withLock { $0.isToEnd = true } }
        return goesOn
    }
}
