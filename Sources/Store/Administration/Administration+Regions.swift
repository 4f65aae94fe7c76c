internal import LibPQ

extension Administration {
    /// Puts a file into the register of regions, all or nothing; `reading` hands over its rows.
    ///
    /// Regions that the file lacks stay, as facts refer to them. Throws `RegionRefusal` with all that only the database
    /// can see wrong with the file, and whenever `reading` ends with faults of its own.
    ///
    /// - Parameter isDryRun: do everything, then undo it.
    package func importRegions(
        isDryRun: Bool, reading: (any RegionSink) async throws -> RegionReading
    ) async throws -> RegionReceipt {
        do {
            return try await transaction(isRepeatable: false) { transaction in
                let receipt = try await RegionMerge(transaction: transaction).merge(reading)
                // The only way to roll a transaction back is to end it by an error.
                if isDryRun { throw Undone(receipt: receipt) }
                try await transaction.simple("analyze region")
                return receipt
            }
        } catch let undone as Undone {
            return undone.receipt
        }
    }
}

private struct Undone: Error {
    let receipt: RegionReceipt
}
