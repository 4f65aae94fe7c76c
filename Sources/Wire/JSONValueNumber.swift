/// A number as JSON wrote it: 50.00 stays 50.00, and no digit is lost to a binary float.
package struct JSONNumber: Hashable, Sendable, CustomStringConvertible {
    /// The text as it came, for example `-1.50e3`.
    package let text: String

    package init(_ value: Int64) {
        text = String(value)
    }

    /// Nil where the text is no JSON number.
    package init?(_ text: String) {
        guard Parts(text) != nil else { return nil }
        self.text = text
    }

    /// For a parser that has just read the grammar.
    init(checked text: String) {
        self.text = text
    }

    package var description: String { text }

    /// The value where it has no fraction: `12`, `12.0` and `1.2e1` are 12; nil otherwise, or beyond 64 bits.
    package var integer: Int64? {
        guard let plain else { return nil }
        let halves = plain.split(separator: ".")
        guard halves.count == 1 || halves[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        return Int64(halves[0])
    }

    /// The same number without an exponent, decimals as they came: `-1500`; nil where it has more than 60 digits.
    package var plain: String? {
        guard let parts = Parts(text) else { return nil }
        guard parts.whole.count + parts.fraction.count <= 60, (-60...60).contains(parts.exponent) else { return nil }
        let digits = parts.whole + parts.fraction
        let point = parts.whole.count + parts.exponent
        let padded =
            point <= 0
            ? String(repeating: "0", count: 1 - point) + digits
            : digits + String(repeating: "0", count: max(0, point - digits.count))
        let split = padded.index(padded.startIndex, offsetBy: max(1, point))
        let whole = padded[..<split].drop { $0 == "0" }
        let fraction = padded[split...]
        return (parts.isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// The nearest binary float; nil where it would be infinite.
    package var double: Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension JSONNumber {
    /// Sign, digits and exponent of a text that follows the grammar of RFC 8259, section 6.
    private struct Parts {
        var isNegative = false
        var whole = ""
        var fraction = ""
        var exponent = 0

        init?(_ text: String) {
            var rest = text[...]
            if rest.first == "-" {
                isNegative = true
                rest.removeFirst()
            }
            whole = Self.takeDigits(&rest)
            guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return nil }
            if rest.first == "." {
                rest.removeFirst()
                fraction = Self.takeDigits(&rest)
                guard !fraction.isEmpty else { return nil }
            }
            if rest.first == "e" || rest.first == "E" {
                rest.removeFirst()
                let isSmall = rest.first == "-"
                if isSmall || rest.first == "+" { rest.removeFirst() }
                let digits = Self.takeDigits(&rest)
                guard !digits.isEmpty else { return nil }
                // An exponent too long to read is out of every range that `plain` writes out.
                let size = Int(digits) ?? Int(Int32.max)
                exponent = isSmall ? -size : size
            }
            guard rest.isEmpty else { return nil }
        }

        private static func takeDigits(_ rest: inout Substring) -> String {
            let digits = rest.prefix { $0.utf8.count == 1 && ("0"..."9").contains($0) }
            rest = rest[digits.endIndex...]
            return String(digits)
        }
    }
}
