/// Somebody did something: one link of the chain of an area.
package struct Event: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case insert, update, delete, denied, discard, erase, export, `import`
        case signIn = "sign_in"
        case signInFailed = "sign_in_failed"
        case signOut = "sign_out"
        case sensitiveRead = "sensitive_read"
    }

    /// A kabupaten, a province, or `service`.
    package let areaCode: String
    /// Counts the events of the area from 1.
    package let number: Int
    package let occurredAt: Moment
    package let action: Action
    /// The table of a row, or what a deed is about.
    package let subject: String
    package let subjectID: String
    /// Nil where nobody asked for it, as in an import of configuration.
    package let principalID: String?
    /// Nil where the reader may not know.
    package let principalName: String?
    package let accountID: String?
    package let sessionID: String?
    package let requestID: String?
    /// JSON, as it was recorded; nil where there was nothing.
    package let before: String?
    package let after: String?
    /// SHA-256 over the event and the one before it.
    package let hash: [UInt8]

    package init(
        areaCode: String, number: Int, occurredAt: Moment, action: Action, subject: String, subjectID: String,
        principalID: String?, principalName: String?, accountID: String?, sessionID: String?, requestID: String?,
        before: String?, after: String?, hash: [UInt8]
    ) {
        self.areaCode = areaCode
        self.number = number
        self.occurredAt = occurredAt
        self.action = action
        self.subject = subject
        self.subjectID = subjectID
        self.principalID = principalID
        self.principalName = principalName
        self.accountID = accountID
        self.sessionID = sessionID
        self.requestID = requestID
        self.before = before
        self.after = after
        self.hash = hash
    }
}
