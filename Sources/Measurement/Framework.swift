/// A versioned set of indicators: what is asked of a family, and how an index follows from the answers.
///
/// The official names, weights and cut-offs are not public, so nothing of them is in code: a framework is data,
/// imported from `Config/frameworks/`, and immutable once a round has used it.
package struct Framework: Hashable, Sendable {
    /// Identifies one version for good; every value says which version it is of.
    package struct ID: Hashable, Sendable {
        /// Short name, for example `ikk-29`.
        package let code: String
        /// Counts from 1.
        package let version: Int

        /// From its short name and a version of at least 1.
        package init(code: String, version: Int) {
            self.code = code
            self.version = version
        }
    }

    /// Whether the ministry has published this version, or it is a working assumption.
    package enum Status: String, Sendable, CaseIterable {
        case working, official
    }

    /// How indicator values become dimension values and the index (`Aggregation.weighted` uses indicator weights).
    package enum Aggregation: String, Sendable, CaseIterable {
        case meanOfDimensions = "mean_of_dimensions"
        case meanOfIndicators = "mean_of_indicators"
        case weighted
    }

    /// A class of the index, valid from `from` points up to the next category's `from`.
    package struct Category: Hashable, Sendable {
        /// Short name, unique in the framework.
        package let code: String
        /// Name in Indonesian.
        package let nameID: String
        /// Lower bound in points, included.
        package let from: Int

        /// From its parts; `Framework.faults()` judges them together.
        package init(code: String, nameID: String, from: Int) {
            self.code = code
            self.nameID = nameID
            self.from = from
        }
    }

    /// A group of indicators that has a value of its own.
    package struct Dimension: Hashable, Sendable {
        /// Short name, unique in the framework.
        package let code: String
        /// Name in Indonesian.
        package let nameID: String
        /// Name in English.
        package let nameEN: String

        /// From its parts; `Framework.faults()` judges them together.
        package init(code: String, nameID: String, nameEN: String) {
            self.code = code
            self.nameID = nameID
            self.nameEN = nameEN
        }
    }

    /// Code and version.
    package let id: ID
    /// Title for people, in Indonesian.
    package let title: String
    /// Working or official.
    package let status: Status
    /// Where this version comes from and what in it is assumed.
    package let provenance: String
    /// How indicator values become dimension values and the index.
    package let aggregation: Aggregation
    /// An indicator whose shown value is below this many points is weak (merah).
    package let weakBelow: Int
    /// Decimals of a shown value; rounding is half up.
    package let roundingDigits: Int
    /// In ascending order of `from`; the first starts at 0.
    package let categories: [Category]
    /// In framework order: dimension values are arrays in this order.
    package let dimensions: [Dimension]
    /// In framework order: answers, tallies and results are arrays in this order.
    package let indicators: [Indicator]

    /// From its parts, valid or not: `faults()` lists all that is wrong.
    package init(
        id: ID, title: String, status: Status, provenance: String, aggregation: Aggregation, weakBelow: Int,
        roundingDigits: Int, categories: [Category], dimensions: [Dimension], indicators: [Indicator]
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.provenance = provenance
        self.aggregation = aggregation
        self.weakBelow = weakBelow
        self.roundingDigits = roundingDigits
        self.categories = categories
        self.dimensions = dimensions
        self.indicators = indicators
    }
}
