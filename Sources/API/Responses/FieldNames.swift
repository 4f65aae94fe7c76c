internal import HTTPTypes

extension HTTPField.Name {
    static let requestID = known("Request-Id")
    static let idempotencyKey = known("Idempotency-Key")
    static let idempotentReplayed = known("Idempotent-Replayed")
    static let dryRun = known("Dry-Run")
    static let prefer = known("Prefer")
    static let preferenceApplied = known("Preference-Applied")
    static let acceptPost = known("Accept-Post")
    static let acceptPatch = known("Accept-Patch")
    static let serverTiming = known("Server-Timing")
    static let traceparent = known("Traceparent")
    static let link = known("Link")
    /// Which of one's principals the request acts as.
    static let principal = known("Selaras-Principal")
    /// What a page of ours sends with the cookie of its session.
    static let csrfToken = known("Selaras-CSRF-Token")
    static let secFetchSite = known("Sec-Fetch-Site")
    static let forwardedFor = known("X-Forwarded-For")

    /// The initialiser is failable for names that no header can have; these are none of them.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .contentType
    }
}
