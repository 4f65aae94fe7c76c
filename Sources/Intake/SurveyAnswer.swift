import Measurement

/// Reads what a family says on one indicator.
///
/// `ya` and `tidak` where the unit is a family, `2/3` where it is a person, a number from 0 where it is a score, `tb`
/// (tidak berlaku) in all. Where the direction is negative the statement records a problem, so that those for whom it
/// holds, or the points of the score, are the ones not good.
struct SurveyAnswer: Sendable {
    private let countsFamilies: Bool
    private let isNegative: Bool
    /// Nil where the answer is no score.
    private let maximum: Int?

    init(_ indicator: Framework.Indicator) {
        countsFamilies = indicator.unit == .family
        isNegative = indicator.direction == .negative
        maximum = indicator.isScored ? indicator.maximum : nil
    }

    private enum Word {
        case yes, no, notApplicable
    }

    /// - Parameter cell: Not empty, without surrounding blanks.
    func read(_ cell: ArraySlice<UInt8>) throws(CellRefusal) -> Answer {
        if let word = Self.word(cell) {
            guard word != .notApplicable else { return .notApplicable }
            guard maximum == nil else { throw CellRefusal(.notAnAnswer, expected: expected) }
            guard countsFamilies else { throw CellRefusal(.wordForPersons) }
            return answer(holds: word == .yes ? 1 : 0, of: 1)
        }
        if let maximum { return try score(cell, maximum) }
        guard let slash = cell.firstIndex(of: ASCII.slash) else {
            throw CellRefusal(Self.isDate(cell) ? .answerBecameDate : .notAnAnswer, expected: expected)
        }
        return try counts(cell, slash)
    }

    private func counts(_ cell: ArraySlice<UInt8>, _ slash: Int) throws(CellRefusal) -> Answer {
        let (first, second) = (cell[..<slash], cell[(slash + 1)...])
        guard let holds = first.digits, let units = second.digits else {
            throw CellRefusal(Self.isDate(cell) ? .answerBecameDate : .notAnAnswer, expected: expected)
        }
        guard !countsFamilies else { throw CellRefusal(.countsForFamily) }
        // "02/03" is how a spreadsheet shows the second of March, or the third of February.
        let isPadded = [first, second].contains { $0.count > 1 && $0.first == ASCII.zero }
        guard !isPadded else { throw CellRefusal(.answerBecameDate) }
        guard units > 0 || holds > 0 else { throw CellRefusal(.nobodyEligible) }
        guard holds <= units else { throw CellRefusal(.goodAboveEligible) }
        guard units <= PackedAnswers.mostUnits else {
            throw CellRefusal(.tooManyUnits, expected: String(PackedAnswers.mostUnits))
        }
        return answer(holds: holds, of: units)
    }

    private func score(_ cell: ArraySlice<UInt8>, _ maximum: Int) throws(CellRefusal) -> Answer {
        guard let points = cell.digits, points <= maximum else {
            throw CellRefusal(Self.isDate(cell) ? .answerBecameDate : .notAnAnswer, expected: expected)
        }
        return answer(holds: points, of: maximum)
    }

    private func answer(holds: Int, of units: Int) -> Answer {
        .counted(good: isNegative ? units - holds : holds, eligible: units)
    }

    private var expected: String {
        if let maximum { return "0–\(maximum), tb" }
        return countsFamilies ? "ya, tidak, tb" : "2/3, tb"
    }

    /// In any case. Spelt out by letters because nearly all of the time of an import is spent here.
    private static func word(_ cell: ArraySlice<UInt8>) -> Word? {
        func letter(_ offset: Int) -> UInt8 { ASCII.lowercased(cell[cell.startIndex + offset]) }
        switch cell.count {
        case 2:
            if letter(0) == UInt8(ascii: "y") && letter(1) == UInt8(ascii: "a") { return .yes }
            return letter(0) == UInt8(ascii: "t") && letter(1) == UInt8(ascii: "b") ? .notApplicable : nil
        case 5:
            let isNo =
                letter(0) == UInt8(ascii: "t") && letter(1) == UInt8(ascii: "i") && letter(2) == UInt8(ascii: "d")
                && letter(3) == UInt8(ascii: "a") && letter(4) == UInt8(ascii: "k")
            return isNo ? .no : nil
        default:
            return nil
        }
    }

    /// Spreadsheets turn "2/3" into "02-Mar", "2026-03-02" or "02/03/2026"; the sender must learn that it was they.
    private static func isDate(_ cell: ArraySlice<UInt8>) -> Bool {
        let parts = cell.split(omittingEmptySubsequences: false) { $0 == ASCII.hyphen || $0 == ASCII.slash }
        guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.count <= 9 }) else { return false }
        let numbers = parts.count { $0.digits != nil }
        let words = parts.count { $0.allSatisfy { ASCII.lowercased($0) &- 0x61 < 26 } }
        return numbers + words == parts.count && numbers >= 1 && words <= 1 && (parts.count == 3 || words == 1)
    }
}
