internal import Glibc
internal import Logging
internal import Wire

/// One event as one line of JSON.
///
/// Whatever a value holds, it cannot begin another line or another member: JSON escapes line feeds and quotation marks,
/// and the line separators that it does not escape are escaped here.
struct LogLine {
    let text: String

    init(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, at time: timespec) {
        var object = JSONObject([
            ("ts", .string(Self.timestamp(time))), ("level", .string(level.rawValue)), ("message", .string(message)),
        ])
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) where object[name] == nil {
            object[name] = Self.value(value)
        }
        text = Self.withoutSeparators(JSONValue.object(object).written())
    }

    private static func value(_ value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .stringConvertible(let number as Int): .integer(number)
        case .string(let text): .string(text)
        default: .string(value.description)
        }
    }

    /// U+0085, U+2028 and U+2029 end a line for some readers of logs; U+202A to U+202E turn the order of what is shown.
    private static func withoutSeparators(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSeparator) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            if isSeparator(scalar) {
                let digits = String(scalar.value, radix: 16)
                safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        (0x80...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    /// UTC in RFC 3339, to the millisecond.
    private static func timestamp(_ time: timespec) -> String {
        var seconds = time.tv_sec
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let day = "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))"
        let hour = "\(padded(Int(parts.tm_mday), 2))T\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2))"
        return "\(day)-\(hour):\(padded(Int(parts.tm_sec), 2)).\(padded(Int(time.tv_nsec) / 1_000_000, 3))Z"
    }
}
