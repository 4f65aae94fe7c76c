/// The fields by which one kind of thing is filtered and sorted. The raw values are the members of its representation.
package protocol ListField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    var kind: FieldKind { get }
    /// The order of a list for which nobody asks another. It names every row apart, so that it also ends ties.
    static var order: [SortKey<Self>] { get }
    /// What can be shown with a row.
    static var expansions: Set<Expansion> { get }
    /// Whether the list can be read as it was at a moment.
    static var hasPast: Bool { get }
}

extension ListField {
    package static var expansions: Set<Expansion> { [] }
    package static var hasPast: Bool { false }
}

/// What the values of a field are, and so which comparisons make sense.
package enum FieldKind: Hashable, Sendable {
    case text
    case word([String])
    case integer
    /// With at most two decimals.
    case decimal
    case flag
    case day
    case moment
    case id
    case region
    /// Several texts, of which a comparison means any.
    case texts
    /// Of a sub-activity, in any of its spellings.
    case subActivity
    /// Not compared but searched, by letters and digits alone.
    case search

    package static func word<Word: CaseIterable & RawRepresentable<String>>(of type: Word.Type) -> FieldKind {
        .word(type.allCases.map(\.rawValue))
    }

    /// A list of several values has no order, and a search has no place in one.
    package var isSortable: Bool { self != .texts && self != .search }

    package var operators: Set<Comparison.Operator> {
        switch self {
        case .text, .subActivity: [.eq, .neq, .lt, .lte, .gt, .gte, .in, .like, .ilike, .is]
        case .integer, .decimal, .day, .moment: [.eq, .neq, .lt, .lte, .gt, .gte, .in, .is]
        case .word, .id: [.eq, .neq, .in, .is]
        case .flag: [.eq, .neq, .is]
        case .region: [.eq, .neq, .in, .under, .is]
        case .texts: [.eq, .neq, .in]
        case .search: [.eq]
        }
    }
}

/// One test of a field.
package struct Comparison: Hashable, Sendable {
    package enum Operator: String, Sendable, CaseIterable {
        case eq, neq, lt, lte, gt, gte, `in`, like, ilike, `is`, under
    }

    package let `operator`: Operator
    /// One value, several for `in`, none for `is`.
    package let values: [FieldValue]
    /// Only for `is`: whether a value is wanted to be absent.
    package let wantsNull: Bool

    package init(_ comparison: Operator, _ values: [FieldValue]) {
        self.operator = comparison
        self.values = values
        wantsNull = false
    }

    /// Absent, or present.
    package init(isNull: Bool) {
        self.operator = .is
        values = []
        wantsNull = isNull
    }
}

/// A value of a field, in the one spelling that the database reads.
package struct FieldValue: Hashable, Sendable {
    package let text: String

    /// Throws what is wrong with a text that is no value of the kind.
    package init(_ text: String, of kind: FieldKind) throws(FieldValueFault) {
        switch kind {
        case .text, .texts, .search, .subActivity:
            guard text.unicodeScalars.count <= Self.longestText else { throw FieldValueFault(.tooLong) }
            guard !text.unicodeScalars.contains("\0") else { throw FieldValueFault(.controlCharacter) }
            self.text = kind == .subActivity ? SubActivityCode(text)?.description ?? text : text
        case .word(let words):
            guard words.contains(text) else { throw FieldValueFault(.notInList, allowed: words) }
            self.text = text
        case .integer:
            guard let number = Int32(text), text.utf8.first != UInt8(ascii: "+") else {
                throw FieldValueFault(.wrongType)
            }
            self.text = String(number)
        case .decimal: self.text = try Self.canonical(Hundredths(text), or: .wrongType)
        case .flag:
            guard text == "true" || text == "false" else { throw FieldValueFault(.wrongType) }
            self.text = text
        case .day: self.text = try Self.canonical(CalendarDay(text), or: .notADay)
        case .moment: self.text = try Self.canonical(Moment(text), or: .notAMoment)
        case .id: self.text = try Self.canonical(Identifier<Self>(text), or: .notAnID)
        case .region: self.text = try Self.canonical(RegionCode(text), or: .notARegionCode)
        }
    }

    package init<Subject>(_ id: Identifier<Subject>) {
        text = id.description
    }

    package init(_ code: RegionCode) {
        text = code.description
    }

    package init(_ number: Int) {
        text = String(number)
    }

    package init(_ word: some RawRepresentable<String>) {
        text = word.rawValue
    }

    private static let longestText = 500

    private static func canonical(
        _ value: (some CustomStringConvertible)?, or code: DraftFault.Code
    ) throws(FieldValueFault) -> String {
        guard let value else { throw FieldValueFault(code) }
        return value.description
    }
}

/// Why a text is no value of its field.
package struct FieldValueFault: Error {
    package let code: DraftFault.Code
    package let allowed: [String]

    init(_ code: DraftFault.Code, allowed: [String] = []) {
        self.code = code
        self.allowed = allowed
    }
}
