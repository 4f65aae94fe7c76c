package import Planning

/// What an agency's own file says of one sub-activity in one row: its realisation in the budget year, up to now.
package struct RealisationRow: Hashable, Sendable {
    package let line: Int
    package let code: SubActivityCode
    package let title: String
    /// As written; empty where the file does not say.
    package let place: String
    package let source: String
    package let agency: String
    /// Of a file that has rows by account, which are parts of the sub-activity.
    package let account: String
    package let budgetYear: Int?
    package let ceilingIDR: Int?
    /// Nil: the cell is empty, which is not nothing.
    package let spentIDR: Int?
    package let physicalHundredths: Int?
    package let quantityHundredths: Int?
    /// All cells: the same in two rows is the same row twice.
    package let content: String
}

/// A row that says nothing of a sub-activity, or not readably.
package struct PassedRealisationRow: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A programme, or what is above it.
        case programme
        case activity
        /// An account below a sub-activity.
        case detail
        case total
        /// The numbers of the columns.
        case numbering
        /// Neither a code nor a sum of a sub-activity.
        case other
        /// Of a sub-activity, with a cell that cannot be read.
        case unreadable
    }

    package let line: Int
    package let kind: Kind
    package let text: String
    /// Of a sub-activity that is unreadable, with its fault.
    package let code: SubActivityCode?
    package let fault: Fault?
}
