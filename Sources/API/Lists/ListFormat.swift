internal import HTTPTypes
internal import Hummingbird

/// The forms in which a list can be had.
enum ListFormat: String, CaseIterable {
    case json = "application/json"
    case csv = "text/csv"
    case ndjson = "application/x-ndjson"

    /// The form that the client likes best (RFC 9110, section 12.5.1); of those that it likes alike, the first of ours.
    init(_ request: Request) throws {
        let accepted = request.headers[values: .accept].flatMap { $0.split(separator: ",") }.map(MediaRange.init)
        guard !accepted.isEmpty else {
            self = .json
            return
        }
        let liked = Self.allCases.map { (format: $0, quality: MediaRange.quality(of: $0.rawValue, in: accepted)) }
        let best = liked.map(\.quality).max() ?? 0
        guard best > 0, let format = liked.first(where: { $0.quality == best })?.format else {
            throw Rejection(.notAcceptable, "not_acceptable")
        }
        self = format
    }

    var contentType: String {
        switch self {
        case .json: "application/json; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .ndjson: "application/x-ndjson; charset=utf-8"
        }
    }

    var fileExtension: String {
        switch self {
        case .json: "json"
        case .csv: "csv"
        case .ndjson: "ndjson"
        }
    }
}

/// One of the types in `Accept`, and how much it is liked.
private struct MediaRange {
    let type: String
    /// In thousandths.
    let quality: Int

    init(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        type = parts.first ?? ""
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
        quality = weight.map(Self.thousandths) ?? 1000
    }

    /// That of the range that names the type most exactly.
    static func quality(of type: String, in ranges: [MediaRange]) -> Int {
        let wide = type.prefix { $0 != "/" } + "/*"
        for name in [type, String(wide), "*/*"] {
            if let range = ranges.first(where: { $0.type == name }) { return range.quality }
        }
        return 0
    }

    private static func thousandths(_ text: Substring) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return 0 }
        let digits = parts.count > 1 ? parts[1].prefix(3) : ""
        let rest = Int(digits.isEmpty ? "0" : digits) ?? 0
        let scale = [1000, 100, 10, 1][digits.count]
        return min(1000, whole * 1000 + rest * scale)
    }
}
