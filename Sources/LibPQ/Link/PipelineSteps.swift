/// One group of results that the server will send, in the order in which they come.
enum PipelineStep {
    /// The answer to a `Parse` that goes in front of its statement: what to remember once it is confirmed.
    case prepare(String, StatementCache.Key)
    /// The answer to a statement; its text is for errors.
    case execute(String)
    case sync
}

/// What is under way between the client and the server, oldest first.
struct PipelineSteps {
    private var steps: [PipelineStep] = []
    private var position = 0

    /// The oldest that is not answered.
    var current: PipelineStep? { position < steps.count ? steps[position] : nil }

    /// The statement that is being answered, for errors.
    var sql: String? {
        switch current {
        case .prepare(_, let key): key.sql
        case .execute(let sql): sql
        case .sync, nil: nil
        }
    }

    mutating func append(_ step: PipelineStep) {
        if position == steps.count { removeAll() }
        steps.append(step)
    }

    mutating func advance() {
        position += 1
    }

    /// Past the next sync: the pipeline is answered.
    mutating func skipToSync() {
        while let step = current {
            position += 1
            if case .sync = step { return }
        }
    }

    mutating func removeAll() {
        steps.removeAll(keepingCapacity: true)
        position = 0
    }

    /// The name of a statement that was sent to be prepared and is not confirmed yet.
    func nameBeingPrepared(for key: StatementCache.Key) -> String? {
        for case .prepare(let name, key) in steps[position...] { return name }
        return nil
    }
}
