/// A place in the national register, by its Kemendagri code.
package struct Region: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable {
        case provinsi, kabupaten, kota, kecamatan, desa, kelurahan
    }

    package let code: RegionCode
    package let name: String
    package let level: Level
    /// The regions that hold it, from the province down, as "Sampanahan, Kotabaru, Kalimantan Selatan" needs them.
    package let within: [String]
    /// The code of Statistics Indonesia; nil where the register does not know it.
    package let bpsCode: String?

    package init(code: RegionCode, name: String, level: Level, within: [String], bpsCode: String? = nil) {
        self.bpsCode = bpsCode
        self.code = code
        self.name = name
        self.level = level
        self.within = within
    }
}

/// A Kemendagri code such as `63.02.12.2005`: text, as `63.10` is not `63.1`.
package struct RegionCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Nil unless the text is `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count),
            parts.enumerated().allSatisfy({ index, part in
                part.utf8.count == (index == 3 ? 4 : 2) && part.utf8.allSatisfy { (48...57).contains($0) }
            })
        else { return nil }
        description = text
    }

    /// 1 for a province to 4 for a desa or kelurahan.
    package var depth: Int { description.utf8.count { $0 == UInt8(ascii: ".") } + 1 }

    /// The kabupaten or kota that holds the region; nil for a province.
    package var kabupaten: RegionCode? { depth >= 2 ? RegionCode(String(description.prefix(5))) : nil }

    package static func < (one: Self, other: Self) -> Bool { one.description < other.description }
}
