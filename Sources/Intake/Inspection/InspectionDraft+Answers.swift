internal import Measurement
internal import Phrasing

/// Which columns, or questions of a long layout, answer which indicator, and by which rule.
extension InspectionDraft {
    /// Something that may answer an indicator.
    struct Item {
        let name: String
        /// Where its values are seen.
        let column: InspectedColumn
        /// Of a choice of several answers: its options, a column each.
        var options: [String] = []
    }

    mutating func proposeAnswers() {
        let found = assigned(items())
        var negative: [String] = []
        for indicator in framework.indicators {
            guard let (items, score) = found[indicator.code] else { continue }
            propose(indicator, items, SurveyInspection.Certainty(score))
            if indicator.direction == .negative { negative.append(indicator.code) }
        }
        proposeValues(found.mapValues(\.items))
        if !negative.isEmpty && origin != .surveyFile {
            let list = negative.joined(separator: ", ")
            note(
                Wording(
                    id:
                        "indikator ini mencatat masalah, ya berarti masalahnya ada: \(list); bila pertanyaannya menyatakan "
                        + "sebaliknya, tulis rule invert",
                    en:
                        "these indicators record a problem, ya means that it is there: \(list); where the question says the "
                        + "opposite, write the rule invert"))
        }
    }

    private func items() -> [Item] {
        if let long {
            return long.question.kept.map { Item(name: $0.value, column: long.answer) }
        }
        let open = columns.filter { column in
            !used.contains(column.name) && !source.isItsOwn(column.name) && !column.name.isEmpty
                && columns.count(where: { $0.name == column.name }) == 1
        }
        var options: Set<String> = []
        let groups = open.map { column in
            let parts = open.filter { $0.name.hasPrefix(column.name + "/") && $0.isFlags }.map(\.name)
            options.formUnion(parts)
            return Item(name: column.name, column: column, options: parts.count > 1 ? parts : [])
        }
        return groups.filter { !options.contains($0.name) }
    }

    /// The best item for each indicator, and those that the same name asks for beside it.
    private func assigned(_ items: [Item]) -> [String: (items: [Item], score: Double)] {
        var pairs: [(item: Int, target: String, score: Double)] = []
        for (position, item) in items.enumerated() {
            for (target, score) in matching.candidates(item.name) where isPlausible(item, target) {
                pairs.append((position, target, score))
            }
        }
        pairs.sort { ($1.score, $0.item) < ($0.score, $1.item) }
        var taken: Set<Int> = []
        var found: [String: (items: [Item], score: Double)] = [:]
        for (position, target, score) in pairs where !taken.contains(position) {
            let item = items[position]
            if let first = found[target] {
                let isCount = first.items.count == 1 && first.items[0].column.isCounts && item.column.isCounts
                let isSeries = NameWords(first.items[0].name).isSeries(with: NameWords(item.name))
                let goesTogether = score >= 0.95 || isSeries || (isPerson(target) && isCount)
                guard goesTogether, first.score < 1 || score == 1, long == nil else { continue }
                found[target] = (first.items + [item], min(first.score, score))
            } else {
                found[target] = ([item], score)
            }
            taken.insert(position)
        }
        return found
    }

    private func isPerson(_ code: String) -> Bool {
        framework.indicators.first { $0.code == code }?.unit == .person
    }

    /// Free text and identifiers answer nothing.
    private func isPlausible(_ item: Item, _ target: String) -> Bool {
        guard long == nil, let indicator = framework.indicators.first(where: { $0.code == target }) else { return true }
        if item.column.filled == 0 || !item.options.isEmpty || item.name == target { return true }
        let isRatio = item.column.kept.allSatisfy { $0.value.contains("/") || Int($0.value) == nil }
        if indicator.unit == .person { return item.column.isCounts || isRatio || item.column.values != nil }
        return item.column.values != nil
    }

    // MARK: Rules

