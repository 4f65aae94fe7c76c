internal import Glibc
package import Logging
internal import Synchronization

/// Writes each event as one line of JSON to standard output, whole, from whatever thread.
package struct JSONLogHandler: LogHandler {
    package var metadataProvider: Logger.MetadataProvider?
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level

    /// Lines of several threads must not run into each other.
    private static let output = Mutex(())

    package init(level: Logger.Level) {
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        // The framework's own number of the request; ours is the one that clients know.
        all["hb.request.id"] = nil
        for (name, value) in event.metadata ?? [:] { all[name] = value }
        Self.write(event.level, "\(event.message)", all)
    }

    /// Writes a line whatever the level is.
    package static func write(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata = [:]) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var bytes = Array((LogLine(level, message, metadata, at: time).text + "\n").utf8)[...]
        output.withLock { _ in
            while !bytes.isEmpty {
                let written = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
                // Nobody reads any more: a service goes on without its log.
                guard written > 0 || errno == EINTR else { return }
                bytes = bytes.dropFirst(max(0, written))
            }
        }
    }
}
