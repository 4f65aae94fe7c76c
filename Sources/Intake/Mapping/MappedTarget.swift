/// How one cell of a survey file is made of cells of another table.
struct MappedTarget: Sendable {
    struct Source: Hashable, Sendable {
        enum Role: Sendable {
            case value, good, eligible
        }

        let name: String
        let role: Role
        /// In a long layout: whether the name is a question's, not a column's.
        let isQuestion: Bool
    }

    enum Combination: Sendable {
        case single, any, all, sum, count, join
    }

    /// How a day is written.
    enum DayForm: Sendable {
        case time, dayFirst, monthFirst
    }

    /// Decides what a number means in a sum, and what the other way round is.
    enum Kind: Sendable {
        case text, family, person
        case score(most: Int)
    }

    let kind: Kind
    var combination = Combination.single
    var sources: [Source] = []
    var constant: [UInt8]?
    var isInverted = false
    var dayForm: DayForm?
    /// What the values of any of its columns mean, and what those of one column mean, which goes first.
    var values = ValueList()
    var sourceValues: [String: ValueList] = [:]
}

/// Raw values and what they mean in a survey file; letters in any case, as in a survey file.
struct ValueList: Sendable {
    private var meanings: [[UInt8]: [UInt8]] = [:]

    /// The word for "no answer", which a survey file leaves empty.
    static let nothing = "kosong"

    mutating func add(_ value: String, means: String) {
        meanings[Self.folded(Array(value.utf8)[...])] = means == Self.nothing ? [] : Array(means.utf8)
    }

    func meaning(of value: ArraySlice<UInt8>) -> [UInt8]? {
        meanings.isEmpty ? nil : meanings[Self.folded(value)]
    }

    /// Those of `other` that are not here already.
    mutating func merge(_ other: ValueList) {
        meanings.merge(other.meanings) { own, _ in own }
    }

    /// Without those whose value is a number.
    var withoutNumbers: ValueList {
        var list = self
        list.meanings = meanings.filter { $0.key[...].digits == nil }
        return list
    }

    static func folded(_ value: ArraySlice<UInt8>) -> [UInt8] { value.map(ASCII.lowercased) }
}
