import LibPQ
import ServiceLifecycle

/// The connections to the database, by what they are for.
struct Pools: Service {
    let main: Pool
    /// As many again for imports: a COPY lasts as long as the upload.
    let bulk: Pool
    /// And for lists that are sent in full, which last as long as somebody reads.
    let exports: Pool
    /// One for the question whether the service is ready, which must be answered when all others are at work.
    let health: Pool

    init(_ options: ServeOptions) throws {
        let main = try Self.mainOptions(options)
        self.main = Pool(main)
        mostAtOnce = main.size * main.sharing + main.mostWaiting
        bulk = Pool(Self.lasting("bulk", like: main))
        exports = Pool(Self.lasting("exports", like: main))
        var health = main
        health.size = 1
        health.connection.applicationName = "selaras-server health"
        health.leaseTimeout = .seconds(2)
        self.health = Pool(health)
    }

    /// How many requests the main pool works on and keeps waiting; one more is refused.
    let mostAtOnce: Int

    var named: [(name: String, pool: Pool)] {
        [("main", main), ("bulk", bulk), ("exports", exports), ("health", health)]
    }

    /// Closes the connections once the server has answered its last request.
    func run() async throws {
        try? await gracefulShutdown()
        for (_, pool) in named { await pool.close() }
    }

    private static func mainOptions(_ options: ServeOptions) throws -> PoolOptions {
        var connection = try ConnectionOptions(conninfo: Environment.conninfo())
        connection.applicationName = "selaras-server"
        connection.settings = ["search_path": "selaras, pg_temp"]
        connection.statementTimeout = .seconds(30)
        // Who waits for a row holds a connection that others could use.
        connection.lockTimeout = .seconds(2)
        connection.requestTimeout = .seconds(60)
        var pool = PoolOptions(connection, size: options.connections)
        pool.mostWaiting = options.mostWaiting
        return pool
    }

    private static func lasting(_ name: String, like main: PoolOptions) -> PoolOptions {
        var pool = main
        pool.connection.applicationName = "selaras-server \(name)"
        pool.connection.statementTimeout = .seconds(3600)
        pool.connection.requestTimeout = .seconds(3600)
        pool.connection.lockTimeout = .seconds(10)
        return pool
    }
}
