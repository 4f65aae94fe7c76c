/// One family of measurements: what Prometheus calls a metric.
package struct Metric: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case counter
        case gauge
        /// The upper bounds of its buckets, rising; the last bucket has none.
        case histogram([Double])
    }

    package let name: String
    package let help: String
    package let kind: Kind

    package init(_ name: String, _ help: String, _ kind: Kind) {
        self.name = name
        self.help = help
        self.kind = kind
    }
}

/// The labels of one series, in the order in which they are written.
package typealias MetricLabels = [MetricLabel]

package struct MetricLabel: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension Metric {
    static let requests = Metric(
        "selaras_http_requests_total", "Requests answered, by route, method and status.", .counter)
    static let duration = Metric(
        "selaras_http_request_duration_seconds", "Time from a request's head to its answer.",
        .histogram([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]))
    static let problems = Metric("selaras_http_problems_total", "Problems answered, by code.", .counter)
    package static let refused = Metric(
        "selaras_http_refused_total", "Requests refused before routing, by reason.", .counter)
    static let operationsStarted = Metric(
        "selaras_operations_started_total", "Operations begun, by kind; one that is begun again counts again.", .counter
    )
    static let operationsFinished = Metric(
        "selaras_operations_finished_total", "Operations at their end, by kind and outcome.", .counter)
    static let operationsRunning = Metric("selaras_operations_running", "Operations under way.", .gauge)
    static let operationDuration = Metric(
        "selaras_operation_duration_seconds", "Time from an operation's beginning to its end, by kind.",
        .histogram([0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600]))
    static let signIns = Metric("selaras_sign_ins_total", "Attempts to sign in, by what came of them.", .counter)
    package static let passwordChecks = Metric(
        "selaras_password_hashes_total", "Passwords hashed, to be checked or to be kept.", .counter)
    package static let passwordChecksAtOnce = Metric(
        "selaras_password_hashes_at_once_max", "The most passwords that were being hashed together.", .gauge)
    static let lostDenials = Metric(
        "selaras_audit_denials_lost_total", "Refused requests that could not be recorded as events.", .counter)
    static let underWay = Metric("selaras_http_requests_in_progress", "Requests under way.", .gauge)
}
