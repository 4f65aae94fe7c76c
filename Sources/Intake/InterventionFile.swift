/// Where the money of an intervention comes from; the raw values are the codes that are stored.
package enum FundingSource: String, Sendable, CaseIterable {
    case apbdKabupaten = "apbd_kabupaten"
    case apbdProvinsi = "apbd_provinsi"
    case apbn, apbdes, csr, baznas, swadaya, other, none

    /// The words that an office uses.
    static let words: [(word: String, value: FundingSource)] = [
        ("APBD kabupaten", apbdKabupaten), ("APBD kota", apbdKabupaten), ("APBD provinsi", apbdProvinsi),
        ("APBN", apbn), ("APBDes", apbdes), ("CSR", csr), ("Baznas", baznas), ("swadaya", swadaya),
        ("lainnya", other), ("non-anggaran", none),
    ]
}

/// One agency's commitment in a plan, as a file states it.
package struct InterventionRow: Hashable, Sendable {
    /// The share of one source.
    package struct Funding: Hashable, Sendable {
        package let source: FundingSource
        /// Whole rupiah; nil where the file does not say, which is not zero.
        package let budgetIDR: Int?

        package init(source: FundingSource, budgetIDR: Int?) {
            self.source = source
            self.budgetIDR = budgetIDR
        }
    }

    package let line: Int
    package let ref: String
    /// The agency's code.
    package let agency: String
    package let title: String
    /// Codes of the indicators that it is aimed at.
    package let indicators: [String]
    package let targetHundredths: Int
    package let unit: String
    package let funding: [Funding]
    package let startsOn: ISODay
    package let endsOn: ISODay
    package let statusNote: String?
    package let provenance: String?
}

/// Reads a file of interventions.
package typealias InterventionFile = TableReader<InterventionRow>

extension InterventionFile {
    package init() {
        let required = [
            "ref", "agency", "title_id", "indicators", "target_quantity", "unit", "funding", "budget_idr",
            "starts_on", "ends_on",
        ]
        let optional = ["status_note", "provenance"]
        let columns = required.map(TableColumn.required) + optional.map(TableColumn.optional)
        let (code, title) = (CellFormat.text(most: 40), CellFormat.text(most: 300))
        let note = CellFormat.text(most: 2000, lines: true)
        let codes = CellFormat.set(of: code)
        let sources = CellFormat.set(of: CellFormat.choice(FundingSource.words))
        let budgets = CellFormat.listWithGaps(of: .rupiah)
        let (quantity, day) = (CellFormat.hundredths, CellFormat.isoDay)
        self.init(columns: columns) { cells in
            let ref = cells.required("ref", code)
            let agency = cells.required("agency", code)
            let title = cells.required("title_id", title)
            let indicators = cells.required("indicators", codes)
            let target = cells.required("target_quantity", quantity)
            let unit = cells.required("unit", code)
            let funding = cells.funding(sources, budgets)
            let startsOn = cells.required("starts_on", day)
            let endsOn = cells.required("ends_on", day)
            let statusNote = cells.optional("status_note", note)
            let provenance = cells.optional("provenance", note)
            if let startsOn, let endsOn, endsOn < startsOn { cells.refuse("ends_on", .endsBeforeStart) }
            guard let ref, let agency, let title, let indicators, let target, let unit, let funding, let startsOn,
                let endsOn
            else { return nil }
            return InterventionRow(
                line: cells.line, ref: ref, agency: agency, title: title, indicators: indicators,
                targetHundredths: target, unit: unit, funding: funding, startsOn: startsOn, endsOn: endsOn,
                statusNote: statusNote, provenance: provenance)
        }
    }
}

extension Cells {
    /// Sources and budgets in the same order; no budget at all leaves every share unstated.
    fileprivate mutating func funding(
        _ sources: CellFormat<[FundingSource]>, _ budgets: CellFormat<[Int?]>
    ) -> [InterventionRow.Funding]? {
        let faultsBefore = faults.count
        let sources = required("funding", sources)
        let budgets = optional("budget_idr", budgets)
        guard let sources, faults.count == faultsBefore else { return nil }
        guard let budgets else { return sources.map { InterventionRow.Funding(source: $0, budgetIDR: nil) } }
        guard budgets.count == sources.count else {
            refuse("budget_idr", .listLengthsDiffer, expected: String(sources.count))
            return nil
        }
        return zip(sources, budgets).map { InterventionRow.Funding(source: $0, budgetIDR: $1) }
    }
}
