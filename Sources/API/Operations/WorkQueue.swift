package import Logging
internal import Phrasing
package import Planning
internal import Wire

/// The operations of one server: a few at a time, the others in the order in which they came.
package actor WorkQueue {
    package static let mostAtOnce = 2
    package static let mostWaiting = 20

    nonisolated let spool: Spool
    nonisolated let work: any OperationWork & SurveyPort
    private let metrics: Metrics
    private let logger: Logger
    private var waiting: [(id: Operation.ID, file: SpooledFile)] = []
    /// Places kept for uploads that are coming in.
    private var reserved = 0
    private var running: [Operation.ID: Task<Void, Never>] = [:]
    private var isStopped = false

    package init(spool: Spool, work: any OperationWork & SurveyPort, metrics: Metrics, logger: Logger) {
        self.spool = spool
        self.work = work
        self.metrics = metrics
        self.logger = logger
    }

    /// Keeps a place while an upload comes in; false where there is none. Whoever got one gives it back.
    func reserve() -> Bool {
        guard !isStopped, waiting.count + reserved < Self.mostWaiting else { return false }
        reserved += 1
        return true
    }

    func giveBack() { reserved -= 1 }

    /// To be done as soon as its turn comes.
    func add(_ id: Operation.ID, _ file: SpooledFile) {
        waiting.append((id, file))
        startNext()
    }

    /// Takes up what a server that died has left behind, and says of what was lost that it was.
    package func recover() async throws {
        // First what should be there, then what is: an upload is there before its operation and goes after it.
        let unfinished = try await work.unfinished(of: spool.id)
        let (all, leftBehind) = spool.contents()
        let there = Set(all)
        for lost in unfinished where !there.contains(lost.id) {
            logger.warning("an operation has lost its upload", metadata: ["operation": .stringConvertible(lost.id)])
            try await work.end(operation: lost.id, as: .failed, problem: Self.lostUpload(lost))
        }
        for (id, file) in leftBehind { add(id, file) }
    }

    /// Ends what is running without a trace; a server that starts later does it again.
    package func stop() async {
        isStopped = true
        waiting = []
        for task in running.values { task.cancel() }
        for task in running.values { await task.value }
    }

    private func startNext() {
        while !isStopped, running.count < Self.mostAtOnce, !waiting.isEmpty {
            let (id, file) = waiting.removeFirst()
            let run = OperationRun(
                id: id, file: file, spool: spool, work: work, metrics: metrics, logger: logger)
            running[id] = Task {
                await run.perform()
                ended(id)
            }
        }
    }

    private func ended(_ id: Operation.ID) {
        running[id] = nil
        startNext()
    }

    /// In the language of whoever asked, and about what he asked for.
    private static func lostUpload(_ lost: UnfinishedOperation) -> String {
        let problem = Problem(
            status: 503, text: .of("operation_lost_its_upload"),
            language: Language(rawValue: lost.language) ?? .indonesian, instance: Query(target: lost.target).path,
            requestID: lost.requestID)
        return String(decoding: JSONWriter.bytes(of: problem), as: UTF8.self)
    }
}
