/// The one spelling of a request's target: what is percent-encoded in the path without need is decoded, once
/// (RFC 3986, section 6.2.2.2).
///
/// What would end a part of the path or begin the query stays encoded, and so does everything that is no character of
/// an address of ours. It names nothing then.
enum PlainTarget {
    static func of(_ target: String) -> String {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard path.contains(UInt8(ascii: "%")) else { return target }
        var plain: [UInt8] = []
        var rest = path[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let decoded = decoded(rest.prefix(2)) {
                plain.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
            + String(decoding: target.utf8.dropFirst(path.count), as: UTF8.self)
    }

    /// Nil where the two digits stand for none of the characters that a part of a path may show as they are.
    private static func decoded(_ digits: Substring.UTF8View) -> UInt8? {
        guard digits.count == 2, digits.allSatisfy(isHexadecimal),
            let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        let isPlain =
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || "-._~:".utf8.contains(byte)
        return isPlain ? byte : nil
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
