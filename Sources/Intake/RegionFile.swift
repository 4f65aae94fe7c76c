/// One region of Indonesia, by the code of the Ministry of Home Affairs.
package struct RegionRow: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable {
        case provinsi, kabupaten, kota, kecamatan, desa, kelurahan

        /// How many parts a code of this level has.
        package var depth: Int {
            switch self {
            case .provinsi: 1
            case .kabupaten, .kota: 2
            case .kecamatan: 3
            case .desa, .kelurahan: 4
            }
        }

        /// How many digits a code of Statistics Indonesia has at this level.
        package var bpsDigits: Int {
            switch self {
            case .provinsi: 2
            case .kabupaten, .kota: 4
            case .kecamatan: 7
            case .desa, .kelurahan: 10
            }
        }
    }

    package let line: Int
    /// `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`.
    package let code: String
    package let name: String
    package let level: Level
    /// The code without its last part; nil for a province.
    package let parentCode: String?
    /// The code of Statistics Indonesia, digits alone; nil where the file says nothing of it.
    package let bpsCode: String?
}

/// Reads a file of regions.
package typealias RegionFile = TableReader<RegionRow>

extension RegionFile {
    package init() {
        let columns = ["code", "name", "level", "parent_code"].map(TableColumn.required) + [.optional("bps_code")]
        let text = CellFormat.text(most: 120)
        let level = CellFormat<RegionRow.Level>.word
        let regionCode = CellFormat.regionCode
        self.init(columns: columns) { cells in
            let code = cells.required("code", regionCode)
            let name = cells.required("name", text)
            let level = cells.required("level", level)
            let parent = cells.optional("parent_code", regionCode)
            let bpsCode = cells.optional("bps_code", .bpsCode)
            guard let code, let name, let level else { return nil }
            let parts = code.split(separator: ".")
            let expected = parts.count == 1 ? nil : parts.dropLast().joined(separator: ".")
            if parts.count != level.depth { cells.refuse("level", .levelDisagrees, expected: code) }
            if parent != expected { cells.refuse("parent_code", .parentDisagrees, expected: expected) }
            if let bpsCode, bpsCode.utf8.count != level.bpsDigits {
                cells.refuse("bps_code", .badBPSCode, expected: String(level.bpsDigits))
            }
            return RegionRow(
                line: cells.line, code: code, name: name, level: level, parentCode: parent, bpsCode: bpsCode)
        }
    }
}

extension CellFormat<String> {
    /// The code of a region at any level.
    package static var regionCode: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let parts = cell.split(separator: ASCII.point, omittingEmptySubsequences: false)
            let areShaped = zip(parts, [2, 2, 2, 4]).allSatisfy { $0.count == $1 && $0.digits != nil }
            guard parts.count <= 4, areShaped else { throw CellRefusal(.badRegionCode) }
            return String(decoding: cell, as: UTF8.self)
        }
    }

    /// The code of Statistics Indonesia at any level; the length is that of the level.
    package static var bpsCode: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            guard [2, 4, 7, 10].contains(cell.count), cell.allSatisfy(ASCII.isDigit) else {
                throw CellRefusal(.badBPSCode, expected: "2, 4, 7, 10")
            }
            return String(decoding: cell, as: UTF8.self)
        }
    }
}
