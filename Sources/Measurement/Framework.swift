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

        package init(code: String, version: Int) {
            self.code = code
            self.version = version
        }
    }

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
        package let code: String
        package let nameID: String
        /// Lower bound in points, included.
        package let from: Int

        package init(code: String, nameID: String, from: Int) {
            self.code = code
            self.nameID = nameID
            self.from = from
        }
    }

    package struct Dimension: Hashable, Sendable {
        package let code: String
        package let nameID: String
        package let nameEN: String

        package init(code: String, nameID: String, nameEN: String) {
            self.code = code
            self.nameID = nameID
            self.nameEN = nameEN
        }
    }

    package struct Indicator: Hashable, Sendable {
        /// `negative` means that the statement asked records a problem, so that "ya" counts as not good.
        package enum Direction: String, Sendable, CaseIterable {
            case positive, negative
        }

        /// What is counted: families, or persons within them.
        package enum Unit: String, Sendable, CaseIterable {
            case family, person
        }

        package let code: String
        package let dimension: String
        package let nameID: String
        package let nameEN: String
        package let direction: Direction
        package let unit: Unit
        /// Who is eligible, in words.
        package let eligible: String
        /// Whether figures about it are kept to the village level and above.
        package let sensitive: Bool
        package let provenance: String
        /// Weight in the index in millionths; nil unless the aggregation is `weighted`.
        package let weightMillionths: Int?

        package init(
            code: String, dimension: String, nameID: String, nameEN: String, direction: Direction, unit: Unit,
            eligible: String, sensitive: Bool, provenance: String, weightMillionths: Int? = nil
        ) {
            self.code = code
            self.dimension = dimension
            self.nameID = nameID
            self.nameEN = nameEN
            self.direction = direction
            self.unit = unit
            self.eligible = eligible
            self.sensitive = sensitive
            self.provenance = provenance
            self.weightMillionths = weightMillionths
        }
    }

    package let id: ID
    package let title: String
    package let status: Status
    package let provenance: String
    package let aggregation: Aggregation
    /// An indicator whose shown value is below this many points is weak (merah).
    package let weakBelow: Int
    /// Decimals of a shown value; rounding is half up.
    package let roundingDigits: Int
    /// In ascending order of `from`; the first starts at 0.
    package let categories: [Category]
    package let dimensions: [Dimension]
    /// In framework order: answers, tallies and results are arrays in this order.
    package let indicators: [Indicator]

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
