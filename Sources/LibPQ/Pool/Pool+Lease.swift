extension Pool {
    /// Runs `body` with a connection of its own, for work of several steps.
    ///
    /// Throws what `body` throws, and what `pipeline` throws for want of a connection. A connection that comes back
    /// inside a transaction is closed, which rolls the transaction back.
    package func withConnection<T>(_ body: (Connection) async throws -> T) async throws -> T {
        let connection = try await lease()
        let value: T
        do {
            value = try await body(connection)
        } catch {
            await giveBack(connection)
            throw error
        }
        await giveBack(connection)
        return value
    }

    /// `Connection.transaction` on a connection of its own.
    package func transaction<T>(
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false,
        _ body: (Transaction) async throws -> T
    ) async throws -> T {
        try await withConnection { connection in
            try await connection.transaction(isolation: isolation, readOnly: readOnly, body)
        }
    }

    private func lease() async throws -> Connection {
        while true {
            let connection = try await leaseUnchecked()
            if await !connection.isStale { return connection }
            await giveBack(connection)
        }
    }

    private func leaseUnchecked() async throws -> Connection {
        let interrupt = Interrupt()
        let id = nextID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                submit(Waiter(id: id, deadline: .now + options.leaseTimeout, work: .lease(continuation)))
                if interrupt.isCancelled { withdraw(id) }
            }
        } onCancel: {
            interrupt.cancel()
            withdraw(id)
        }
    }

    private func giveBack(_ connection: Connection) async {
        await connection.returned(to: self)
    }
}

extension Connection {
    /// Whether the server hung up while nobody used this connection.
    var isStale: Bool { link.isStale() }

    /// The end of a lease; goes on with errands that wait, if there are any.
    func returned(to pool: Pool) {
        hangUpUnlessFit()
        pool.dispatchNext(after: self, isFit: isReusable)
    }
}
