package import Planning

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
    /// Only an export of ours says it.
    package let catalogueCode: String?
    package let title: String
    /// Codes of the indicators that it is aimed at.
    package let indicators: [String]
    package let targetHundredths: Int
    package let unit: String
    package let scope: InterventionScope
    package let funding: [Funding]
    package let startsOn: CalendarDay
    package let endsOn: CalendarDay
    package let statusNote: String?
    package let provenance: String?
}

/// Reads a file of interventions.
package typealias InterventionFile = TableReader<InterventionRow>

/// Columns of a file of interventions, as an office writes it, and as `Accept: text/csv` on the list gives it.
///
/// An export is read again as it came: `funding` then holds the budget of each source (`apbd_kabupaten=1000;csr=500`),
/// and what only the service writes is passed over.
package enum InterventionColumn {
    static let reference = TableColumn.required("ref").exported(as: "reference")
    package static let agency = TableColumn.required("agency").exported(as: "agency_code")
    package static let indicators = TableColumn.required("indicators")

    static let read: [TableColumn] = [
        reference, agency, .required("title_id").exported(as: "title"), indicators, .required("target_quantity"),
        .required("unit"), .required("funding"), .required("budget_idr"), .required("starts_on"),
        .required("ends_on"), .optional("status_note").exported(as: "note"), .optional("provenance"),
        .optional("catalogue_code"), .optional("target_group"), .optional("target_families"),
        .optional("target_people"), .optional("location"), .optional("supporting_agencies"),
    ]

    /// Read-only: neither asked for nor refused.
    static let passedOver: [TableColumn] = [
        "id", "plan_id", "lokus_id", "kabupaten_code", "kabupaten_name", "kecamatan_name", "desa_code", "desa_name",
        "desa_level", "year", "agency_name", "state", "state_changed_at", "state_by", "state_reason", "assigned_on",
        "accepted_on", "ended_on", "continues_id", "continued_by_id", "progress.report_id",
        "progress.budget_year", "progress.quarter", "progress.physical_percent", "progress.quantity",
        "progress.spent_idr", "progress.nil", "unverified.report_id", "unverified.budget_year", "unverified.quarter",
        "unverified.physical_percent", "unverified.quantity", "unverified.spent_idr", "unverified.nil", "version",
        "created_at", "updated_at",
    ].map(TableColumn.optional)
}

extension InterventionFile {
    package init() {
        let columns = InterventionColumn.read + InterventionColumn.passedOver
        // What the API gave out is taken back, so that both know the same limits.
        let (code, title) = (CellFormat.line, CellFormat.line)
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
            let isExport = cells.isExported(InterventionColumn.reference)
            let funding = isExport ? cells.exportedFunding() : cells.funding(sources, budgets)
            let catalogue = cells.optional("catalogue_code", code)
            let scope = cells.scope(codes)
            let startsOn = cells.required("starts_on", day)
            let endsOn = cells.required("ends_on", day)
            let statusNote = cells.asWritten("status_note", .prose)
            let provenance = cells.asWritten("provenance", .prose)
            if let startsOn, let endsOn, endsOn < startsOn { cells.refuse("ends_on", .endsBeforeStart) }
            guard let ref, let agency, let title, let indicators, let target, let unit, let funding, let startsOn,
                let endsOn
            else { return nil }
            return InterventionRow(
                line: cells.line, ref: ref, agency: agency, catalogueCode: catalogue, title: title,
                indicators: indicators,
                targetHundredths: target, unit: unit, scope: scope, funding: funding, startsOn: startsOn,
                endsOn: endsOn,
                statusNote: statusNote, provenance: provenance)
        }
    }
}

extension Cells {
    fileprivate mutating func scope(_ codes: CellFormat<[String]>) -> InterventionScope {
        InterventionScope(
            targetGroup: asWritten("target_group", .prose) ?? "",
            targetFamilies: optional("target_families", .integer(in: InterventionScope.familiesRange)),
            targetPeople: optional("target_people", .integer(in: InterventionScope.peopleRange)),
            location: asWritten("location", .prose) ?? "",
            supportingAgencies: optional("supporting_agencies", codes) ?? [])
    }

    /// `source=amount` for each, and nothing where there is none; the whole must be their sum.
    fileprivate mutating func exportedFunding() -> [InterventionRow.Funding]? {
        let faultsBefore = faults.count
        let shares = optional("funding", .list(of: .share)) ?? []
        let budget = optional("budget_idr", .rupiah)
        guard faults.count == faultsBefore else { return nil }
        guard Set(shares.map(\.source)).count == shares.count else {
            refuse("funding", .doubledListItem)
            return nil
        }
        let sum = shares.reduce(0) { $0 + ($1.budgetIDR ?? 0) }
        guard budget == nil || budget == sum else {
            refuse("budget_idr", .budgetIsNotTheSum, expected: String(sum))
            return nil
        }
        return shares
    }

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

extension CellFormat<InterventionRow.Funding> {
    /// `apbd_kabupaten=405000000`
    fileprivate static var share: CellFormat {
        let source = CellFormat<FundingSource>.choice(FundingSource.words)
        return CellFormat { cell throws(CellRefusal) in
            let halves = cell.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { throw CellRefusal(.notMoney) }
            return InterventionRow.Funding(
                source: try source.read(halves[0].trimmed),
                budgetIDR: try CellFormat<Int>.rupiah.read(halves[1].trimmed))
        }
    }
}
