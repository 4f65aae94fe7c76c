internal import Intake
internal import Phrasing
internal import Wire

/// The receipt of a file of realisation: what became of every rupiah in it.
struct RealisationView {
    private let sending: RealisationSending
    private let content: RealisationFile
    private let agency: String
    private let language: Language
    private var match: RealisationMatch { sending.match }

    init(sending: RealisationSending, content: RealisationFile, agency: String, language: Language) {
        (self.sending, self.content, self.agency, self.language) = (sending, content, agency, language)
    }

    /// With the names of the API, so that the rows in CSV are a form of reports as well.
    private static let columns = [
        Column("reference", .reference, .code), Column("title", .intervention).spare, Column("desa_name", .desa),
        Column("year", .year, for: .machines), Column("intervention_id", .identifier, for: .machines),
        Column("budget_year", .year, for: .machines), Column("quarter", .period, for: .machines),
        Column("physical_percent", .physical, .percent), Column("quantity", .quantity, .decimal),
        Column("spent_idr", .finance, .integer), Column("of_file_idr", .ofFile, .integer),
        Column("basis", .figureBasis, for: .machines), Column("outcome", .outcome, for: .machines),
        Column("outcome_words", .outcome, .phrase, for: .people),
        Column("report_id", .identifier, for: .machines),
    ]

    private static let leftColumns = [
        Column("line", .line, .integer), Column("code", .code, .code), Column("title", .title).spare,
        Column("amount_idr", .amount, .integer), Column("reference", .reference, .code),
        Column("message", .explanation),
    ]

    var answer: Answer {
        let rows = match.items.map(item)
        var document = JSONObject([
            ("dry_run", .bool(sending.write.dryRun)), ("file_name", .string(sending.origin.fileName)),
            ("file_sha256", .string(sending.origin.digest)), ("agency_code", .string(agency)),
            ("budget_year", .integer(sending.origin.period.year)), ("quarter", .integer(sending.origin.period.quarter)),
            ("rows_read", .integer(content.rowsRead)), ("columns", .array(content.headings.map { .string($0) })),
            ("file_idr", .integer(match.ofFile)), ("matched_idr", .integer(match.matched)),
            ("left_idr", .integer(leftSum)),
        ])
        document["total_in_file_idr"] = content.totalIDR.map { .integer($0) } ?? .null
        document["items"] = .array(rows)
        document["left"] = .array(match.left.map(left))
        document["passed_over"] = .array(content.passed.map(passed))
        return Answer(
            document: .made(.object(document)),
            table: Table(columns: Self.columns, rows: rows, name: .member("report_id")), page: page(rows))
    }

    private var leftSum: Int { match.left.reduce(0) { $0 + $1.amount } }

    private func item(_ item: RealisationMatch.Item) -> JSONValue {
        let report = sending.reports[item.intervention.id] ?? .null
        var row = JSONObject([
            ("reference", .string(item.intervention.reference)), ("title", .string(item.intervention.title)),
            ("desa_name", .string(item.intervention.desaName)), ("year", .integer(item.intervention.lokusYear)),
            ("intervention_id", .string(item.intervention.id)),
            ("budget_year", .integer(sending.origin.period.year)), ("quarter", .integer(sending.origin.period.quarter)),
        ])
        row["physical_percent"] = item.physical.flatMap(RealisationSending.decimal) ?? report["physical_percent"]
        row["quantity"] = item.quantity.flatMap(RealisationSending.decimal) ?? report["quantity"]
        row["spent_idr"] = .integer(item.spent)
        row["of_file_idr"] = .integer(item.ofFile)
        row["lines"] = .array(item.parts.map { .integer($0.row.line) })
        row["basis"] = .string(sending.origin.basis(of: item))
        row["outcome"] = .string(Self.code(item.outcome))
        row["outcome_words"] = .string(Phrase.outcome(item.outcome).text(in: language))
        row["report_id"] = report["id"]
        return .object(row)
    }

    private static func code(_ outcome: RealisationMatch.Outcome) -> String {
        switch outcome {
        case .new: "new"
        case .same: "same"
        case .correction: "corrected"
        case .incomplete: "incomplete"
        }
    }

    private func left(_ left: RealisationMatch.Left) -> JSONValue {
        .object(
            JSONObject([
                ("line", .integer(left.line)), ("code", .string(left.code)), ("title", .string(left.title)),
                ("amount_idr", .integer(left.amount)), ("reason", .string(left.reason.rawValue)),
                ("reference", left.reference.map { .string($0) } ?? .null),
                ("message", .string(Phrase.leftBecause(left).text(in: language))),
            ]))
    }

    private func passed(_ row: PassedRealisationRow) -> JSONValue {
        .object(
            JSONObject([
                ("line", .integer(row.line)), ("kind", .string(row.kind.rawValue)), ("title", .string(row.text)),
                ("column", row.fault?.column.map { .string($0) } ?? .null),
                ("value", row.fault.map { .string($0.value) } ?? .null),
                ("message", row.fault.map { .string($0.message.text(in: language)) } ?? .null),
            ]))
    }

    // MARK: For people

    private func page(_ rows: [JSONValue]) -> [Block] {
        func count(_ test: (RealisationMatch.Outcome) -> Bool) -> Int { match.items.count { test($0.outcome) } }
        let counts = (
            new: count { if case .new = $0 { true } else { false } },
            corrected: count { if case .correction = $0 { true } else { false } },
            same: count { if case .same = $0 { true } else { false } }
        )
        var blocks: [Block] = [
            .line(Phrase.realisationSummary(counts, isDryRun: sending.write.dryRun).text(in: language))
        ]
        if counts.new + counts.corrected == 0 { blocks.append(.line(Phrase.nothingNew.text(in: language))) }
        blocks.append(.facts(facts))
        if let total = content.totalIDR, total != match.ofFile {
            let phrase = Phrase.totalOfFileDiffers(language.integer(total), language.integer(match.ofFile))
            blocks.append(.line(phrase.text(in: language)))
        }
        if !rows.isEmpty {
            blocks.append(.title(Phrase.fromFile.text(in: language)))
            blocks.append(.table(Table(columns: Self.columns, rows: rows)))
        }
        let unreadable = content.passed.filter { $0.kind == .unreadable }.map(passed)
        let forPerson = match.left.filter(\.reason.isForAPerson).map(left) + unreadable
        blocks += section(.leftForPerson, forPerson)
        blocks += section(.leftAlone, match.left.filter { !$0.reason.isForAPerson }.map(left))
        let kinds = PassedRealisationRow.Kind.allCases.compactMap { kind -> String? in
            let lines = content.passed.filter { $0.kind == kind }.map { String($0.line) }
            guard !lines.isEmpty else { return nil }
            return "\(Phrase.passedOver(kind).text(in: language)) (\(lines.joined(separator: ", ")))"
        }
        if !kinds.isEmpty { blocks.append(.line(Phrase.rowsLeftOut(kinds).text(in: language))) }
        return blocks
    }

    private var facts: [Fact] {
        [
            Fact(.fileName, sending.origin.fileName), Fact(.fileDigest, sending.origin.digest),
            Fact(.rowsRead, language.integer(content.rowsRead)),
            Fact(.fileSum, language.integer(match.ofFile)), Fact(.matchedSum, language.integer(match.matched)),
            Fact(.leftSum, language.integer(leftSum)),
        ]
    }

    private func section(_ title: Phrase, _ rows: [JSONValue]) -> [Block] {
        guard !rows.isEmpty else { return [] }
        return [.title(title.text(in: language)), .table(Table(columns: Self.leftColumns, rows: rows))]
    }
}
