/// What becomes of a batch of writes where some of its items cannot be done.
package enum BatchMode: String, Sendable, CaseIterable {
    /// All or nothing.
    case all
    /// Each item for itself.
    case object
}

/// What a batch of writes came to, item by item, in the order in which they were sent.
package struct Batch<Made: Sendable>: Sendable {
    /// More items than any plan has.
    package static var mostItems: Int { 1000 }

    package let items: [Result<Made, Refusal>]
    /// Whether the effect is that of an earlier request with the same key.
    package let isReplay: Bool

    package init(items: [Result<Made, Refusal>], isReplay: Bool) {
        self.items = items
        self.isReplay = isReplay
    }
}

/// Why nothing of a batch was done: the item that could not be.
package struct BatchRefusal: Error, Hashable, Sendable {
    /// From 0.
    package let index: Int
    package let refusal: Refusal
    /// The member of the request, or of what is read, that lists it.
    package let list: String

    package init(index: Int, refusal: Refusal, in list: String = "items") {
        self.index = index
        self.refusal = refusal
        self.list = list
    }
}

/// A thing at the version that the caller read.
package struct AsRead<Subject>: Hashable, Sendable {
    package let id: Identifier<Subject>
    package let version: Int

    package init(id: Identifier<Subject>, version: Int) {
        self.id = id
        self.version = version
    }
}

/// One intervention that is to be assigned or accepted, at the version that the caller read.
package struct InterventionMove: Hashable, Sendable {
    package let id: Intervention.ID
    package let version: Int
    /// The day of an assignment; nil: today.
    package let on: CalendarDay?

    package init(id: Intervention.ID, version: Int, on: CalendarDay?) {
        self.id = id
        self.version = version
        self.on = on
    }
}
