package import Measurement

/// An office or partner of a kabupaten.
package struct Agency: Hashable, Sendable {
    package let kabupatenCode: String
    package let code: String
    package let shortName: String
    package let name: String
    package let kind: String
    /// Set where it is a unit of another agency.
    package let parentCode: String?
    /// The kecamatan or desa that it serves; nil: all of the kabupaten.
    package let regionCode: String?
    package let role: String
    package let urusan: [String]
    /// Codes of the indicators that it has the duty to move.
    package let indicators: [String]

    package init(
        kabupatenCode: String, code: String, shortName: String, name: String, kind: String, parentCode: String?,
        regionCode: String?, role: String, urusan: [String], indicators: [String]
    ) {
        self.kabupatenCode = kabupatenCode
        self.code = code
        self.shortName = shortName
        self.name = name
        self.kind = kind
        self.parentCode = parentCode
        self.regionCode = regionCode
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

/// A framework in one line, as a list shows it.
package struct FrameworkSummary: Hashable, Sendable {
    package let id: Framework.ID
    package let title: String
    package let status: Framework.Status
    package let aggregation: Framework.Aggregation
    package let weakBelow: Int
    package let roundingDigits: Int
    package let indicators: Int
    package let dimensions: Int

    package init(
        id: Framework.ID, title: String, status: Framework.Status, aggregation: Framework.Aggregation, weakBelow: Int,
        roundingDigits: Int, indicators: Int, dimensions: Int
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.aggregation = aggregation
        self.weakBelow = weakBelow
        self.roundingDigits = roundingDigits
        self.indicators = indicators
        self.dimensions = dimensions
    }
}