    private mutating func propose(
        _ indicator: Framework.Indicator, _ items: [Item], _ certainty: SurveyInspection.Certainty
    ) {
        used.formUnion(items.flatMap { [$0.name] + $0.options })
        var rules: [(source: String, rule: String)]
        var certainty = certainty
        if items.count == 1, !items[0].options.isEmpty {
            rules = items[0].options.filter { option in
                !ValueGuess.isNone(option.split(separator: "/").last.map(String.init) ?? option)
            }.map { ($0, "any") }
            certainty = min(certainty, .likely)
            noteJoined(indicator.code, "any", rules.map(\.source))
        } else if items.count == 1 {
            let isTurned = isTurned(items[0].name, indicator)
            rules = [(items[0].name, isTurned ? "invert" : "")]
            if isTurned { noteTurned(indicator.code, items[0].name) }
        } else {
            rules = joined(indicator, items)
            certainty = min(certainty, .likely)
            noteJoined(indicator.code, rules.map(\.rule).first ?? "", rules.map(\.source))
        }
        let isExact = items.count == 1 && items[0].name == indicator.code
        for (source, rule) in rules {
            add([indicator.code, source, rule], isExact ? nil : certainty.word)
        }
        let isCounted = indicator.unit == .person && rules.count == 1 && items[0].column.isCounts && long == nil
        if isCounted && !isExact { proposeHalf(indicator.code) }
        matches.append(
            SurveyInspection.Match(
                target: indicator.code, sources: rules.map(\.source),
                rule: rules.first.map(\.rule).flatMap { $0.isEmpty ? nil : $0 },
                certainty: certainty))
    }

    private func joined(_ indicator: Framework.Indicator, _ items: [Item]) -> [(source: String, rule: String)] {
        if indicator.isScored { return items.map { ($0.name, "sum") } }
        guard indicator.unit == .person else {
            let rule = indicator.direction == .negative ? "any" : "all"
            return items.map { ($0.name, rule) }
        }
        guard items.allSatisfy(\.column.isCounts) else { return items.map { ($0.name, "sum") } }
        // Nobody can be counted who is not eligible, so the larger number is of the eligible ones.
        let eligible = items.max { $0.column.sum < $1.column.sum }?.name
        return items.map { ($0.name, $0.name == eligible ? "eligible" : "good") }
    }

    private mutating func proposeHalf(_ code: String) {
        guard let last = lines.indices.last else { return }
        lines[last].cells[2] = "good"
        add(
            [code, "", "eligible"],
            Wording(id: "isi kolom jumlah seluruhnya", en: "fill in the column with the number of all"))
        note(
            needsDecision: true,
            Wording(
                id:
                    "\(code) dihitung per orang: kolom jumlah seluruhnya (eligible) belum ditemukan; isi source pada barisnya",
                en:
                    "\(code) counts persons: the column with the number of eligible ones was not found; fill in the source "
                    + "on its line"))
    }

    /// Whether a question says that something is absent where the indicator's statement says that it is there.
    private func isTurned(_ name: String, _ indicator: Framework.Indicator) -> Bool {
        guard name != indicator.code else { return false }
        let words = NameWords.tail(name)
        if indicator.direction == .negative {
            return words.contains(anyOf: NameWords.negations.union(NameWords.freedom))
        }
        return words.contains(anyOf: NameWords.negations)
            && !NameWords(indicator.nameID).contains(anyOf: NameWords.negations)
    }

    private mutating func noteTurned(_ code: String, _ name: String) {
        note(
            Wording(
                id:
                    "\(name) tampaknya menyatakan kebalikan dari pernyataan \(code), karena itu dibalik (invert); periksa",
                en: "\(name) seems to say the opposite of the statement of \(code), and is turned round (invert); check"
            ))
    }

    private mutating func noteJoined(_ code: String, _ rule: String, _ names: [String]) {
        let list = names.joined(separator: ", ")
        note(
            Wording(
                id: "\(code) digabung dari beberapa kolom (\(list)), dengan rule \(rule) pada kolom pertama; periksa",
                en: "\(code) is joined from several columns (\(list)), with the rule \(rule) on the first; check"))
    }
}
