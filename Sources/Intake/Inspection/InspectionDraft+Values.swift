internal import Measurement
internal import Phrasing

/// What the values of the matched columns mean; what nobody can know is left for people to fill in.
extension InspectionDraft {
    mutating func proposeValues(_ found: [String: [Item]]) {
        var yesOrNo: [String: Int] = [:]
        var columnsOf: [String: String] = [:]
        for indicator in framework.indicators {
            guard let items = found[indicator.code] else { continue }
            let reader = SurveyAnswer(indicator)
            for item in items {
                let seen = item.options.isEmpty ? item.column.kept : flags(item.options)
                let strange = seen.filter { isStrange($0.value, indicator, reader, items) }
                guard indicator.unit == .person || indicator.isScored else {
                    for (value, count) in strange {
                        // Letters count in any case, as in a mapping file.
                        let value = value.lowercased()
                        yesOrNo[value, default: 0] += count
                        columnsOf[value] = columnsOf[value] ?? item.options.first ?? item.name
                    }
                    continue
                }
                // All answers of a long layout are in one column: what is another indicator's is not judged by this.
                if long == nil { proposeOwn(indicator, item, strange, items) }
            }
        }
        if let long {
            let shared = long.answer.kept.filter { value in
                !Self.isRatio(value.value) && ValueGuess.answer(value.value) != value.value.lowercased()
            }
            yesOrNo = Dictionary(shared.map { ($0.value.lowercased(), $0.count) }, uniquingKeysWith: +)
            columnsOf = yesOrNo.mapValues { _ in long.answer.name }
        }
        proposeShared(yesOrNo, columnsOf)
    }

    private static func isRatio(_ value: String) -> Bool {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
    }

    private func flags(_ options: [String]) -> [(value: String, count: Int)] {
        let all = columns.filter { options.contains($0.name) }.flatMap(\.kept)
        return Dictionary(all.map { ($0.value, $0.count) }, uniquingKeysWith: +).map {
            (value: $0.key, count: $0.value)
        }
    }

    /// Whether a survey file would refuse this value here.
    private func isStrange(
        _ value: String, _ indicator: Framework.Indicator, _ reader: SurveyAnswer, _ items: [Item]
    ) -> Bool {
        let bytes = Array(value.utf8)
        if indicator.unit == .person, items[0].column.isCounts || items.count > 1 {
            return bytes[...].digits == nil && !["ya", "tidak", "tb"].contains(value.lowercased())
        }
        return (try? reader.read(bytes[...])) == nil
    }

    private mutating func proposeOwn(
        _ indicator: Framework.Indicator, _ item: Item, _ strange: [(value: String, count: Int)], _ items: [Item]
    ) {
        let folded = Dictionary(strange.map { ($0.value.lowercased(), $0.count) }, uniquingKeysWith: +)
        for (value, count) in folded.sorted(by: { $0.key < $1.key }).prefix(InspectedColumn.mostShown) {
            let isSum = items.count > 1 && !items.allSatisfy(\.column.isCounts)
            let guess = ValueGuess.answer(value)
            let meaning = isSum || guess == "tb" || guess == "kosong" ? guess : nil
            add([indicator.code, item.name, "", value, meaning ?? ""], Self.times(count))
            if meaning == nil {
                let allowed =
                    indicator.isScored
                    ? Wording(
                        id: "0 sampai \(indicator.maximum), tb, atau kosong",
                        en: "0 to \(indicator.maximum), tb or kosong")
                    : Wording(id: "misalnya 2/3, tb, atau kosong", en: "for example 2/3, tb or kosong")
                noteUnknown(value, item.name, allowed)
            }
        }
    }

    /// One list for all questions by yes and no: what a number means is decided for the file as a whole.
    private mutating func proposeShared(_ values: [String: Int], _ columnsOf: [String: String]) {
        let hasZero = values["0"] != nil
        for (value, count) in values.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let meaning: String? =
                switch value {
                case "1": "ya"
                case "0": "tidak"
                case "2" where !hasZero && values["1"] != nil: "tidak"
                default: Int(value) == nil ? ValueGuess.answer(value) : nil
                }
            add(["*", "", "", value, meaning ?? ""], Self.times(count))
            if meaning == nil {
                noteUnknown(
                    value, columnsOf[value] ?? "",
                    Wording(id: "ya, tidak, tb, atau kosong", en: "ya, tidak, tb or kosong"))
            }
        }
        if values["1"] != nil && values["2"] != nil && !hasZero {
            note(
                Wording(
                    id: "1 dibaca sebagai ya dan 2 sebagai tidak; periksa pada kuesioner",
                    en: "1 is read as ya and 2 as tidak; check with the questionnaire"))
        }
    }
}
