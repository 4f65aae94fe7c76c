import API
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Planning
import ServiceLifecycle

/// Puts the server together; the only place that knows all its parts.
func buildServer(
    ports: any Ports, host: String, port: Int, services: [any Service], logger: Logger
) -> some ApplicationProtocol {
    // Without an idle time-out a client that never finishes its request holds its connection for ever.
    let http1 = HTTP1Channel.Configuration(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
    return Application(
        router: buildRouter(ports: ports),
        server: .http1(configuration: http1),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        services: services,
        onServerRunning: { channel in
            let bound = channel.localAddress?.port ?? port
            print(spoken(id: "Melayani di", en: "Serving on") + " http://\(host):\(bound)")
            flushStandardOutput()
        },
        logger: logger)
}
