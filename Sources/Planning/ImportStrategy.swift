/// What an import does with rows that are there already, and with those that are not.
package enum ImportStrategy: String, Sendable, CaseIterable {
    /// Adds what is not there, and leaves alone what is.
    case create
    /// Changes what is there, and leaves out what is not.
    case update
    case createAndUpdate = "create_and_update"

    package var adds: Bool { self != .update }
    package var changes: Bool { self != .create }
}
