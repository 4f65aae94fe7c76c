internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

/// The coordinator's page: the lokus, what is red, the money, and what is still lacking.
struct CoverView {
    struct Fact {
        let factName, factText: String
    }

    struct DimensionRow {
        let dimensionName, dimensionValue: String
    }

    struct AgencyRow {
        let agencyName, agencyCount, agencyBudget, agencySpent: String
    }

    let facts: [Fact]
    let hasValues: Bool
    let dimensionRows: [DimensionRow]
    let sourceRows: [SourceRow]
    let totalBudget, totalOnLines, spentLine, weakCount: String
    let weakRows: [WeakRow]
    let agencyRows: [AgencyRow]
    let findingLines: [String]

    init(_ pack: RakorPack, _ text: PackText) {
        let language = text.language
        let totals = pack.plan.totals
        let lines = pack.plan.detail?.lines ?? []
        facts = Self.facts(pack, text)
        hasValues = !pack.dimensions.isEmpty
        dimensionRows = pack.dimensions.map {
            DimensionRow(dimensionName: text.name($0.dimension), dimensionValue: text.value($0.value))
        }
        sourceRows = SourceRow.all(
            pack.plan.detail?.fundingBySource ?? [], onLines: lines.map { ($0.source, $0.amount) }, text)
        totalBudget = text.amount(totals.budget)
        totalOnLines = text.amount(lines.reduce(.zero) { $0 + $1.amount })
        spentLine =
            PackWords.spent(
                language.rupiah(totals.spent), of: language.rupiah(totals.said.spent),
                language.integer(totals.said.reporting))[language]
        weakCount = language.integer(pack.weak.count)
        weakRows = pack.weak.map { WeakRow($0, text) }
        agencyRows = (pack.plan.detail?.agencies ?? []).map {
            AgencyRow(
                agencyName: $0.shortName, agencyCount: language.integer($0.interventions),
                agencyBudget: text.amount($0.budget), agencySpent: text.amount($0.spent))
        }
        findingLines = FindingText.lines(pack, text)
    }

    private static func facts(_ pack: RakorPack, _ text: PackText) -> [Fact] {
        let language = text.language
        let (plan, result) = (pack.plan, pack.baseline?.result)
        let closed = pack.matrix.baseline.map { language.day($0.closedOn) }
        let counted = result?.families.map { PackWords.counted(language.integer($0.counted), closed) }
        let category = result?.category.flatMap { code in pack.framework.categories.first { $0.code == code }?.nameID }
        let meeting = plan.detail?.meeting
        let rows: [(Wording, String)] = [
            (
                PackWords.decree,
                pack.decree.map { "\($0.number), \(language.day($0.on))" } ?? PackWords.decreePending[language]
            ),
            (PackWords.baseline, (counted ?? PackWords.survey(isKnown: pack.baseline != nil, closed))[language]),
            (
                PackWords.index,
                [text.value(result?.ikk), category.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
            ),
            (PackWords.targetIndex, plan.targetIKK.map { text.value($0) } ?? PackWords.notDeclared[language]),
            (
                PackWords.interventions,
                PackWords.interventionCounts(
                    language.integer(plan.totals.interventions), language.integer(plan.totals.accepted))[language]
            ),
            (
                PackWords.meeting,
                meeting?.on.map { [language.day($0), meeting?.place].compactMap(\.self).joined(separator: ", ") }
                    ?? PackWords.notRecorded[language]
            ),
        ]
        return rows.map { Fact(factName: $0.0[language], factText: $0.1) }
    }
}

/// A finding in one line.
struct FindingText {
    private let finding: PlanFinding
    private let text: PackText

    init(_ finding: PlanFinding, _ text: PackText) {
        self.finding = finding
        self.text = text
    }

    var line: String { words[text.language] }

