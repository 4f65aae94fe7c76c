internal import Measurement

/// Judges the lines of a mapping file together and finds all that is wrong with them.
struct MappingReading {
    private(set) var faults = FaultList()
    private let framework: Framework
    private let kinds: [String: MappedTarget.Kind]
    private let answers: [String: SurveyAnswer]
    private var targets: [String: MappedTarget] = [:]
    /// Lines that listed a value, by what they listed.
    private var valueLines: [[String]: Int] = [:]
    private var sourceLines: [[String]: Int] = [:]
    private var defaults = ValueList()
    private var layout = SurveyMapping.Layout.wide
    private var question: String?
    private var answer: String?
    private var dropsWithoutInterview = false

    /// Targets that are no column of a survey file.
    private enum Setting {
        static let layout = "layout"
        static let question = "question"
        static let answer = "answer"
        static let withoutInterview = "without_interview"
        static let anyAnswer = "*"
        /// For columns that are known and not wanted.
        static let unused = "-"
        static let all = [layout, question, answer, withoutInterview, anyAnswer, unused]
    }

    static let fields = [
        SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status, SurveyColumn.enumerator,
        SurveyColumn.interviewedOn, SurveyColumn.previousFamilyID,
    ]

    init(framework: Framework) {
        self.framework = framework
        var kinds = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, MappedTarget.Kind.text) })
        for indicator in framework.indicators { kinds[indicator.code] = MappedTarget.Kind(indicator) }
        self.kinds = kinds
        answers = Dictionary(framework.indicators.map { ($0.code, SurveyAnswer($0)) }) { first, _ in first }
    }

    mutating func mapping(_ lines: [MappingLine]) -> SurveyMapping? {
        for line in lines { take(line) }
        // A meaning can only be judged when all of its target's columns and rules are known.
        for line in lines where line.value != nil { takeValue(line) }
        for indicator in framework.indicators where Self.takesDefaults(kinds[indicator.code]) {
            targets[indicator.code]?.values.merge(defaults)
        }
        for indicator in framework.indicators where !Self.takesDefaults(kinds[indicator.code]) {
            targets[indicator.code]?.values.merge(defaults.withoutNumbers)
        }
        refuseIncomplete()
        guard faults.isEmpty else { return nil }
        return SurveyMapping(
            layout: layout, question: question ?? "", answer: answer ?? "",
            dropsWithoutInterview: dropsWithoutInterview, targets: targets)
    }

    /// A number that means "no answer" to a question by yes or no is an ordinary count or score.
    private static func takesDefaults(_ kind: MappedTarget.Kind?) -> Bool {
        if case .family? = kind { return true }
        return false
    }

    // MARK: Columns and rules

    private mutating func take(_ line: MappingLine) {
        switch line.target {
        case Setting.unused: return
        case Setting.layout:
            guard let word = line.means, let found = SurveyMapping.Layout(rawValue: word) else {
                let words = SurveyMapping.Layout.allCases.map(\.rawValue).joined(separator: ", ")
                return refuse(line, "means", line.means, .notAChoice, words)
            }
            layout = found
        case Setting.question: question = source(line, before: question)
        case Setting.answer: answer = source(line, before: answer)
        case Setting.withoutInterview:
            guard line.means == ValueList.nothing else {
                return refuse(line, "means", line.means, .notAChoice, ValueList.nothing)
            }
            dropsWithoutInterview = true
        case Setting.anyAnswer:
            if line.value == nil { refuse(line, "value", nil, .lineIncomplete) }
        default:
            guard let kind = kinds[line.target] else {
                let near = NearName.nearest(to: line.target, among: Array(kinds.keys).sorted() + Setting.all)
                return refuse(line, "target", line.target, .unknownTarget, near ?? "")
            }
            if line.value == nil { takeSource(line, kind) }
        }
    }

    private mutating func source(_ line: MappingLine, before: String?) -> String? {
        guard let source = line.source else {
            refuse(line, "source", nil, .lineIncomplete)
            return before
        }
        if before != nil { refuse(line, "source", source, .severalSources) }
        return source
    }

    private mutating func takeSource(_ line: MappingLine, _ kind: MappedTarget.Kind) {
        var target = targets[line.target] ?? MappedTarget(kind: kind)
        defer { targets[line.target] = target }
        let isAnswer = answers[line.target] != nil
        let allowed = kind.rules(isDay: line.target == SurveyColumn.interviewedOn, isAnswer: isAnswer)
        if let rule = line.rule, !allowed.contains(rule) {
            let words = allowed.map(\.rawValue).joined(separator: ", ")
            return refuse(line, "rule", rule.rawValue, .ruleNotAllowed, words)
        }
        if line.rule == .constant {
            guard let means = line.means else { return refuse(line, "means", nil, .lineIncomplete) }
            if isAnswer && means != ValueList.nothing && means != "tb" {
                return refuse(line, "means", means, .meaningNotAllowed, "kosong, tb")
            }
            if target.constant != nil || !target.sources.isEmpty {
                return refuse(line, "rule", line.rule?.rawValue, .severalSources)
            }
            target.constant = means == ValueList.nothing ? [] : Array(means.utf8)
            return
        }
        if line.rule == .invert { target.isInverted = true }
        guard let name = line.source else {
            if line.rule != .invert { refuse(line, "source", nil, .lineIncomplete) }
            return
        }
        if let earlier = sourceLines.updateValue(line.line, forKey: [line.target, name]) {
            return refuse(line, "source", name, .sourceTwice, String(earlier))
        }
        combine(line, name, isAnswer, &target)
    }

    private mutating func combine(
        _ line: MappingLine, _ name: String, _ isAnswer: Bool, _ target: inout MappedTarget
    ) {
        let combination = line.rule?.combination ?? .single
        let isFirst = target.sources.isEmpty && target.constant == nil
        if !isFirst && (combination == .single || combination != target.combination) {
            return refuse(line, "source", name, .severalSources)
        }
        let role: MappedTarget.Source.Role =
            switch line.rule {
            case .good: .good
            case .eligible: .eligible
            default: .value
            }
        target.combination = combination
        target.dayForm = line.rule?.dayForm
        target.sources.append(
            MappedTarget.Source(name: name, role: role, isQuestion: isAnswer || line.rule == .question))
    }

    // MARK: Values

    private mutating func takeValue(_ line: MappingLine) {
        guard let value = line.value, line.target == Setting.anyAnswer || kinds[line.target] != nil else { return }
        if let rule = line.rule { return refuse(line, "rule", rule.rawValue, .ruleNotAllowed, "") }
        guard let means = line.means else { return refuse(line, "means", nil, .lineIncomplete) }
        let key = [
            line.target, line.source ?? "", String(decoding: ValueList.folded(Array(value.utf8)[...]), as: UTF8.self),
        ]
        if let earlier = valueLines.updateValue(line.line, forKey: key) {
            return refuse(line, "value", value, .valueTwice, String(earlier))
        }
        if let words = refusedMeaning(line.target, means) {
            return refuse(line, "means", means, .meaningNotAllowed, words)
        }
        guard line.target != Setting.anyAnswer else { return defaults.add(value, means: means) }
        // A target without a column is told as such.
        guard var target = targets[line.target] else { return }
        if let source = line.source {
            guard target.sources.contains(where: { $0.name == source }) else {
                return refuse(line, "source", source, .sourceOfNobody, line.target)
            }
            target.sourceValues[source, default: ValueList()].add(value, means: means)
        } else {
            target.values.add(value, means: means)
        }
        targets[line.target] = target
    }

    /// The words that are allowed where these are not; nil where they are.
    private func refusedMeaning(_ name: String, _ means: String) -> String? {
        if means == ValueList.nothing {
            return [SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status].contains(name) ? "1–5" : nil
        }
        if name == SurveyColumn.status { return (1...5).map(String.init).contains(means) ? nil : "1, 2, 3, 4, 5" }
        if name == Setting.anyAnswer { return ["ya", "tidak", "tb"].contains(means) ? nil : "ya, tidak, tb, kosong" }
        guard let answer = answers[name], let target = targets[name] else { return nil }
        return target.allows(means, by: answer)
    }

    // MARK: What is not there

    private mutating func refuseIncomplete() {
        let needed = [SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status] + framework.indicators.map(\.code)
        for name in needed {
            let target = targets[name]
            if target == nil || (target?.sources.isEmpty == true && target?.constant == nil) {
                faults.add(Fault(line: 1, column: "target", value: name, code: .targetMissing))
            }
        }
        for name in targets.keys.sorted() where targets[name]?.combination == .count {
            let roles = Set(targets[name]?.sources.map(\.role) ?? [])
            if roles.count < 2 {
                faults.add(Fault(line: 1, column: "target", value: name, code: .countHalfGiven))
            }
        }
        guard layout != .wide else { return }
        for (name, found) in [(Setting.question, question), (Setting.answer, answer)] where found == nil {
            faults.add(Fault(line: 1, column: "target", value: name, code: .targetMissing))
        }
    }

    private mutating func refuse(
        _ line: MappingLine, _ column: String, _ value: String?, _ code: Fault.Code, _ expected: String? = nil
    ) {
        faults.add(Fault(line: line.line, column: column, text: value ?? "", code: code, expected: expected))
    }
}
