/// An office or partner of a kabupaten.
package struct Agency: Hashable, Sendable {
    package let kabupatenCode: String
    package let code: String
    package let shortName: String
    package let name: String
    package let kind: String
    /// Set where it is a unit of another agency.
    package let parentCode: String?
    package let role: String
    package let urusan: [String]
    /// Codes of the indicators that it has the duty to move.
    package let indicators: [String]

    package init(
        kabupatenCode: String, code: String, shortName: String, name: String, kind: String, parentCode: String?,
        role: String, urusan: [String], indicators: [String]
    ) {
        self.kabupatenCode = kabupatenCode
        self.code = code
        self.shortName = shortName
        self.name = name
        self.kind = kind
        self.parentCode = parentCode
        self.role = role
        self.urusan = urusan
        self.indicators = indicators
    }
}

/// A kind of intervention, the indicators that it aims at, and who may do it in the caller's kabupaten.
package struct CatalogueItem: Hashable, Sendable {
    package let code: String
    package let title: String
    package let unit: String
    package let indicators: [String]
    package let agencies: [String]

    package init(code: String, title: String, unit: String, indicators: [String], agencies: [String]) {
        self.code = code
        self.title = title
        self.unit = unit
        self.indicators = indicators
        self.agencies = agencies
    }
}

package struct RegionFilter: Hashable, Sendable {
    /// Part of a name, without regard to case, blanks and hyphens.
    package var text: String?
    package var level: Region.Level?
    package var under: RegionCode?

    package init(text: String? = nil, level: Region.Level? = nil, under: RegionCode? = nil) {
        self.text = text
        self.level = level
        self.under = under
    }
}
