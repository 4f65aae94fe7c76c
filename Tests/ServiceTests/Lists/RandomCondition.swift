import Wire

/// A condition on a list as the service reads it, and what it means on rows that are here.
indirect enum RandomCondition {
    case all([RandomCondition])
    case any([RandomCondition])
    case test(String, String, [JSONValue])

    /// One in which values of the rows occur.
    static func random(_ rows: [JSONValue], _ random: inout SplitMix, depth: Int = 0) -> RandomCondition {
        if depth < 2, UInt8.random(in: 0..<4, using: &random) == 0 {
            let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                self.random(rows, &random, depth: depth + 1)
            }
            return Bool.random(using: &random) ? .all(parts) : .any(parts)
        }
        let (field, operators) = fields.randomElement(using: &random) ?? ("state", ["eq"])
        let how = operators.randomElement(using: &random) ?? "eq"
        let count = how == "in" ? Int.random(in: 1...4, using: &random) : 1
        let values = (0..<count).compactMap { _ -> JSONValue? in
            let value = rows.randomElement(using: &random)?[field] ?? .null
            if case .array(let several) = value { return several.randomElement(using: &random) }
            return value.isNull ? Optional.none : value
        }
        return values.isEmpty ? .test(field, "is", [.bool(Bool.random(using: &random))]) : .test(field, how, values)
    }

    private static let fields: [(String, [String])] = [
        ("state", ["eq", "neq", "in"]), ("year", ["eq", "neq", "lt", "lte", "gt", "gte", "in"]),
        ("desa_code", ["eq", "in", "under"]), ("kabupaten_code", ["eq", "under"]), ("plan_id", ["eq", "neq", "in"]),
        ("agency_code", ["eq", "neq", "in", "like"]), ("catalogue_code", ["eq", "neq"]),
        ("reference", ["eq", "lt", "gte", "like"]), ("title", ["eq", "neq", "in", "ilike"]),
        ("indicators", ["eq", "neq"]), ("target_quantity", ["eq", "lt", "gte"]), ("budget_idr", ["lt", "gte"]),
        ("starts_on", ["eq", "lt", "lte", "gt", "gte"]), ("assigned_on", ["eq", "neq", "gte"]),
    ]

    /// As a query; tests that stand side by side are parameters of their own.
    var query: String {
        switch self {
        case .all(let parts): return "and=" + encoded("(" + parts.map(\.text).joined(separator: ",") + ")")
        case .any(let parts): return "or=" + encoded("(" + parts.map(\.text).joined(separator: ",") + ")")
        case .test(let field, "in", let values):
            return "\(field)=in." + encoded("(" + values.map { quoted(plain($0)) }.joined(separator: ",") + ")")
        case .test(let field, "is", let values): return "\(field)=is.\(values == [true] ? "null" : "not_null")"
        case .test(let field, let how, let values): return "\(field)=\(how)." + encoded(shape(how, plain(values[0])))
        }
    }

    private var text: String {
        switch self {
        case .all(let parts): return "and(" + parts.map(\.text).joined(separator: ",") + ")"
        case .any(let parts): return "or(" + parts.map(\.text).joined(separator: ",") + ")"
        case .test(let field, "in", let values):
            return "\(field).in.(" + values.map { quoted(plain($0)) }.joined(separator: ",") + ")"
        case .test(let field, "is", let values): return "\(field).is.\(values == [true] ? "null" : "not_null")"
        case .test(let field, let how, let values): return "\(field).\(how)." + quoted(shape(how, plain(values[0])))
        }
    }

    func holds(_ row: JSONValue) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(row) }
        case .any(let parts): parts.contains { $0.holds(row) }
        case .test(let field, let how, let values): Self.holds(row[field], how, values)
        }
    }

    private static func holds(_ value: JSONValue, _ how: String, _ wanted: [JSONValue]) -> Bool {
        if case .array(let several) = value { return several.contains { wanted.contains($0) } == (how != "neq") }
        if how == "is" { return value.isNull == (wanted == [true]) }
        if value.isNull { return how == "neq" }
        switch how {
        case "eq": return value == wanted[0]
        case "neq": return value != wanted[0]
        case "in": return wanted.contains(value)
        case "under": return "\(plain(value)).".hasPrefix("\(plain(wanted[0])).")
        case "like": return plain(value).hasPrefix(plain(wanted[0]).prefix(2))
        case "ilike": return plain(value).lowercased().hasPrefix(plain(wanted[0]).prefix(2).lowercased())
        case "lt": return isLess(value, wanted[0])
        case "gte": return !isLess(value, wanted[0])
        case "gt": return isLess(wanted[0], value)
        default: return !isLess(wanted[0], value)
        }
    }

    private static func isLess(_ one: JSONValue, _ other: JSONValue) -> Bool {
        if let first = Double(plain(one)), let second = Double(plain(other)) { return first < second }
        return plain(one) < plain(other)
    }
}

private func plain(_ value: JSONValue) -> String { value.text ?? value.written() }

/// Patterns look for what begins alike.
private func shape(_ how: String, _ text: String) -> String {
    switch how {
    case "like": "\(text.prefix(2))*"
    case "ilike": "\(text.prefix(2).uppercased())*"
    default: text
    }
}

private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
        let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}

/// The same seed gives the same conditions on every machine (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
