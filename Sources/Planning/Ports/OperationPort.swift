package import struct FoundationEssentials.UUID

package protocol OperationPort: Sendable {
    func operations(_ access: Access, _ listing: Listing<OperationField>) -> Reading<Operation>
    func operation(_ access: Access, id: Operation.ID) async throws -> Operation
    func queue(_ access: Access, _ draft: OperationDraft, as id: Operation.ID) async throws -> Operation
    /// `operation_is_at_its_end` where it is at its end.
    func cancel(_ access: Access, operation id: Operation.ID) async throws -> Operation
}

/// What a server does with operations, in nobody's name.
package protocol OperationWork: Sendable {
    /// Nil where there is nothing to do: it was cancelled, has ended, or is another server's.
    func begin(operation id: Operation.ID, of spool: UUID) async throws -> BegunOperation?
    /// False where it has been asked to end.
    func report(_ progress: Operation.Progress, of id: Operation.ID) async throws -> Bool
    /// For what had no effect. Success is noted by the effect itself.
    func end(operation id: Operation.ID, as state: Operation.State, problem: String?) async throws
    /// Those of `spool` that are not at their end.
    func unfinished(of spool: UUID) async throws -> [UnfinishedOperation]
}
