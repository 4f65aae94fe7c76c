internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

/// Everything that the templates show, as text in one language.
struct PackView {
    let language: String
    let policy = PackPage.policy
    let style = PackStyle.text
    let pageTitle: String
    let words: [String: String]
    let placeTitle: String
    let placeLine: String
    let planTitle: String
    let planState: String
    let asOf: String
    // All but the sheets of offices are nil where one of those alone is wanted.
    let cover: CoverView?
    let offices: [OfficeView]
    let matrix: MatrixView?
    let wishes: WishesView?
    let attendance: AttendanceView?
    let minutes: MinutesView?

    init?(_ pack: RakorPack, of code: String?, in language: Language) {
        let text = PackText(pack, language)
        let place = pack.plan.place
        let shown = code.map { code in pack.offices.filter { $0.name.code == code } } ?? pack.concerned
        guard code == nil || !shown.isEmpty else { return nil }
        self.language = language.rawValue
        words = PackWords.all(in: language)
        placeTitle = PackWords.lokus(text.village, place.desaCode, place.year)[language]
        placeLine = "Kecamatan \(place.kecamatanName), \(place.kabupatenName)"
        let title = "\(words["packTitle"] ?? ""): \(text.village) \(place.year)"
        pageTitle = code == nil ? title : "\(shown[0].name.shortName) · \(title)"
        planTitle = pack.plan.title
        planState = text.word(PlanningWords.planState, pack.plan.status.state.rawValue)
        asOf = PackWords.asOf(language.day(pack.today))[language]
        offices = shown.map { OfficeView($0, pack, text) }
        let isWhole = code == nil
        cover = isWhole ? CoverView(pack, text) : nil
        matrix = isWhole ? MatrixView(pack, text) : nil
        wishes = isWhole ? WishesView(pack, text) : nil
        attendance = isWhole ? AttendanceView(pack, text) : nil
        minutes = isWhole ? MinutesView(pack, text) : nil
    }
}

/// Facts in the words of one language.
struct PackText {
    let language: Language
    let pack: RakorPack
    private let goals: [String: Hundredths]

    init(_ pack: RakorPack, _ language: Language) {
        self.pack = pack
        self.language = language
        goals = Dictionary((pack.plan.detail?.targets ?? []).map { ($0.indicatorCode, $0.value) }) { first, _ in first }
    }

    var absent: String { PackWords.none[language] }

    var village: String { "\(isDesa ? "Desa" : "Kelurahan") \(pack.plan.place.desaName)" }

    var isDesa: Bool { pack.plan.place.desaLevel != .kelurahan }

    func word(_ words: [String: Wording], _ code: String) -> String { words[code]?[language] ?? code }

    func name(_ indicator: Framework.Indicator) -> String {
        language == .english && !indicator.nameEN.isEmpty ? indicator.nameEN : indicator.nameID
    }

    func name(_ dimension: Framework.Dimension) -> String {
        language == .english && !dimension.nameEN.isEmpty ? dimension.nameEN : dimension.nameID
    }

    func value(_ value: ShownValue?) -> String { value.map { language.decimal(plain: $0.description) } ?? absent }

    func value(_ value: Hundredths?) -> String { value.map { language.decimal(plain: $0.description) } ?? absent }

    func amount(_ money: Rupiah?) -> String { money.map { language.integer(Int($0.amount)) } ?? absent }

    func target(_ indicator: Framework.Indicator) -> String { value(goals[indicator.code]) }

    /// `36 orang`.
    func needed(_ subject: PlanFinding.Subject) -> String {
        guard let needed = subject.needed else { return absent }
        let count = language.integer(needed)
        guard !subject.indicator.isScored else { return PackWords.points(count)[language] }
        return subject.indicator.unit == .family
            ? PackWords.families(count)[language] : PackWords.persons(count)[language]
    }

