/// A path below `/api/v1` with its query; parts are percent-encoded, so no value can lead to another path.
struct Address: Sendable {
    private let segments: [String]
    private var query: [(name: String, value: String)]

    init(_ segments: String...) {
        self.segments = segments
        query = []
    }

    /// Adds a parameter; nothing where the value is nil.
    func with(_ name: String, _ value: String?) -> Address {
        guard let value else { return self }
        var copy = self
        copy.query.append((name, value))
        return copy
    }

    func with(_ name: String, _ value: Int?) -> Address { with(name, value.map(String.init)) }

    /// Adds the parameter only where it is true; false is what the service takes anyway.
    func with(_ name: String, _ flag: Bool) -> Address { with(name, flag ? "true" : nil) }

    /// `/api/v1/lokus/…?year=2025`.
    var text: String {
        let path = "/api/v1/" + segments.map(Self.encoded).joined(separator: "/")
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ":"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
