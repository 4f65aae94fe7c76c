package import Phrasing

/// What a row of a form says of an intervention in a quarter; one that is left blank says nothing, not even nil.
package struct ReportFormRow: Hashable, Sendable {
    /// Cumulative since the start.
    package struct Figures: Hashable, Sendable {
        package let physicalHundredths: Int
        package let quantityHundredths: Int
        package let spentIDR: Int

        var areZero: Bool { physicalHundredths == 0 && quantityHundredths == 0 && spentIDR == 0 }
    }

    package enum Content: Hashable, Sendable {
        /// Not filled in.
        case blank
        /// Nothing happened.
        case nihil
        case figures(Figures)
    }

    package let line: Int
    /// Either of the two names the intervention; the identifier goes first.
    package let interventionID: String?
    package let reference: String?
    package let budgetYear: Int
    package let quarter: Int
    package let content: Content
    package let obstacles: String?
    package let followUp: String?
    package let basis: String?
}

/// Reads a file of progress reports: the form that the command line makes, or an export of the list of reports.
package typealias ReportForm = TableReader<ReportFormRow>

package enum ReportFormColumn {
    package static let reference = "ref"

    /// The heads of the form that people fill in, by the names of the API; a file may have either.
    package static let titles: [String: Wording] = [
        "reference": Wording(id: "Rujukan", en: "Reference"), "title": Wording(id: "Intervensi", en: "Intervention"),
        "agency_name": Wording(id: "Perangkat daerah", en: "Agency"),
        "desa_name": Wording(id: "Desa/Kelurahan", en: "Desa/Kelurahan"),
        "year": Wording(id: "Tahun lokus", en: "Lokus year"),
        "budget_year": Wording(id: "Tahun anggaran", en: "Budget year"),
        "quarter": Wording(id: "Triwulan", en: "Quarter"), "due_on": Wording(id: "Batas waktu", en: "Due"),
        "intervention_id": Wording(id: "Pengenal intervensi", en: "Intervention identifier"),
        "nil": Wording(id: "Nihil (ya/tidak)", en: "Nil (yes/no)"),
        "physical_percent": Wording(id: "Realisasi fisik (%)", en: "Physical progress (%)"),
        "quantity": Wording(id: "Volume", en: "Volume"),
        "spent_idr": Wording(id: "Realisasi keuangan (Rp)", en: "Spent (Rp)"),
        "obstacles": Wording(id: "Faktor penghambat", en: "Obstacles"),
        "follow_up": Wording(id: "Tindak lanjut", en: "Follow-up"),
        "basis": Wording(id: "Asal angka", en: "Source of the figures"),
    ]

    static var all: [TableColumn] { (read + passedOver).map { $0.titled(titles[$0.exportedAs ?? $0.name]) } }

    static let read: [TableColumn] = [
        .optional("intervention_id"), .optional(reference).exported(as: "reference"),
        .required("budget_year"), .required("quarter"), .optional("nil"), .optional("physical_percent"),
        .optional("quantity"), .optional("spent_idr"), .optional("obstacles"), .optional("follow_up"),
        .optional("basis"),
    ]

    /// What the lists say for people, and what only the service writes: neither asked for nor refused.
    static let passedOver: [TableColumn] = [
        "title", "intervention_reference", "intervention_title", "agency_code", "agency_name", "plan_id", "lokus_id",
        "desa_code", "desa_name",
        "year", "due_on", "state", "days_overdue", "report_id", "id", "share.physical_percent", "share.quantity",
        "share.spent_idr", "unit", "target_quantity", "budget_idr", "reported_by", "version", "created_at",
        "updated_at", "report_state", "state_changed_at", "state_by", "state_reason", "counted.physical_percent",
        "counted.quantity", "counted.spent_idr", "of_file_idr", "outcome", "confirmation.state", "confirmation.note",
        "confirmation.quantity", "confirmation.said_at", "confirmation.said_by", "confirmation.is_current",
    ].map(TableColumn.optional)
}

/// How a file says whether anything happened.
private enum NilWord: String, CaseIterable, Sendable {
    case yes = "true"
    case no = "false"

    static let words: [(word: String, value: NilWord)] = [("ya", .yes), ("tidak", .no), ("yes", .yes), ("no", .no)]
}

extension ReportForm {
    package init() {
        let code = CellFormat.line
        let (years, quarters) = (CellFormat.integer(in: 2015...2100), CellFormat.integer(in: 1...4))
        self.init(columns: ReportFormColumn.all) { cells in
            let identifier = cells.optional("intervention_id", code)
            let reference = cells.optional(ReportFormColumn.reference, code)
            if identifier == nil && reference == nil { cells.refuse(ReportFormColumn.reference, .valueMissing) }
            let year = cells.required("budget_year", years)
            let quarter = cells.required("quarter", quarters)
            let content = cells.content()
            let obstacles = cells.asWritten("obstacles", .prose)
            let followUp = cells.asWritten("follow_up", .prose)
            let basis = cells.asWritten("basis", .prose)
            guard let year, let quarter, let content else { return nil }
            return ReportFormRow(
                line: cells.line, interventionID: identifier, reference: reference, budgetYear: year,
                quarter: quarter, content: content, obstacles: obstacles, followUp: followUp, basis: basis)
        }
    }
}

extension Cells {
    /// Nil where a cell has a fault. An export says nil with zeros beside it.
    fileprivate mutating func content() -> ReportFormRow.Content? {
        let faultsBefore = faults.count
        let isNil = optional("nil", .choice(NilWord.words)) == .yes
        let physical = optional("physical_percent", .hundredths)
        let quantity = optional("quantity", .hundredths)
        let spent = optional("spent_idr", .rupiah)
        guard faults.count == faultsBefore else { return nil }
        if physical == nil && quantity == nil && spent == nil { return isNil ? .nihil : .blank }
        guard let physical, let quantity, let spent else {
            if physical == nil { refuse("physical_percent", .valueMissing) }
            if quantity == nil { refuse("quantity", .valueMissing) }
            if spent == nil { refuse("spent_idr", .valueMissing) }
            return nil
        }
        let figures = ReportFormRow.Figures(
            physicalHundredths: physical, quantityHundredths: quantity, spentIDR: spent)
        guard isNil else { return .figures(figures) }
        guard figures.areZero else {
            refuse("nil", .notAChoice, expected: "tidak")
            return nil
        }
        return .nihil
    }
}
