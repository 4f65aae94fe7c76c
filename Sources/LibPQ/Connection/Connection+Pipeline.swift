extension Connection {
    /// Sends all queries as one pipeline with one sync, in one round trip, and returns their outputs in order.
    ///
    /// Outside a transaction the pipeline is one implicit transaction: settings made with `set_config(…, true)` reach
    /// the later statements and nobody else, and a failure rolls all back. The server's first error is thrown; the
    /// connection is idle afterwards. An error of decoding comes after the commit and does not undo it.
    ///
    /// - Parameter timeout: instead of `ConnectionOptions.requestTimeout`; throws kind `deadline`.
    package func pipeline<each Output: Sendable>(
        _ queries: repeat Query<each Output>, timeout: Duration? = nil
    ) async throws -> sending (repeat each Output) {
        try checkUnoccupied()
        return try await uponCancellation(timeout: timeout) { link, watch in
            try link.exchange(repeat each queries, watch: watch)
        }
    }

    /// Runs a script of any number of statements, such as a migration; their rows are ignored.
    ///
    /// Without `begin` and `commit` in it the script is one implicit transaction. COPY from the client fails. A
    /// script that fails inside its own `begin` is rolled back, so that the connection is idle afterwards; a
    /// transaction that was open before stays open, failed, for its owner to roll back.
    package func simple(_ sql: String, timeout: Duration? = nil) async throws {
        try checkUnoccupied()
        try await uponCancellation(timeout: timeout) { link, watch in
            try link.run(script: sql, watch: watch)
        }
    }
}
