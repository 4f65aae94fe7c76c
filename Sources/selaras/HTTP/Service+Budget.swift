internal import FoundationEssentials
internal import Planning
internal import Wire

extension Service {
    /// The budget line that is meant, with the version that a change must name.
    func budgetLine(_ wanted: BudgetLineOptions, _ past: PastOptions? = nil) async throws -> Resource {
        let asOf = past?.asOf?.text
        if let id = UUID(uuidString: wanted.line) {
            return try await get(Address("budget-lines", id.uuidString.lowercased()).with("as_of", asOf))
        }
        let found = try await list(
            Self.named(wanted.line).with("budget_year", wanted.year.map { "eq.\($0)" })
                .with("agency_code", wanted.agency.map { "eq." + $0 }).with("as_of", asOf))
        let id = try Self.only(found, wanted.line, orElse: Phrase.severalBudgetLines)["id"].text ?? ""
        return try await get(Address("budget-lines", id).with("as_of", asOf))
    }

    /// The one of which an intervention is to have a share: where several go by the name, that of its agency in the years
    /// in which it is carried out.
    private func budgetLine(_ line: String, paying intervention: JSONValue) async throws -> JSONValue {
        if let id = UUID(uuidString: line) {
            return try await get(Address("budget-lines", id.uuidString.lowercased())).value
        }
        let found = try await list(Self.named(line))
        let days = [intervention["starts_on"].text, intervention["ends_on"].text].map { $0?.prefix(4) ?? "" }
        let fitting = found.filter { one in
            let year = one["budget_year"].number?.text ?? ""
            return one["agency_code"] == intervention["agency_code"] && days[0] <= year && year <= days[1]
        }
        return try Self.only(fitting.isEmpty ? found : fitting, line, orElse: Phrase.severalLinesToShare)
    }

    private static func named(_ line: String) -> Address {
        Address("budget-lines").with(SubActivityCode(line) == nil ? "title" : "code", "eq." + line)
    }

    private static func only(
        _ found: [JSONValue], _ line: String, orElse several: (String, [String]) -> Phrase
    ) throws -> JSONValue {
        guard let first = found.first else { throw Failure.notFound(.noBudgetLine(line)) }
        guard found.count == 1 else {
            throw Failure.usage(
                several(
                    line,
                    found.prefix(5).map { one in
                        let (agency, year) = (one["agency_code"].text ?? "", one["budget_year"].number?.text ?? "")
                        return "\(agency) \(year) \(one["source"].text ?? "") (\(one["id"].text ?? ""))"
                    }))
        }
        return first
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

    /// The money of an intervention with these shares of budget lines in place of those of the same lines. A source that
    /// it does not have yet comes with them; the money of one that it has is not raised for them.
    func funding(of intervention: JSONValue, with shares: [ShareOption]) async throws -> JSONValue {
        var funding = intervention["funding"].items.map { entry in
            (
                source: entry["source"].text ?? "", amount: entry["amount_idr"].integer ?? 0,
                shares: entry["shares"].items
            )
        }
        var isNew: Set<String> = []
        for share in shares {
            let line = try await budgetLine(share.line, paying: intervention)
            let source = line["source"].text ?? ""
            for index in funding.indices { funding[index].shares.removeAll { $0["budget_line_id"] == line["id"] } }
            guard share.amount.rupiah > 0 else { continue }
            let entry: JSONValue = ["budget_line_id": line["id"], "amount_idr": .integer(share.amount.rupiah)]
            if let index = funding.firstIndex(where: { $0.source == source }) {
                funding[index].shares.append(entry)
                if isNew.contains(source) { funding[index].amount += share.amount.rupiah }
            } else {
                isNew.insert(source)
                funding.append((source: source, amount: share.amount.rupiah, shares: [entry]))
            }
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
