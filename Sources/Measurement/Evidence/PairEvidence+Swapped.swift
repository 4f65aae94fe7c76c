extension PairEvidence {
    /// The same two rounds in the other order.
    package var swapped: PairEvidence {
        get throws(EvidenceFault) {
            let count = cells.count
            return try PairEvidence(
                union: union, matched: matched, units: units,
                covariance: covariance?.selecting(Array(count..<2 * count) + Array(0..<count)),
                cells: cells.map { $0?.swapped })
        }
    }
}

extension PairedCells {
    fileprivate var swapped: PairedCells? {
        PairedCells(both: both, afterOnly: beforeOnly, beforeOnly: afterOnly, neither: neither)
    }
}
