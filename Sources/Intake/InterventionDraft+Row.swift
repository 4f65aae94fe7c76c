package import Planning

extension InterventionDraft {
    /// What a row of a file commits to. A share whose amount the file leaves open counts as nothing budgeted yet.
    package init(_ row: InterventionRow) {
        self.init(
            reference: row.ref, agencyCode: row.agency, catalogueCode: row.catalogueCode, title: row.title,
            indicators: row.indicators, targetQuantity: Hundredths(Int64(row.targetHundredths)), unit: row.unit,
            scope: row.scope, startsOn: row.startsOn, endsOn: row.endsOn, note: row.statusNote ?? "",
            funding: row.funding.map { share in
                Funding(
                    source: Funding.Source(rawValue: share.source.rawValue) ?? .other,
                    amount: Rupiah(Int64(share.budgetIDR ?? 0)))
            })
    }
}