    /// `TW III–IV TA 2025`.
    func schedule(_ terms: InterventionDraft) -> String {
        guard let first = period(terms.startsOn), let last = period(terms.endsOn) else { return absent }
        let (from, until) = (language.period(first), language.period(last))
        guard first != last else { return from }
        let year = " \(language == .indonesian ? "TA" : "FY") \(last.budgetYear)"
        guard first.budgetYear == last.budgetYear, from.hasSuffix(year) else { return "\(from) – \(until)" }
        let quarter = until.dropLast(year.count).drop { $0 == "T" || $0 == "W" || $0 == " " }
        return "\(from.dropLast(year.count))–\(quarter)\(year)"
    }

    private func period(_ day: CalendarDay) -> ReportPeriod? {
        ReportPeriod(budgetYear: day.year, quarter: (day.month + 2) / 3)
    }

    func volume(_ terms: InterventionDraft) -> String { "\(value(terms.targetQuantity)) \(terms.unit)" }

    /// `APBD kabupaten Rp405.000.000; CSR Rp1.000`, without the money where there is one source.
    func sources(_ terms: InterventionDraft) -> String {
        guard terms.funding.count > 1 else {
            return terms.funding.first.map { word(PlanningWords.fundingSource, $0.source.rawValue) } ?? absent
        }
        return terms.funding.map {
            "\(word(PlanningWords.fundingSource, $0.source.rawValue)) \(language.rupiah($0.amount))"
        }.joined(separator: "; ")
    }

    func state(_ intervention: Intervention) -> String {
        let state = word(PlanningWords.interventionState, intervention.state.rawValue)
        return intervention.course.reason.map { "\(state): \($0)" } ?? state
    }

    func progress(_ entry: InterventionMatrix.Entry) -> String {
        let intervention = entry.intervention
        let unit = intervention.terms.unit
        let counted = intervention.progress.map { self.progress($0, unit) }
        let said = intervention.unverified.map { PackWords.unverified(self.progress($0, unit))[language] }
        let told = [counted, said].compactMap { $0 }
        guard told.isEmpty else { return told.joined(separator: "; ") }
        let isAwaited = entry.counts && intervention.acceptedOn != nil
        return isAwaited ? PackWords.notReported[language] : absent
    }

    private func progress(_ progress: Progress, _ unit: String) -> String {
        PackWords.progress(
            value(progress.figures.physicalPercent), "\(value(progress.figures.quantity)) \(unit)",
            language.rupiah(progress.figures.spent), language.period(progress.period)
        )[language]
    }

    /// What the plan counts on for an indicator.
    func interventions(on code: String) -> String {
        let found = pack.matrix.entries.filter { $0.counts && $0.intervention.terms.indicators.contains(code) }
        guard !found.isEmpty else { return PackWords.words["noIntervention"]?[language] ?? "" }
        return found.map { "\($0.intervention.terms.reference) (\($0.intervention.agencyName))" }
            .joined(separator: ", ")
    }
}

struct WeakRow {
    let weakCode, weakName, weakValue, weakNeeded, weakTarget, weakInterventions: String

    init(_ subject: PlanFinding.Subject, _ text: PackText) {
        weakCode = subject.indicator.code
        weakName = text.name(subject.indicator)
        weakValue = text.value(subject.score?.score?.shown)
        weakNeeded = text.needed(subject)
        weakTarget = text.target(subject.indicator)
        weakInterventions = text.interventions(on: subject.indicator.code)
    }
}

struct SourceRow {
    let sourceName, sourceBudget, sourceOnLines: String

    /// In the order in which they first occur.
    static func all(_ funding: [Funding], onLines: [(source: Funding.Source, amount: Rupiah)], _ text: PackText)
        -> [Self]
    {
        var order: [Funding.Source] = []
        for source in funding.map(\.source) where !order.contains(source) { order.append(source) }
        return order.map { source in
            let budget = funding.filter { $0.source == source }.reduce(Rupiah.zero) { $0 + $1.amount }
            let given = onLines.filter { $0.source == source }.reduce(Rupiah.zero) { $0 + $1.amount }
            return SourceRow(
                sourceName: text.word(PlanningWords.fundingSource, source.rawValue),
                sourceBudget: text.amount(budget), sourceOnLines: text.amount(given))
        }
    }
}
