import Glibc
import ServiceLifecycle

/// Tells the service manager that the service is ready, that it is alive, and that it is stopping.
///
/// The sign of life comes from a task like those of the requests: where no task gets a turn any more, none comes, and
/// systemd starts the service anew.
struct Supervision: Service {
    private let socket: NotifySocket?
    /// Half of what the manager waits for; nil where it does not watch.
    private let interval: Duration?

    /// - Parameter variables: `NOTIFY_SOCKET`, and `WATCHDOG_USEC` with `WATCHDOG_PID` (`sd_watchdog_enabled(3)`).
    init(environment variables: [String: String], process: Int32 = getpid()) {
        socket = NotifySocket(variables["NOTIFY_SOCKET"])
        let isForUs = variables["WATCHDOG_PID"].map { Int32($0) == process } ?? true
        let limit = variables["WATCHDOG_USEC"].flatMap { Int($0) }
        interval = limit.flatMap { isForUs && $0 > 1 ? .microseconds($0 / 2) : nil }
    }

    /// To be called once requests are answered.
    func ready(at url: String) {
        socket?.send("READY=1\nSTATUS=" + spoken(id: "Melayani di \(url)", en: "Serving on \(url)"))
    }

    func run() async throws {
        if let socket, let interval {
            await cancelWhenGracefulShutdown {
                while (try? await Task.sleep(for: interval)) != nil { socket.send("WATCHDOG=1") }
            }
        } else {
            try? await gracefulShutdown()
        }
        socket?.send("STOPPING=1\nSTATUS=" + spoken(id: "Menyelesaikan permintaan terakhir", en: "Answering the last"))
    }
}
