/// What the independent reference gives.
struct Expected: Decodable {
    let baseline: Round
    let resurvey: Round
    let comparison: Comparison

    struct Round: Decodable {
        let ikk: Double
        let category: String
        let familiesCounted: Int
        let familiesRepresented: Int
        let byStatus: [String: Int]
        let indicatorsUsed: Int
        let dimensions: [String: Dimension]
        let indicators: [String: Indicator]
        let ikkSe: Double
        let ikkCi: [Double]
        let weakIndicators: [String]
    }

    struct Dimension: Decodable {
        let value: Double
        let se: Double
        let ci: [Double]
    }

    struct Indicator: Decodable {
        let good: Int
        let eligible: Int
        let familiesMissing: Int
        let familiesNotApplicable: Int
        let value: Double?
        let weak: Bool
        let neededToReachThreshold: Int?
        let ci: [Double]?
        let certainty: String?
    }

    struct Comparison: Decodable {
        let indicators: [Compared]
        let dimensions: [String: Change]
        let ikk: Change
        let tested: Int
        let contributions: [String: Double]
        let ikkCommon: Common?
        let contributionOfDifferingSets: Double?
    }

    struct Compared: Decodable {
        let indicator: String
        let before: Double?
        let after: Double?
        let change: Double?
        let ci: [Double]?
        let p: Double?
        let correlation: Double?
        let beforeNEffective: Double?
        let afterNEffective: Double?
        let pAdjusted: Double?
        let verdict: String
        let reason: String?
        let panel: Panel?
    }

    struct Panel: Decodable {
        let n: Int
        let r: Int
        let s: Int
        let t: Int
        let u: Int
        let change: Double
        let ci: [Double]
        let mcnemarMidP: Double
    }

    struct Change: Decodable {
        let before: Double?
        let after: Double?
        let change: Double?
        let se: Double?
        let ci: [Double]?
        let p: Double?
    }

    struct Common: Decodable {
        let before: Double
        let after: Double
        let change: Double
        let indicators: Int
    }
}
