import ArgumentParser
import Hummingbird
import LibPQ
import Logging
import ServiceLifecycle
import Store

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: spoken(id: "Melayani API.", en: "Serve the API."),
        discussion: spoken(
            id: """
                Masuk ke basis data sebagai selaras_login. Basis data tidak dibuat dan tidak dimigrasikan di sini; itu \
                tugas `selaras-server migrate`. SELARAS_FAMILY_KEY_FILE menunjuk berkas kunci sandi identitas keluarga.
                """,
            en: """
                Logs in to the database as selaras_login. The database is neither created nor migrated here; that is \
                what `selaras-server migrate` is for. SELARAS_FAMILY_KEY_FILE names the file of the key that hides the \
                identity of families.
                """))

    @Option(
        help: ArgumentHelp(
            spoken(id: "Alamat yang didengarkan; juga SELARAS_HOST.", en: "Address to listen on; also SELARAS_HOST."),
            valueName: spoken(id: "alamat", en: "address")))
    var host = Environment.value("SELARAS_HOST") ?? "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Port yang didengarkan, 0 untuk sembarang; juga SELARAS_PORT.",
                en: "Port to listen on, 0 for any; also SELARAS_PORT."), valueName: "port"))
    var port = Environment.value("SELARAS_PORT").flatMap(Int.init) ?? 8080

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Sambungan ke basis data; sebanyak itu lagi disediakan untuk impor.",
                en: "Connections to the database; as many again are kept for imports."),
            valueName: spoken(id: "jumlah", en: "number")))
    var connections = 4

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(
                spoken(
                    id: "Port harus antara 0 dan 65535.",
                    en: "The port must be between 0 and 65535."))
        }
        guard (1...1_000).contains(connections) else {
            throw ValidationError(
                spoken(
                    id: "Jumlah sambungan harus antara 1 dan 1000.",
                    en: "The number of connections must be between 1 and 1000."))
        }
    }

    func run() async throws {
        let files = try Environment.schemaFiles()
        let key = try Environment.familyKey()
        let pool = Pool(poolOptions)
        let bulk = Pool(bulkOptions)
        let store = Store(pool: pool, bulk: bulk, familyKey: key, requiredSchema: files.version)
        try await store.checkFitness()
        var logger = Logger(label: "selaras")
        logger.logLevel = .info
        let server = buildServer(
            ports: store, host: host, port: port,
            services: [PoolService(pool: pool), PoolService(pool: bulk), Upkeep(store: store, logger: logger)],
            logger: logger)
        do {
            try await server.runService()
        } catch {
            throw Failure(cannotServe: error, host: host, port: port)
        }
    }

    private var poolOptions: PoolOptions {
        var connection = ConnectionOptions(conninfo: Environment.conninfo)
        connection.applicationName = "selaras-server"
        connection.settings = ["search_path": "selaras, pg_temp"]
        connection.statementTimeout = .seconds(30)
        // Who waits for a row holds a connection that others could use.
        connection.lockTimeout = .seconds(2)
        connection.requestTimeout = .seconds(60)
        return PoolOptions(connection, size: connections)
    }

    /// As many again for imports: a COPY lasts as long as the upload, which the idle time-out of HTTP bounds.
    private var bulkOptions: PoolOptions {
        var options = poolOptions
        options.connection.applicationName = "selaras-server bulk"
        options.connection.statementTimeout = .seconds(3600)
        options.connection.requestTimeout = .seconds(3600)
        options.connection.lockTimeout = .seconds(10)
        return options
    }
}

/// Closes the connections once the server has answered its last request.
private struct PoolService: Service {
    let pool: Pool

    func run() async throws {
        try await gracefulShutdown()
        await pool.close()
    }
}
