internal import LibPQ
internal import Planning

/// Writes regions in PostgreSQL's text COPY format: tabs between columns, a backslash in front of what would end one.
struct RegionCopySink: RegionSink {
    let copy: CopyIn

    func put(_ regions: [RegionEntry]) async throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(regions.count * 64)
        for region in regions {
            bytes.append(contentsOf: String(region.line).utf8)
            for text in [region.code, region.name, region.level.rawValue] {
                bytes.append(Self.tab)
                Self.append(text, to: &bytes)
            }
            for text in [region.parentCode, region.bpsCode] {
                bytes.append(Self.tab)
                if let text { Self.append(text, to: &bytes) } else { bytes += Self.null }
            }
            bytes.append(Self.lineFeed)
        }
        try await copy.write(bytes)
    }

    private static let tab: UInt8 = 0x09
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let backslash: UInt8 = 0x5C
    private static let null = Array("\\N".utf8)

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case tab: bytes += Array("\\t".utf8)
            case lineFeed: bytes += Array("\\n".utf8)
            case carriageReturn: bytes += Array("\\r".utf8)
            case backslash: bytes += [backslash, backslash]
            default: bytes.append(byte)
            }
        }
    }
}
