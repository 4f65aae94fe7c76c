/// One thing that makes a framework unusable; whoever imports it is told all of them at once.
package enum FrameworkFault: Hashable, Sendable {
    case duplicateDimension(code: String)
    case duplicateIndicator(code: String)
    case duplicateCategory(code: String)
    case noIndicators
    /// More than `Framework.mostIndicators`.
    case tooManyIndicators(count: Int)
    case unknownDimension(code: String, indicator: String)
    case dimensionWithoutIndicators(code: String)
    case noCategories
    /// The lowest category must start at 0 points, or a low index would have no class.
    case firstCategoryNotFromZero(from: Int)
    case categoryNotAscending(code: String)
    /// A category that starts above 100 points can never apply.
    case categoryOutOfRange(code: String)
    /// The aggregation is `weighted` and this indicator has no weight.
    case weightMissing(indicator: String)
    /// The aggregation is not `weighted`, so a weight would be silently ignored.
    case weightUnexpected(indicator: String)
    /// Not within 0 to 1,000,000 millionths.
    case weightOutOfRange(indicator: String)
    /// All weights are given and valid, and their sum is not 1,000,000 millionths.
    case weightsDoNotSumToOne(millionths: Int)
    /// Not within 0 to 100 points.
    case weakBelowOutOfRange(points: Int)
    /// Not within 0 to 4 decimals.
    case roundingDigitsOutOfRange(digits: Int)
}

/// Thrown where something is computed by a framework with faults.
package struct InvalidFramework: Error, Hashable, Sendable {
    /// All of them, never empty.
    package let faults: [FrameworkFault]

    /// The faults as `Framework.faults()` lists them.
    package init(faults: [FrameworkFault]) {
        self.faults = faults
    }
}

extension Framework {
    /// The most indicators that a framework may have.
    package static let mostIndicators = 1_000

    /// Everything that is wrong with the framework, in the order in which it is written; empty for a usable one.
    package func faults() -> [FrameworkFault] {
        dimensionFaults() + indicatorFaults() + categoryFaults() + weightFaults() + numberFaults()
    }

    private func dimensionFaults() -> [FrameworkFault] {
        let used = Set(indicators.map(\.dimension))
        return repeated(dimensions.map(\.code)).map(FrameworkFault.duplicateDimension)
            + dimensions.filter { !used.contains($0.code) }.map { .dimensionWithoutIndicators(code: $0.code) }
    }

    private func indicatorFaults() -> [FrameworkFault] {
        let known = Set(dimensions.map(\.code))
        var faults = repeated(indicators.map(\.code)).map(FrameworkFault.duplicateIndicator)
        for indicator in indicators where !known.contains(indicator.dimension) {
            faults.append(.unknownDimension(code: indicator.dimension, indicator: indicator.code))
        }
        if indicators.isEmpty { faults.append(.noIndicators) }
        if indicators.count > Self.mostIndicators { faults.append(.tooManyIndicators(count: indicators.count)) }
        return faults
    }

    private func categoryFaults() -> [FrameworkFault] {
        guard let first = categories.first else { return [.noCategories] }
        var faults = repeated(categories.map(\.code)).map(FrameworkFault.duplicateCategory)
        if first.from != 0 { faults.append(.firstCategoryNotFromZero(from: first.from)) }
        for (lower, upper) in zip(categories, categories.dropFirst()) where upper.from <= lower.from {
            faults.append(.categoryNotAscending(code: upper.code))
        }
        return faults + categories.filter { $0.from > 100 }.map { .categoryOutOfRange(code: $0.code) }
    }

    private func weightFaults() -> [FrameworkFault] {
        guard aggregation == .weighted else {
            return indicators.filter { $0.weightMillionths != nil }.map { .weightUnexpected(indicator: $0.code) }
        }
        var faults: [FrameworkFault] = []
        var sum = 0
        for indicator in indicators {
            switch indicator.weightMillionths {
            case nil: faults.append(.weightMissing(indicator: indicator.code))
            case .some(0...ScoringScheme.wholeWeight): sum += indicator.weightMillionths ?? 0
            case .some: faults.append(.weightOutOfRange(indicator: indicator.code))
            }
        }
        if faults.isEmpty, !indicators.isEmpty, sum != ScoringScheme.wholeWeight {
            faults.append(.weightsDoNotSumToOne(millionths: sum))
        }
        return faults
    }

    private func numberFaults() -> [FrameworkFault] {
        var faults: [FrameworkFault] = []
        if !(0...100 ~= weakBelow) { faults.append(.weakBelowOutOfRange(points: weakBelow)) }
        if !(ShownValue.allowedDigits ~= roundingDigits) {
            faults.append(.roundingDigitsOutOfRange(digits: roundingDigits))
        }
        return faults
    }

    /// Each code that stands more than once, once.
    private func repeated(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        var reported: Set<String> = []
        return codes.filter { !seen.insert($0).inserted && reported.insert($0).inserted }
    }
}
