/// How to reach a server and how its sessions behave.
package struct ConnectionOptions: Sendable {
    /// A libpq URI, a `keyword=value` conninfo, a database name, or nothing: what it does not say comes from the `PG*`
    /// environment and the service file, as with every libpq program. What it says wins over the options below that
    /// libpq knows too (`application_name`, keepalives, `tcp_user_timeout`). Its `connect_timeout` is not used.
    package var conninfo: String
    /// What `pg_stat_activity` shows, unless the conninfo or `PGAPPNAME` says otherwise.
    package var applicationName = "selaras"
    /// The longest that opening a session may take, all in all.
    package var connectTimeout: Duration = .seconds(5)
    /// The server's `statement_timeout`; its violation is `DatabaseError` of kind `server` with 57014.
    package var statementTimeout: Duration?
    /// The server's `lock_timeout`; its violation is 55P03.
    package var lockTimeout: Duration?
    /// The server's `idle_in_transaction_session_timeout`: no forgotten transaction may hold locks for ever.
    package var idleInTransactionTimeout: Duration? = .seconds(60)
    /// Our own deadline for one pipeline, script or COPY step. The server is asked to cancel, the connection retired.
    package var requestTimeout: Duration?
    /// How long after asking the server to cancel its answer is waited for.
    package var cancelGrace: Duration = .seconds(5)
    /// Unacknowledged bytes may be this old before TCP gives the peer up; not for Unix sockets.
    package var tcpUserTimeout: Duration = .seconds(15)
    /// Idle time before the first keepalive probe; three probes follow, ten seconds apart. Not for Unix sockets.
    package var keepaliveIdle: Duration = .seconds(30)
    /// Further settings of each session, such as `search_path`.
    package var settings: [String: String] = [:]
    /// Prepared statements that one connection keeps; the least recently used go first.
    package var statementCacheCapacity = 256
    /// Receives the server's notices and warnings, on the connection's executor; by default nobody does.
    package var onNotice: (@Sendable (Notice) -> Void)?

    /// Defaults for everything but where the server is.
    package init(conninfo: String = "") {
        self.conninfo = conninfo
    }

    /// Keyword and value pairs for `PQconnectStartParams`; the later of two equal keywords wins.
    var parameters: [(String, String)] {
        [
            ("keepalives", "1"), ("keepalives_idle", String(max(1, keepaliveIdle.components.seconds))),
            ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("tcp_user_timeout", String(tcpUserTimeout.milliseconds)),
            ("fallback_application_name", applicationName), ("dbname", conninfo), ("client_encoding", "UTF8"),
        ]
    }

    /// Set after connecting and not by libpq's `options`, which would replace those of the conninfo or `PGOPTIONS`.
    var sessionSettings: [(String, String)] {
        var all = settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let timeouts = [
            ("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout),
            ("idle_in_transaction_session_timeout", idleInTransactionTimeout),
        ]
        for (name, value) in timeouts {
            if let value { all.append((name, "\(value.milliseconds)ms")) }
        }
        return all
    }
}

extension Duration {
    /// Whole milliseconds; what is shorter than one but not zero counts as one, because 0 means "never" to PostgreSQL.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let value = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        return value == 0 && self > .zero ? 1 : value
    }
}
