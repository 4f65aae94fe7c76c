internal import Wire

extension Context {
    /// Waits for an operation until its end; on a terminal it is told how far it is. The service goes on without us,
    /// so whatever ends the waiting says how to come back to it.
    func wait(for id: String, _ service: Service, _ common: CommonOptions) async throws -> Resource {
        lastWords.set(.operationGoesOn(id))
        let isWatched = console.isErrorTerminal && !common.quiet
        defer {
            lastWords.set(nil)
            if isWatched { console.writeError(Array("\r\u{1B}[K".utf8)) }
        }
        while true {
            let operation: Resource
            do {
                operation = try await service.get(Address("operations", id))
            } catch let failure as Failure where failure.status == .temporary {
                note(.operationGoesOn(id), common)
                throw failure
            }
            if OperationView.hasEnded(operation.value) { return operation }
            if isWatched {
                let state = Cell.text(operation.value["state"], .word(.operationState), in: language)
                let line = "\(state): \(OperationView.progress(operation.value, language))"
                console.writeError(Array(("\r\u{1B}[K" + line).utf8))
            }
            try await pause(1)
        }
    }
}
