import Support
import Testing

extension Service {
    /// A cluster of its own with a filled database, and a server over it.
    ///
    /// - Parameter tablespace: where its tables are to lie, if not with the rest.
    static func onCluster(
        isDurable: Bool = false, tablespace: String? = nil, arguments: [String] = [],
        _ body: (PostgresCluster, Service) async throws -> Void
    ) async throws {
        try await withSlot {
            let cluster = try await PostgresCluster.start(isDurable: isDurable)
            do {
                let database = try await TestDatabase.makeEmpty(on: cluster.conninfo, tablespace: tablespace)
                try await database.fill()
                try await serving(database, arguments: arguments) { try await body(cluster, $0) }
            } catch {
                try? await cluster.destroy()
                throw error
            }
            try await cluster.destroy()
        }
    }
}

/// Nothing but 503 of this code until it is a success; that it becomes one at all is what is tested.
func untilItWorks(after code: String = "database_unreachable", _ send: () async throws -> Answer) async throws {
    try await eventually("no more \(code)") {
        let answer = try await send()
        if answer.status < 300 { return true }
        answer.expectProblem(503, code)
        return false
    }
}

/// Counts what all clients have done together.
actor Progress {
    private var count = 0
    private var waiting: (goal: Int, continuation: CheckedContinuation<Void, Never>)?

    func advance() {
        count += 1
        if let waiting, count >= waiting.goal {
            waiting.continuation.resume()
            self.waiting = nil
        }
    }

    func reach(_ goal: Int) async {
        guard count < goal else { return }
        await withCheckedContinuation { waiting = (goal, $0) }
    }
}
