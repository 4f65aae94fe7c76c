package import Planning

/// The first place at which the chain of an area is not as it was written.
package struct AuditFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// There are no events of these numbers, and there are later ones.
        case missing(through: Int)
        /// There are two of this number.
        case repeated
        /// What is there does not have the hash that stands beside it: it, or its place, is not the one of then.
        case altered
        /// In itself the chain is right, but another one than was signed: one of the events since the number given.
        case rewritten(since: Int)
        /// There are no events of these numbers, and none after them, but they were signed.
        case cutOff(through: Int)
    }

    package let area: String
    /// Of the first event concerned.
    package let number: Int
    package let kind: Kind
    /// What now stands in the place of the event, where something does.
    package let found: Found?

    /// What an event says of itself, as far as it can be read.
    package struct Found: Hashable, Sendable {
        package let occurredAt: Moment
        package let action: String
        package let subject: String
        package let subjectID: String
    }
}
