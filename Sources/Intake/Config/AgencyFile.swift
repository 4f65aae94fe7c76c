/// An office or partner of a kabupaten.
package struct AgencyRow: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case opd, unit, vertical, provincial, partner, village
        case business = "private"
    }

    package enum Role: String, Sendable, CaseIterable {
        case lead, coordinator, implementer, support, measurement
    }

    package let line: Int
    package let code: String
    package let shortName: String
    package let name: String
    package let kind: Kind
    /// Set where it is a unit of another agency.
    package let parentCode: String?
    /// The kecamatan or desa that it serves; nil: all of the kabupaten.
    package let regionCode: String?
    /// Codes of the affairs of government, for example `1.02`.
    package let urusan: [String]
    package let role: Role
    /// Codes of the indicators that it has the duty to move.
    package let indicators: [String]
    package let provenance: String
}

package typealias AgencyFile = TableReader<AgencyRow>

extension AgencyFile {
    package init() {
        let names = [
            "code", "short_name", "name_id", "kind", "parent", "urusan", "role", "indicators", "provenance",
        ]
        let (code, text) = (CellFormat.text(most: 40), CellFormat.text(most: 300))
        let codes = CellFormat.set(of: code)
        let (kinds, roles) = (CellFormat<AgencyRow.Kind>.word, CellFormat<AgencyRow.Role>.word)
        self.init(columns: names.map(TableColumn.required) + [.optional("region_code")]) { cells in
            let agencyCode = cells.required("code", code)
            let shortName = cells.required("short_name", text)
            let name = cells.required("name_id", text)
            let kind = cells.required("kind", kinds)
            let parent = cells.optional("parent", code)
            let region = cells.optional("region_code", code)
            let urusan = cells.optional("urusan", codes)
            let role = cells.required("role", roles)
            let indicators = cells.optional("indicators", codes)
            let provenance = cells.required("provenance", text)
            guard let agencyCode, let shortName, let name, let kind, let role, let provenance else { return nil }
            return AgencyRow(
                line: cells.line, code: agencyCode, shortName: shortName, name: name, kind: kind, parentCode: parent,
                regionCode: region, urusan: urusan ?? [], role: role, indicators: indicators ?? [],
                provenance: provenance)
        }
    }
}
