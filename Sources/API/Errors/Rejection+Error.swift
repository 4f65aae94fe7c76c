internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import NIOCore
internal import Planning
internal import Wire

extension Rejection {
    /// The one place where an error becomes a status.
    init(_ error: any Error) {
        switch error {
        case let rejection as Rejection: self = rejection
        case let refusal as Refusal: self.init(refusal)
        case let batch as BatchRefusal: self.init(batch)
        case let file as RefusedFile: self.init(file)
        case let error as any HTTPResponseError: self.init(status: error.status)
        case is CancellationError: self.init(.serviceUnavailable, "shutting_down", headers: Self.soon)
        default: self.init(.internalServerError, "internal")
        }
    }

    /// What the framework itself refuses.
    private init(status: HTTPResponse.Status) {
        switch status.code {
        case 404: self.init(.notFound, "not_found")
        case 405: self.init(.methodNotAllowed, "method_not_allowed")
        case 413: self = .contentTooLarge
        case 415: self.init(.unsupportedMediaType, "unsupported_media_type")
        case 400..<500: self.init(status, "bad_request")
        default: self.init(.internalServerError, "internal")
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .unauthenticated: self.init(.unauthorized, "unauthenticated", headers: [.wwwAuthenticate: "Bearer"])
        case .forbidden: self.init(.forbidden, "forbidden")
        case .notOnesTo(let rule): self.init(.forbidden, rule)
        case .principalNotChosen: self.init(.forbidden, "principal_is_chosen_by_the_request")
        case .principalNotHeld: self.init(.forbidden, "principal_is_held_now")
        case .notFound: self.init(.notFound, "not_found")
        case .conflict(let rule): self.init(.conflict, rule)
        case .invalid(let rule): self.init(.unprocessableContent, rule)
        case .roundsNotClosed(let faults): self.init(.conflict, "round_is_not_closed", faults: .members(faults))
        case .faults(let faults):
            let isPageToken = faults.map(\.code) == [.invalidPageToken]
            self.init(
                .unprocessableContent, isPageToken ? "invalid_page_token" : "invalid_request", faults: .members(faults))
        case .stale: self.init(.preconditionFailed, "stale_version")
        case .alreadyDone: self.init(.conflict, "idempotency_key_reused")
        case .keyInUse: self.init(.conflict, "idempotency_key_in_use", headers: Self.soon)
        case .keyReused: self.init(.unprocessableContent, "idempotency_key_reused")
        case .unavailable(let cause): self.init(.serviceUnavailable, Self.code(of: cause), headers: Self.soon)
        case .timedOut: self.init(.gatewayTimeout, "timed_out")
        }
    }

    /// Nothing of a batch was done because of one item: its own refusal, and where it stands.
    init(_ batch: BatchRefusal) {
        self.init(batch.refusal)
        faults = .item("/\(batch.list)/\(batch.index)")
    }

    private static func code(of cause: Refusal.Cause) -> String {
        switch cause {
        case .databaseUnreachable: "database_unreachable"
        case .noFreeConnection: "no_free_connection"
        case .storageFull: "storage_full"
        case .conflictingWriters: "conflicting_writers"
        case .schemaMismatch: "schema_mismatch"
        case .overloaded: "overloaded"
        case .shuttingDown: "shutting_down"
        }
    }

    private static let soon: HTTPFields = [.retryAfter: "1"]
}
