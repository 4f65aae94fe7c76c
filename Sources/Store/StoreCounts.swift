internal import Synchronization

/// What the store has done since the program began, for its metrics.
package final class StoreCounts: Sendable {
    private let retries = Atomic(0)
    private let rows = Atomic(0)

    /// Transactions that were done again, because two writers met.
    package var retriedTransactions: Int { retries.load(ordering: .relaxed) }
    /// Rows of survey files that were read and kept.
    package var importedRows: Int { rows.load(ordering: .relaxed) }

    func retried() { retries.add(1, ordering: .relaxed) }
    func imported(rows count: Int) { rows.add(count, ordering: .relaxed) }
}
