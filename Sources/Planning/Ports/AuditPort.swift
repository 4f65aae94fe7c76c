/// What is recorded although no row changes, and what was recorded.
///
/// Changes of rows record themselves: a table gets the trigger `record_event` in its migration. Signing in and out is
/// recorded by the functions that do it.
package protocol AuditPort: Sendable {
    /// Records it in the caller's name, in a transaction of its own: to be called before what is told leaves the service.
    func note(_ access: Access, _ deed: Deed) async throws
    /// Records who was refused what, in a transaction of its own, when the refused one is over.
    func note(_ denial: Denial) async throws
    /// The newest first.
    func events(_ access: Access, _ listing: Listing<EventField>) -> Reading<Event>
}

/// Something done that changes no row.
package struct Deed: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A list as a file.
        case export
        /// What tells of persons, in whichever form.
        case sensitiveRead = "sensitive_read"
    }

    package let kind: Kind
    package let permission: Permission
    /// What was read: an id or an address.
    package let subjectID: String
    /// What else is told, by name; no personal data and no secrets, as events stay for good.
    package let details: [String: String]

    package init(_ kind: Kind, _ permission: Permission, of subjectID: String, details: [String: String] = [:]) {
        self.kind = kind
        self.permission = permission
        self.subjectID = subjectID
        self.details = details
    }
}

/// A request that was refused because its caller may not do that.
package struct Denial: Hashable, Sendable {
    package let tokenHash: [UInt8]
    package let requestID: String
    package let method: String
    /// As the router spells it.
    package let route: String
    /// By which it was refused, as the client was told.
    package let rule: String
    /// How many of the same were not recorded since the last that was.
    package var untold = 0

    package init(tokenHash: [UInt8], requestID: String, method: String, route: String, rule: String) {
        self.tokenHash = tokenHash
        self.requestID = requestID
        self.method = method
        self.route = route
        self.rule = rule
    }
}
