internal import Intake
internal import Planning
internal import Wire

extension Service {
    /// What a file of this agency's realisation is held against.
    func realisationFacts(
        of agency: String, _ period: PeriodOptions, _ lokus: LokusReference?, for rows: [RealisationRow]
    ) async throws -> RealisationFacts {
        let kabupaten = try await kabupaten(ofAgency: agency)
        let agencies = try await list(
            Address("agencies").with("kabupaten_code", "eq." + kabupaten).with("code", "eq." + agency))
        let names = agencies.flatMap { [$0["code"].text, $0["name"].text, $0["short_name"].text] }.compactMap { $0 }
        let wanted = try await lokusID(of: lokus)
        let codes = Set(rows.map(\.code.description))
        let listed = try await list(
            Address("budget-lines").with("kabupaten_code", "eq." + kabupaten).with("agency_code", "eq." + agency)
                .with("budget_year", "eq.\(period.year)")
        ).filter { $0["code"].text.map { codes.contains($0) } ?? false }
        var lines: [RealisationFacts.Line] = []
        for line in listed {
            // The list does not tell who shares it.
            lines.append(.init(try await get(Address("budget-lines", line["id"].text ?? "")).value))
        }
        let ids = Array(Set(lines.flatMap { $0.shares.map(\.intervention) })).sorted()
        let found = try await list("interventions", where: "id", isOneOf: ids)
        let reports = try await list("reports", where: "intervention_id", isOneOf: ids)
        let due = try await list(
            Address("report-obligations").with("budget_year", "eq.\(period.year)")
                .with("quarter", "eq.\(period.quarter)").with("state", "in.(due,overdue,reported)"))
        let years = try await yearsOfLines(found)
        let interventions = found.map { one in
            RealisationFacts.Intervention(
                one, reports: reports.filter { $0["intervention_id"] == one["id"] },
                isDue: due.contains { $0["intervention_id"] == one["id"] }, lines: Set(lines.map(\.id)),
                yearsOfLines: years, budgetYear: period.year)
        }
        return RealisationFacts(
            lines: lines, interventions: Dictionary(interventions.map { ($0.id, $0) }) { first, _ in first },
            agencyNames: names, budgetYear: period.year, quarter: period.quarter, lokusID: wanted)
    }

    /// The budget years of all lines that pay these.
    private func yearsOfLines(_ interventions: [JSONValue]) async throws -> [String: Int] {
        let ids = interventions.flatMap { $0["funding"].items }.flatMap { $0["shares"].items }
            .compactMap { $0["budget_line_id"].text }
        let lines = try await list("budget-lines", where: "id", isOneOf: Array(Set(ids)).sorted())
        return Dictionary(
            lines.compactMap { line in
                guard let id = line["id"].text, let year = line["budget_year"].integer else { return nil }
                return (id, year)
            }
        ) { first, _ in first }
    }

    /// As many requests as it takes: a filter has at most a hundred values.
    private func list(_ what: String, where field: String, isOneOf ids: [String]) async throws -> [JSONValue] {
        var found: [JSONValue] = []
        for start in stride(from: 0, to: ids.count, by: 50) {
            let some = ids[start..<min(start + 50, ids.count)].joined(separator: ",")
            found += try await list(Address(what).with(field, "in.(\(some))"))
        }
        return found
    }
}

extension RealisationFacts.Line {
    fileprivate init(_ line: JSONValue) {
        self.init(
            id: line["id"].text ?? "", code: line["code"].text ?? "", source: line["source"].text ?? "",
            ceiling: line["ceiling_idr"].integer ?? 0, shared: line["shared_idr"].integer ?? 0,
            shares: line["shares"].items.map { ($0["intervention_id"].text ?? "", $0["amount_idr"].integer ?? 0) })
    }
}

extension RealisationFacts.Intervention {
    fileprivate init(
        _ one: JSONValue, reports: [JSONValue], isDue: Bool, lines: Set<String>, yearsOfLines: [String: Int],
        budgetYear: Int
    ) {
        let shares = one["funding"].items.flatMap { $0["shares"].items }
        let known = shares.filter { share in
            let id = share["budget_line_id"].text ?? ""
            // What a line of another year pays is reported with that year.
            return lines.contains(id) || yearsOfLines[id].map { $0 != budgetYear } ?? false
        }
        let elsewhere =
            (one["budget_idr"].integer ?? 0) - known.reduce(0) { $0 + ($1["amount_idr"].integer ?? 0) }
        self.init(
            id: one["id"].text ?? "", reference: one["reference"].text ?? "", title: one["title"].text ?? "",
            lokusID: one["lokus_id"].text ?? "", desaCode: one["desa_code"].text ?? "",
            desaName: one["desa_name"].text ?? "", lokusYear: one["year"].integer ?? 0,
            assignedYear: one["assigned_on"].text.flatMap { Int($0.prefix(4)) }, moneyFromElsewhere: elsewhere,
            reports: reports.map(RealisationFacts.Report.init).sorted {
                ($0.budgetYear, $0.quarter) < ($1.budgetYear, $1.quarter)
            }, isDue: isDue)
    }
}

extension RealisationFacts.Report {
    fileprivate init(_ report: JSONValue) {
        self.init(
            id: report["id"].text ?? "", version: report["version"].integer ?? 0,
            budgetYear: report["budget_year"].integer ?? 0, quarter: report["quarter"].integer ?? 0,
            isDraft: report["state"].text == "draft",
            figures: RealisationFacts.Figures(
                physical: Self.hundredths(report["physical_percent"]), quantity: Self.hundredths(report["quantity"]),
                spent: report["spent_idr"].integer ?? 0))
    }

    /// The service writes at most two decimals.
    private static func hundredths(_ value: JSONValue) -> Int {
        let parts = (value.number?.text ?? "0").split(separator: ".", maxSplits: 1)
        let decimals = (parts.count > 1 ? String(parts[1]) : "").prefix(2)
        return (Int(parts.first ?? "0") ?? 0) * 100 + (Int(decimals + (decimals.count == 1 ? "0" : "")) ?? 0)
    }
}
