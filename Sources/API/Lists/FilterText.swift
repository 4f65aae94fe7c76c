internal import Planning

enum FilterLimits {
    /// Groups within groups.
    static let deepest = 3
    static let mostConditions = 20
    /// Of one `in`.
    static let mostValues = 100
}

/// Reads conditions on a list: `eq.2025`, `in.(open,closed)`, `is.null`, and groups of them for `or=` and `and=`.
///
/// A value with a comma, a parenthesis or a quote in it stands in double quotes, in which a backslash goes before a
/// quote and before itself.
struct FilterText<Field: ListField> {
    private var rest: Substring

    private init(_ text: String) {
        rest = text[...]
    }

    /// The value of a parameter that has the field's name. Without an operator it is compared for equality.
    static func condition(_ field: Field, _ text: String) throws(ValueFault) -> Condition<Field> {
        guard field.kind != .search, let (comparison, value) = split(text) else {
            return .test(field, try Comparison(field, .eq, [text]))
        }
        var reader = FilterText(value)
        return .test(field, try reader.comparison(field, comparison, isWhole: true))
    }

    /// The value of `or` or `and`: a group in parentheses.
    static func group(_ isAny: Bool, _ text: String) throws(ValueFault) -> Condition<Field> {
        var reader = FilterText(text)
        let parts = try reader.parts(depth: 1)
        guard reader.rest.isEmpty else { throw ValueFault(.malformedFilter) }
        return isAny ? .any(parts) : .all(parts)
    }

    private static func split(_ text: String) -> (Comparison.Operator, String)? {
        guard let dot = text.firstIndex(of: "."), let found = Comparison.Operator(rawValue: String(text[..<dot]))
        else { return nil }
        return (found, String(text[text.index(after: dot)...]))
    }

    private mutating func parts(depth: Int) throws(ValueFault) -> [Condition<Field>] {
        guard depth <= FilterLimits.deepest else { throw ValueFault(.tooManyConditions) }
        try take("(")
        var parts: [Condition<Field>] = []
        repeat {
            parts.append(try part(depth: depth))
            guard parts.count <= FilterLimits.mostConditions else { throw ValueFault(.tooManyConditions) }
        } while takeIf(",")
        try take(")")
        return parts
    }

    private mutating func part(depth: Int) throws(ValueFault) -> Condition<Field> {
        let name = word()
        if rest.first == "(" && (name == "or" || name == "and") {
            let parts = try parts(depth: depth + 1)
            return name == "or" ? .any(parts) : .all(parts)
        }
        guard let field = Field(rawValue: name), field.kind != .search else {
            let named = Field.allCases.filter { $0.kind != .search }.map(\.rawValue)
            throw ValueFault(.unknownField, allowed: named)
        }
        try take(".")
        guard let comparison = Comparison.Operator(rawValue: word()) else {
            throw ValueFault(.operatorNotAllowed, allowed: field.operatorNames)
        }
        try take(".")
        return .test(field, try self.comparison(field, comparison, isWhole: false))
    }

    /// - Parameter isWhole: Whether the value goes to the end of the text.
    private mutating func comparison(
        _ field: Field, _ comparison: Comparison.Operator, isWhole: Bool
    ) throws(ValueFault) -> Comparison {
        switch comparison {
        case .in:
            try take("(")
            var values: [String] = []
            repeat { values.append(try value()) } while takeIf(",") && values.count <= FilterLimits.mostValues
            try take(")")
            guard values.count <= FilterLimits.mostValues else { throw ValueFault(.tooManyConditions) }
            guard !isWhole || rest.isEmpty else { throw ValueFault(.malformedFilter) }
            return try Comparison(field, .in, values)
        case .is:
            let word = isWhole ? String(rest) : word()
            guard word == "null" || word == "not_null" else {
                throw ValueFault(.notInList, allowed: ["null", "not_null"])
            }
            return try Comparison(field, isNull: word == "null")
        default:
            return try Comparison(field, comparison, [isWhole ? String(rest) : try value()])
        }
    }

    private mutating func value() throws(ValueFault) -> String {
        guard takeIf("\"") else {
            let end = rest.firstIndex { $0 == "," || $0 == ")" || $0 == "(" || $0 == "\"" } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(rest[..<end])
        }
        var value = ""
        while let character = rest.popFirst() {
            if character == "\"" { return value }
            if character == "\\" {
                guard let next = rest.popFirst(), next == "\\" || next == "\"" else { break }
                value.append(next)
            } else {
                value.append(character)
            }
        }
        throw ValueFault(.malformedFilter)
    }

    private mutating func word() -> String {
        let end = rest.firstIndex { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(rest[..<end])
    }

    private mutating func take(_ character: Character) throws(ValueFault) {
        guard takeIf(character) else { throw ValueFault(.malformedFilter) }
    }

    private mutating func takeIf(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }
}

extension Comparison {
    fileprivate init<Field: ListField>(
        _ field: Field, _ comparison: Operator, _ texts: [String]
    ) throws(ValueFault) {
        guard field.kind.operators.contains(comparison) else {
            throw ValueFault(.operatorNotAllowed, allowed: field.operatorNames)
        }
        var values: [FieldValue] = []
        for text in texts {
            do throws(FieldValueFault) {
                values.append(
                    try FieldValue(text, of: comparison == .like || comparison == .ilike ? .text : field.kind))
            } catch {
                throw ValueFault(error.code, allowed: error.allowed)
            }
        }
        self.init(comparison, values)
    }

    fileprivate init<Field: ListField>(_ field: Field, isNull: Bool) throws(ValueFault) {
        guard field.kind.operators.contains(.is) else {
            throw ValueFault(.operatorNotAllowed, allowed: field.operatorNames)
        }
        self.init(isNull: isNull)
    }
}

extension ListField {
    /// In the order in which the contract has them.
    fileprivate var operatorNames: [String] {
        Comparison.Operator.allCases.filter(kind.operators.contains).map(\.rawValue)
    }
}
