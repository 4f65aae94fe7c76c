import API
import ArgumentParser
import Hummingbird
import Logging
import Secrets
import Store

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: spoken(id: "Melayani API.", en: "Serve the API."),
        discussion: spoken(
            id: """
                Masuk ke basis data sebagai selaras_login. Basis data tidak dibuat dan tidak dimigrasikan di sini; itu \
                tugas `selaras-server migrate`. SELARAS_FAMILY_KEY_FILE menunjuk berkas kunci sandi identitas keluarga.

                Catatan ditulis ke keluaran standar, satu JSON setiap baris. Port pengelola hanya untuk pengelola; \
                jangan dibuka ke jaringan umum.
                """,
            en: """
                Logs in to the database as selaras_login. The database is neither created nor migrated here; that is \
                what `selaras-server migrate` is for. SELARAS_FAMILY_KEY_FILE names the file of the key that hides the \
                identity of families.

                The log goes to standard output, one JSON object a line. The port for operators is for them alone; do \
                not open it to a public network.
                """))

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let files = try Environment.schemaFiles()
        let key = try Environment.familyKey()
        var api = options.configuration
        api.contract = try Environment.contract()
        api.securityContact = try Environment.securityContact()
        api.pageTokenKey = PageTokenKey(bytes: key.derived(for: "page tokens"))
        api.signInKey = SignInKey(bytes: key.derived(for: "sign-in counters"))
        api.csrfKey = CSRFKey(bytes: key.derived(for: "csrf tokens"))
        api.secondFactorSeal = SecondFactorSeal(keys: key.everDerived(for: "second factors"))
        api.trustedProxies = Environment.trustedProxies
        FileLimit.raise()
        // Each is an open file, and some files are no connections.
        api.network.mostConnections = min(options.mostClients, max(16, FileLimit.most - 100))
        let pools = try Pools(options)
        let store = Store(
            pool: pools.main, bulk: pools.bulk, exports: pools.exports, familyKey: key, requiredSchema: files.version,
            secondFactorRoles: options.secondFactorRoles ?? [])
        try await store.checkFitness()
        let level = options.level
        let logger = Logger(label: "selaras") { _ in JSONLogHandler(level: level) }
        let health = Store(pool: pools.health, familyKey: key, requiredSchema: files.version)
        let metrics = Metrics()
        let operations = try Spool.ofThisServer(logger).map {
            WorkQueue(spool: $0, work: store, metrics: metrics, logger: logger)
        }
        let parts = ServerParts(
            store: store, health: health, pools: pools, operations: operations, api: api, options: options,
            metrics: metrics, logger: logger)
        do {
            try await parts.run()
        } catch {
            throw Failure(cannotServe: error, host: options.host, ports: [options.port, options.chosenAdminPort])
        }
    }
}
