internal import FoundationEssentials
internal import Planning
internal import Wire

extension Service {
    /// The budget line that is meant, with the version that a change must name.
    func budgetLine(_ wanted: BudgetLineOptions, _ past: PastOptions? = nil) async throws -> Resource {
        try await budgetLine(wanted.line, of: wanted.agency, in: wanted.year, past)
    }

    private func budgetLine(
        _ line: String, of agency: String? = nil, in year: Int? = nil, _ past: PastOptions? = nil
    ) async throws -> Resource {
        let asOf = past?.asOf?.text
        if let id = UUID(uuidString: line) {
            return try await get(Address("budget-lines", id.uuidString.lowercased()).with("as_of", asOf))
        }
        let name = SubActivityCode(line) == nil ? "title" : "code"
        let found = try await list(
            Address("budget-lines").with(name, "eq." + line)
                .with("budget_year", year.map { "eq.\($0)" })
                .with("agency_code", agency.map { "eq." + $0 }).with("as_of", asOf))
        guard let first = found.first, let id = first["id"].text else {
            throw Failure.notFound(.noBudgetLine(line))
        }
        guard found.count == 1 else {
            throw Failure.usage(
                .severalBudgetLines(
                    line,
                    found.prefix(5).map { one in
                        let (agency, year) = (one["agency_code"].text ?? "", one["budget_year"].number?.text ?? "")
                        return "\(agency) \(year) \(one["source"].text ?? "") (\(one["id"].text ?? ""))"
                    }))
        }
        return try await get(Address("budget-lines", id).with("as_of", asOf))
    }

    /// Of the only one of the caller's that has an agency of that code.
    func kabupaten(ofAgency code: String) async throws -> String {
        let found = Set(
            try await list(Address("agencies").with("code", "eq." + code)).compactMap { $0["kabupaten_code"].text })
        guard let first = found.first else {
            try await requireAgency(code)
            throw Failure.notFound(.noAgency(code, near: nil))
        }
        guard found.count == 1 else { throw Failure.usage(.severalKabupaten(found.sorted())) }
        return first
    }

    /// The money of an intervention with these shares of budget lines in place of those of the same lines; a source that
    /// it does not have yet comes with them, and one that has less than its shares grows to them.
    func funding(of present: JSONValue, with shares: [ShareOption]) async throws -> JSONValue {
        var funding = present.items.map { entry in
            (
                source: entry["source"].text ?? "", amount: entry["amount_idr"].integer ?? 0,
                shares: entry["shares"].items
            )
        }
        for share in shares {
            let line = try await budgetLine(share.line).value
            let source = line["source"].text ?? ""
            if !funding.contains(where: { $0.source == source }) {
                funding.append((source: source, amount: 0, shares: []))
            }
            guard let index = funding.firstIndex(where: { $0.source == source }) else { continue }
            funding[index].shares.removeAll { $0["budget_line_id"] == line["id"] }
            guard share.amount.rupiah > 0 else { continue }
            funding[index].shares.append(["budget_line_id": line["id"], "amount_idr": .integer(share.amount.rupiah)])
            let sum = funding[index].shares.reduce(0) { $0 + ($1["amount_idr"].integer ?? 0) }
            funding[index].amount = max(funding[index].amount, sum)
        }
        return .array(
            funding.map {
                ["source": .string($0.source), "amount_idr": .integer($0.amount), "shares": .array($0.shares)]
            })
    }

    /// The budget lines of which an intervention has shares, with how much, in the order in which they stand there.
    func budgetLines(of intervention: JSONValue, _ past: PastOptions? = nil) async throws -> [JSONValue] {
        let shares = intervention["funding"].items.flatMap { $0["shares"].items }
        guard !shares.isEmpty else { return [] }
        let ids = shares.compactMap { $0["budget_line_id"].text }.joined(separator: ",")
        let lines = try await list(
            Address("budget-lines").with("id", "in.(\(ids))").with("as_of", past?.asOf?.text))
        return shares.compactMap { share in
            guard case .object(var line)? = lines.first(where: { $0["id"] == share["budget_line_id"] }) else {
                return nil
            }
            line["amount_idr"] = share["amount_idr"]
            return .object(line)
        }
    }
}
