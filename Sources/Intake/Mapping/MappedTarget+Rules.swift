internal import Measurement

extension MappedTarget.Kind {
    init(_ indicator: Framework.Indicator) {
        self =
            if indicator.isScored {
                .score(most: indicator.maximum)
            } else {
                indicator.unit == .family ? .family : .person
            }
    }

    /// The rules that a line for a target of this kind may have.
    func rules(isDay: Bool, isAnswer: Bool) -> [MappingLine.Rule] {
        switch self {
        case .text where isDay: [.constant, .question, .time, .dmy, .mdy]
        case .text: [.constant, .question, .join]
        case .family: [.any, .all, .constant, .invert]
        case .person: [.sum, .good, .eligible, .constant, .invert]
        case .score: [.sum, .constant, .invert]
        }
    }
}

extension MappingLine.Rule {
    var combination: MappedTarget.Combination {
        switch self {
        case .any: .any
        case .all: .all
        case .sum: .sum
        case .good, .eligible: .count
        case .join: .join
        case .constant, .invert, .question, .time, .dmy, .mdy: .single
        }
    }

    var dayForm: MappedTarget.DayForm? {
        switch self {
        case .time: .time
        case .dmy: .dayFirst
        case .mdy: .monthFirst
        default: nil
        }
    }
}

extension MappedTarget {
    /// What a value of its columns may mean, in words, where it may not mean this; nil where it may.
    func allows(_ means: String, by answer: SurveyAnswer) -> String? {
        if means == "tb" { return nil }
        let word = Array(means.utf8)
        let isYesOrNo = means == "ya" || means == "tidak"
        switch (combination, kind) {
        case (.count, _): return word[...].digits == nil ? "0, 1, 2, …, tb, kosong" : nil
        case (.any, _), (.all, _): return isYesOrNo ? nil : "ya, tidak, tb, kosong"
        case (.sum, _) where isYesOrNo: return nil
        default:
            do throws(CellRefusal) {
                _ = try answer.read(word[...])
                return nil
            } catch {
                return switch kind {
                case .score(let most): "0–\(most), tb, kosong"
                case .person: combination == .sum ? "ya, tidak, 2/3, tb, kosong" : "2/3, tb, kosong"
                default: "ya, tidak, tb, kosong"
                }
            }
        }
    }
}
