import API
import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Secrets
import ServiceLifecycle
import Store
import UnixSignals

/// Puts the server together; the only place that knows all its parts.
struct ServerParts {
    let store: Store
    /// The same database through a connection of its own.
    let health: Store
    let pools: Pools
    /// Nil where no upload can be kept.
    let operations: WorkQueue?
    let api: APIConfiguration
    let options: ServeOptions
    let logger: Logger

    private let metrics: Metrics
    private let denials: Denials
    private let draining = Draining()
    private let passwords = PasswordLane()
    private let supervision = Supervision(environment: ProcessInfo.processInfo.environment)

    init(
        store: Store, health: Store, pools: Pools, operations: WorkQueue?, api: APIConfiguration, options: ServeOptions,
        metrics: Metrics, logger: Logger
    ) {
        self.store = store
        self.health = health
        self.pools = pools
        self.operations = operations
        self.api = api
        self.options = options
        self.metrics = metrics
        denials = Denials(metrics: metrics, logger: logger)
        self.logger = logger
    }

    /// Serves until it is told to stop. What is named last stops first: the manager is told, then readiness ends, then
    /// the public port once its requests are answered, then the admin port, and the connections to the database at the
    /// end.
    func run() async throws {
        let drain = Drain(draining: draining, seconds: options.drainSeconds, logger: logger)
        let upkeep = Upkeep(store: store, logger: logger)
        let noting = TokenNoting(store: store, logger: logger)
        let working = operations.map { [OperationService(queue: $0, logger: logger)] } ?? []
        var configuration = ServiceGroupConfiguration(
            services: [pools, upkeep, noting, DenialService(denials: denials, audit: store)] + working
                + [admin, application, drain, supervision],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(options.drainSeconds + options.stopSeconds)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            // Somebody's request took longer than a stopping service waits; it was told so.
        }
        logger.info("stopped")
    }

    private var application: some ApplicationProtocol {
        let connections = Connections(most: api.network.mostConnections)
        let backlog = Backlog(most: pools.mostAtOnce + 64)
        addReadings(connections, backlog)
        let report: @Sendable (NetworkFault) -> Void = { [metrics, logger] fault in
            metrics.add(to: .refused, [MetricLabel("reason", fault.rawValue)])
            logger.info("refused before routing", metadata: ["reason": .string(fault.rawValue)])
        }
        return Application(
            router: buildRouter(
                ports: store, configuration: api, metrics: metrics, operations: operations, passwords: passwords,
                denials: denials),
            server: HTTPServerBuilder { responder in
                GuardedChannel(
                    responder: responder, limits: api.network, connections: connections, backlog: backlog,
                    report: report)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port), serverName: nil, backlog: 1024),
            onServerRunning: announcing("public", options.host, spoken(id: "Melayani di", en: "Serving on")),
            logger: logger)
    }

    private var admin: some ApplicationProtocol {
        Application(
            router: buildAdminRouter(readiness: health, draining: draining, metrics: metrics),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(options.adminHost, port: options.chosenAdminPort), serverName: nil),
            onServerRunning: announcing("admin", options.adminHost, spoken(id: "Pengelola di", en: "Operators on")),
            logger: logger)
    }

    /// Scripts and people wait for this line, so it comes whatever the level of the log is.
    private func announcing(
        _ listener: String, _ host: String, _ words: String
    ) -> @Sendable (any Channel) async -> Void {
        { [supervision] channel in
            let url = "http://\(host):\(channel.localAddress?.port ?? 0)"
            if listener == "public" { supervision.ready(at: url) }
            JSONLogHandler.write(
                .info, "\(words) \(url) (\(listener))", ["listener": .string(listener), "url": .string(url)])
        }
    }

    private func addReadings(_ connections: Connections, _ backlog: Backlog) {
        metrics.reading(.connections) { [([], Double(connections.count))] }
        metrics.reading(.passwordChecks) { [passwords] in [([], Double(passwords.counts.done))] }
        metrics.reading(.passwordChecksAtOnce) { [passwords] in [([], Double(passwords.counts.mostAtOnce))] }
        metrics.reading(.backlog) { [([], Double(backlog.count))] }
        metrics.addProcess(version: SelarasServer.configuration.version)
        metrics.add(pools)
        metrics.add(store.counts)
    }
}

/// Says that the service is no longer ready, and gives whoever sends requests here the time to notice.
private struct Drain: Service {
    let draining: Draining
    let seconds: Int
    let logger: Logger

    func run() async throws {
        try? await gracefulShutdown()
        draining.begin()
        logger.info("stopping")
        if seconds > 0 { try? await Task.sleep(for: .seconds(seconds)) }
    }
}
