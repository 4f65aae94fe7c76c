import Foundation
import Synchronization
import Wire

/// Keywords that look at one value and at nothing around it.
enum ScalarCheck {
    enum Fault {
        case wrong(String)
        case unknownKeyword
    }

    static func fault(of value: JSONValue, _ keyword: String, _ argument: JSONValue) -> Fault? {
        guard let holds = holds(value, keyword, argument) else {
            return keyword.hasPrefix("x-") && keyword != "x-decimals" ? nil : .unknownKeyword
        }
        return holds ? nil : .wrong("\(value.written().prefix(80)) against \(keyword) \(argument.written())")
    }

    /// Nil where the keyword is not known. A keyword about another type than the value's holds, as in JSON Schema.
    private static func holds(_ value: JSONValue, _ keyword: String, _ argument: JSONValue) -> Bool? {
        let length = value.text?.unicodeScalars.count
        return switch keyword {
        case "type": (argument.text.map { [$0] } ?? argument.texts).contains { isOf($0, value) }
        case "enum": argument.items.contains(value)
        case "const": argument == value
        case "pattern": value.text.map { matches($0, argument.text ?? "") } ?? true
        case "format": fits(value, argument.text ?? "")
        case "minLength": length.map { $0 >= argument.integer ?? 0 } ?? true
        case "maxLength": length.map { $0 <= argument.integer ?? 0 } ?? true
        case "minimum": compare(value, argument) { $0 >= $1 }
        case "maximum": compare(value, argument) { $0 <= $1 }
        case "minItems": items(value).map { $0.count >= argument.integer ?? 0 } ?? true
        case "maxItems": items(value).map { $0.count <= argument.integer ?? 0 } ?? true
        case "uniqueItems": items(value).map { Set($0).count == $0.count } ?? true
        case "maxProperties": value.members.count <= argument.integer ?? 0
        case "x-decimals": argument.integer.map { hasDecimals(value, atMost: $0) } ?? true
        default: nil
        }
    }

    private static func items(_ value: JSONValue) -> [JSONValue]? {
        if case .array(let items) = value { items } else { nil }
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
            ("object", .object):
            true
        case ("integer", .number(let number)): number.integer != nil
        default: false
        }
    }

    private static func compare(_ value: JSONValue, _ bound: JSONValue, _ by: (Double, Double) -> Bool) -> Bool {
        guard let value = value.number?.double, let bound = bound.number?.double else { return true }
        return by(value, bound)
    }

    private static func hasDecimals(_ value: JSONValue, atMost most: Int) -> Bool {
        guard let plain = value.number?.plain else { return true }
        let parts = plain.split(separator: ".")
        return parts.count < 2 || parts[1].count <= most
    }

    /// Nil for a format that is not known.
    private static func fits(_ value: JSONValue, _ format: String) -> Bool? {
        switch format {
        case "int32": return value.integer.map { Int32(exactly: $0) != nil } ?? value.isNull
        case "int64": return value.integer != nil || value.isNull
        case "double": return value.number != nil || value.isNull
        case "uuid": return value.text.map { UUID(uuidString: $0) != nil && $0 == $0.lowercased() } ?? true
        case "date": return value.text.map { matches($0, #"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"#) } ?? true
        case "date-time":
            let pattern = #"^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d\d:\d\d)$"#
            return value.text.map { matches($0, pattern) } ?? true
        default: return nil
        }
    }

    private static let expressions = Mutex<[String: NSRegularExpression]>([:])

    /// As JSON Schema wants it: unanchored, by code points. What is no regular expression matches nothing.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let expression = expressions.withLock { known in
            if let expression = known[pattern] { return expression as NSRegularExpression? }
            // A final line break is no end of the text.
            let strict = pattern.hasSuffix("$") ? pattern.dropLast() + "\\z" : pattern[...]
            known[pattern] = try? NSRegularExpression(pattern: String(strict))
            return known[pattern]
        }
        let range = NSRange(text.startIndex..., in: text)
        return expression?.firstMatch(in: text, range: range) != nil
    }
}
