package import Planning

extension InterventionDraft {
    /// What a row of a file commits to. A share whose amount the file leaves open counts as nothing budgeted yet.
    ///
    /// Nil only for days that no calendar has, which the reader has refused before.
    package init?(_ row: InterventionRow) {
        guard let startsOn = CalendarDay(row.startsOn), let endsOn = CalendarDay(row.endsOn) else { return nil }
        var amounts: [(source: Funding.Source, amount: Rupiah)] = []
        for share in row.funding {
            let source = Funding.Source(rawValue: share.source.rawValue) ?? .other
            let amount = Rupiah(Int64(share.budgetIDR ?? 0))
            if let index = amounts.firstIndex(where: { $0.source == source }) {
                amounts[index].amount = amounts[index].amount + amount
            } else {
                amounts.append((source, amount))
            }
        }
        self.init(
            reference: row.ref, agencyCode: row.agency, catalogueCode: nil, title: row.title,
            indicators: row.indicators, targetQuantity: Hundredths(Int64(row.targetHundredths)), unit: row.unit,
            startsOn: startsOn, endsOn: endsOn, note: row.statusNote ?? "",
            funding: amounts.map { Funding(source: $0.source, amount: $0.amount) })
    }
}
