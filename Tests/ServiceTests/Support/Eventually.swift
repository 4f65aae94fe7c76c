import Testing

/// Asks again until it holds.
///
/// So patient that only what never happens fails: tests run beside each other, on whatever machine there is, and how fast
/// something is is for a benchmark to say.
func eventually(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation, _ holds: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while try await !holds() {
        guard ContinuousClock.now < end else {
            Issue.record("never: \(what)", sourceLocation: sourceLocation)
            return
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