    private var words: Wording {
        switch finding.kind {
        case .weakWithoutIntervention:
            PackWords.weakWithout(indicator)
        case .weakWithoutAcceptedIntervention:
            Wording(
                id: "Merah, intervensinya belum diterima: \(indicator): \(interventions)",
                en: "Weak, none accepted: \(indicator): \(interventions)")
        case .budgetLineOverdrawn:
            Wording(
                id: "Alokasi di atas pagu: \(line(finding.line)) (\(interventions))",
                en: "Shares above the ceiling: \(line(finding.line)) (\(interventions))")
        case .reportDisputed: disputed
        case .reportsOverdue: late
        case .interventionOnClearIndicator:
            Wording(
                id: "Menyasar yang tidak merah (\(codes)): \(interventions)",
                en: "Aims at what is not weak (\(codes)): \(interventions)")
        case .indicatorWithoutValue:
            Wording(
                id: "Tanpa nilai pada pendataan awal: \(indicator): \(interventions)",
                en: "Without a value in the baseline: \(indicator): \(interventions)")
        case .sameIndicatorTwoBudgets:
            Wording(
                id: "Indikasi tumpang tindih, \(codes), TA \(year): \(interventions)",
                en: "Money may meet, \(codes), FY \(year): \(interventions)")
        }
    }

    private var disputed: Wording {
        let (period, quantities) = (
            finding.dispute.map { text.language.period($0.period) } ?? "", finding.dispute.map(quantities) ?? ""
        )
        return Wording(
            id: "Disanggah desa/kelurahan: laporan \(period) \(interventions)\(quantities)",
            en: "Disputed by the village: report \(period) of \(interventions)\(quantities)")
    }

    /// What the report says beside what the village counted, where it did.
    private func quantities(_ dispute: PlanFinding.Dispute) -> String {
        guard let counted = dispute.confirmation.statement.counted else { return "" }
        let numbers = [dispute.quantity, counted].map { text.language.decimal(plain: $0.description) }
        return text.language == .indonesian
            ? ": \(numbers[0]) \(dispute.unit) dilaporkan, \(numbers[1]) menurut desa/kelurahan"
            : ": \(numbers[0]) \(dispute.unit) reported, \(numbers[1]) by the village's count"
    }

    private var late: Wording {
        let arrears = finding.arrears
        let (name, since) = (arrears?.agency.shortName ?? "", arrears.map { text.language.day($0.since) } ?? "")
        let (overdue, all) = (arrears?.overdue ?? 0, arrears?.obligations ?? 0)
        return Wording(
            id: "Laporan terlambat: \(name), \(overdue) dari \(all), sejak \(since)",
            en: "Overdue reports: \(name), \(overdue) of \(all), since \(since)")
    }

    private var indicator: String {
        finding.subject.map { "\($0.indicator.code) \(text.name($0.indicator))" } ?? codes
    }

    private var codes: String { finding.codes.joined(separator: ", ") }

    private var year: String { finding.budgetYear.map(String.init) ?? "" }

    private var interventions: String {
        finding.interventions.map { "\($0.reference) (\($0.agency.shortName))" }.joined(separator: ", ")
    }

    private func line(_ line: PlanFinding.Line?) -> String {
        guard let line else { return "" }
        let over = Rupiah(line.shared.amount - line.ceiling.amount)
        return [line.code?.description, line.title, "\(line.budgetYear)", "+\(text.language.rupiah(over))"]
            .compactMap(\.self).joined(separator: " ")
    }

    /// What is weak and has nothing stands in a table above, and here in one line, what means most first. What was not
    /// looked for is not passed over in silence.
    static func lines(_ pack: RakorPack, _ text: PackText) -> [String] {
        let without = pack.findings.findings.filter { $0.kind == .weakWithoutIntervention }.flatMap(\.codes)
        let others = pack.findings.findings.filter { $0.kind != .weakWithoutIntervention }
        return (without.isEmpty ? [] : [PackWords.weakWithout(without.joined(separator: ", "))[text.language]])
            + others.map { FindingText($0, text).line }
            + (pack.findings.checked.contains(.reportsOverdue) ? [] : [PackWords.overdueNotTold[text.language]])
    }
}
