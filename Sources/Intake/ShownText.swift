/// A value as it is shown back to whoever sent it: short, on one line, with nothing invisible in it.
package enum ShownText {
    /// Unicode scalars, since one visible character may be made of any number of them.
    static let most = 60

    package static func of(_ bytes: ArraySlice<UInt8>) -> String {
        // No scalar takes more than four bytes; what follows would be cut anyway.
        let scalars = String(decoding: bytes.prefix((most + 1) * 4), as: UTF8.self).unicodeScalars
        var shown = ""
        for scalar in scalars.prefix(scalars.count > most ? most - 1 : most) {
            shown += isHidden(scalar) ? escaped(scalar) : String(scalar)
        }
        return scalars.count > most ? shown + "…" : shown
    }

    /// Control characters, and those that change how text around them looks without being seen.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: true
        // A braille pattern without a dot, a symbol by its category.
        case 0x2800: true
        default: scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
}
