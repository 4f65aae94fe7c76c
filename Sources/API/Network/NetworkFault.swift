internal import NIOHTTP1

/// Why a request is refused before anything of ours has read it.
package enum NetworkFault: String, Error, Sendable, CaseIterable {
    case malformed
    case hostMissing = "host_missing"
    case hostRepeated = "host_repeated"
    case ambiguousLength = "ambiguous_length"
    case targetTooLong = "target_too_long"
    case headTooLarge = "head_too_large"
    case method
    /// One that nobody here has heard of.
    case unknownMethod = "unknown_method"
    case expectation
    case tooSlow = "too_slow"
    case tooManyConnections = "too_many_connections"
    case tooManyRequests = "too_many_requests"

    var status: HTTPResponseStatus {
        switch self {
        case .malformed, .hostMissing, .hostRepeated, .ambiguousLength: .badRequest
        case .targetTooLong: .uriTooLong
        case .headTooLarge: .requestHeaderFieldsTooLarge
        case .method: .methodNotAllowed
        case .unknownMethod: .notImplemented
        case .expectation: .expectationFailed
        case .tooSlow: .requestTimeout
        case .tooManyConnections, .tooManyRequests: .serviceUnavailable
        }
    }

    /// The problem's code.
    package var code: String {
        switch self {
        case .malformed, .hostMissing, .hostRepeated, .ambiguousLength: "bad_request"
        case .targetTooLong: "uri_too_long"
        case .headTooLarge: "header_too_large"
        case .method: "method_not_allowed"
        case .unknownMethod: "method_unknown"
        case .expectation: "expectation_failed"
        case .tooSlow: "request_timed_out"
        case .tooManyConnections, .tooManyRequests: "overloaded"
        }
    }
}
