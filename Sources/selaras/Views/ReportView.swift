internal import Phrasing
internal import Wire

/// A progress report in lists and alone.
enum ReportView {
    static let columns = [
        Column("intervention_reference", .reference, .code), Column("intervention_title", .intervention),
        // Of what a narrow screen leaves out the last.
        Column("warnings", .lookAgain, .code, for: .people, tone: tone, words: unlikely).spare,
        Column("agency_name", .agency).spare, Column("agency_code", .agency, for: .machines),
        Column("period", .period, .phrase, for: .people, words: period),
        Column("budget_year", .year, for: .machines), Column("quarter", .period, for: .machines),
        Column("nil", .nilReport, .yesNo, for: .machines),
        // What its village says goes with it: a column of its own would be empty in most lists.
        Column("state", .state, .word(.reportState), tone: { isDisputed($0) ? .bad : .plain }, words: stated),
        Column("confirmation", .villageSays, for: .machines) { $0["confirmation"]["state"] },
        Column("confirmation_quantity", .villageCounted, .decimal, for: .machines) { $0["confirmation"]["quantity"] },
        Column("confirmation_note", .villageNote, for: .machines) { $0["confirmation"]["note"] },
        Column("physical_percent", .physical, .percent), Column("quantity", .quantity, .decimal).spare,
        Column("unit", .quantityUnit).spare, Column("spent_idr", .finance, .integer),
        Column("budget_idr", .budget, .integer, for: .machines),
        Column("obstacles", .obstacles).spare, Column("follow_up", .followUp).spare,
        Column("basis", .figureBasis, for: .machines),
        Column("id", .identifier, for: .machines), Column("intervention_id", .identifier, for: .machines),
    ]

    /// Which figures the service thinks unlikely, in a word each; the sentences come with the report itself.
    private static func unlikely(_ report: JSONValue, _ language: Language) -> String {
        let words = report["warnings"].items.compactMap { warning -> String? in
            switch warning["field"].text {
            case "spent_idr": Phrase("keuangan", "money").text(in: language)
            case "physical_percent": Phrase("fisik", "physical").text(in: language)
            case "quantity": Phrase("volume", "quantity").text(in: language)
            case let other: other
            }
        }
        return words.isEmpty ? Cell.absent : words.unique.joined(separator: ", ")
    }

    private static func tone(_ report: JSONValue) -> Tone { report["warnings"].items.isEmpty ? .plain : .bad }

    static func isDisputed(_ report: JSONValue) -> Bool { report["confirmation"]["state"].text == "disputed" }

    /// `disanggah desa (angka sebelumnya)`.
    private static func villageWord(_ report: JSONValue, _ language: Language) -> String {
        let said = report["confirmation"]
        guard let word = said["state"].text else { return Cell.absent }
        let isCurrent = said["is_current"].flag != false
        return Vocabulary.villageWord.text(for: word, in: language)
            + (isCurrent ? "" : " " + Phrase.ofEarlierFigures.text(in: language))
    }

    /// `menunggu verifikasi; disanggah desa`.
    private static func stated(_ report: JSONValue, _ language: Language) -> String {
        let state = Cell.text(report["state"], .word(.reportState), in: language)
        return report["confirmation"]["state"].isNull ? state : "\(state); \(villageWord(report, language))"
    }

    private static func confirmation(_ report: JSONValue, _ language: Language) -> [Fact] {
        let said = report["confirmation"]
        guard said["state"].text != nil else { return [] }
        let word = [
            villageWord(report, language), said["said_by"].text,
            Cell.text(said["said_at"], .moment, in: language),
        ].compactMap(\.self).joined(separator: "; ")
        let unit = report["unit"].text ?? ""
        let counted =
            said["quantity"].isNull
            ? [] : [Fact(.villageCounted, "\(Cell.text(said["quantity"], .decimal, in: language)) \(unit)")]
        return [Fact(.villageSays, word)] + counted + (said["note"].text.map { [Fact(.villageNote, $0)] } ?? [])
    }

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [document.value]),
            page: page(document.value, language), message: message)
    }

    /// Of a correction, what was verified before and counts meanwhile.
    private static func counted(_ report: JSONValue, _ language: Language) -> [Fact] {
        guard report["state"].text != "verified" else { return [] }
        return ProgressColumns.figures(report["counted"], report["unit"].text, language).map {
            [Fact(.stillCounted, $0)]
        }
            ?? []
    }

    /// Nothing where nobody said where they come from.
    private static func basis(_ report: JSONValue) -> [Fact] {
        guard let text = report["basis"].text, !text.isEmpty else { return [] }
        return [Fact(.figureBasis, text)]
    }

    private static func page(_ report: JSONValue, _ language: Language) -> [Block] {
        let totals = report["plan_totals"]
        var blocks: [Block] = [
            .facts(
                [
                    Fact(.intervention, report["intervention_title"].text),
                    Fact(.agency, report["agency_name"].text), Fact(.period, period(report, language)),
                    Fact(.state, Cell.text(report["state"], .word(.reportState), in: language)),
                ] + (report["state_reason"].text.map { [Fact(.returnReason, $0)] } ?? []) + [
                    Fact(.physical, Cell.text(report["physical_percent"], .percent, in: language)),
                    Fact(
                        .quantity,
                        Phrase.ofTarget(
                            Cell.text(report["quantity"], .decimal, in: language),
                            InterventionView.target(report, language)
                        ).text(in: language)),
                    Fact(
                        .finance,
                        Phrase.ofTarget(
                            Cell.text(report["spent_idr"], .integer, in: language),
                            Cell.text(report["budget_idr"], .integer, in: language)
                        ).text(in: language)),
                ] + counted(report, language) + confirmation(report, language) + [
                    Fact(.addedFinance, Cell.text(report["share"]["spent_idr"], .integer, in: language)),
                    Fact(.obstacles, report["obstacles"].text),
                    Fact(.followUp, report["follow_up"].text),
                ] + basis(report))
        ]
        if let interventions = totals["interventions"].integer, let reporting = totals["reporting"].integer {
            blocks.append(
                .line(Phrase.planTotals(interventions: interventions, reporting: reporting).text(in: language)))
            if let waiting = totals["unverified"].integer, waiting > 0 {
                blocks.append(.line(Phrase.unverified(waiting).text(in: language)))
            }
        }
        let warnings = warnings(report, language)
        if !warnings.isEmpty {
            blocks.append(.title(Phrase.lookAgain.text(in: language)))
            blocks += warnings.map { .line("  - \($0)") }
        }
        return blocks
    }

    /// What the service thinks unlikely about the figures.
    static func warnings(_ report: JSONValue, _ language: Language) -> [String] {
        report["warnings"].items.compactMap { warning in
            warning["message"][language == .indonesian ? "id" : "en"].text.map(Visible.text)
        }
    }

    private static func period(_ report: JSONValue, _ language: Language) -> String {
        let period = Period.text(of: report, in: language) ?? Cell.absent
        return report["nil"].flag == true ? Phrase.reportedNil(period).text(in: language) : period
    }
}
