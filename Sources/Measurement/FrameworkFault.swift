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
    /// Not within 1 to `PackedAnswers.mostUnits`.
    case maximumOutOfRange(indicator: String)
    /// Persons are counted by yes and no; a score is a family's.
    case maximumOfPersons(indicator: String)
    /// An indicator can only be equivalent to one of an earlier version.
    case equivalentNotEarlier(indicator: String, version: Int)
    /// Two indicators cannot both continue the same earlier one.
    case equivalentTwice(indicator: String, code: String)
    /// No version of the framework with this number is known.
    case equivalentVersionUnknown(indicator: String, version: Int)
    /// That version has no indicator with this code.
    case equivalentCodeUnknown(indicator: String, version: Int, code: String)
    /// Unit, direction or highest score differ, so that the values do not mean the same.
    case equivalentDiffers(indicator: String, version: Int, code: String)
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
        dimensionFaults() + indicatorFaults() + categoryFaults() + weightFaults() + numberFaults() + scoreFaults()
            + equivalentFaults()
    }

    /// What is wrong with the equivalences declared to earlier versions; `others` may hold any frameworks.
    package func equivalenceFaults(among others: [Framework]) -> [FrameworkFault] {
        let earlier = Dictionary(
            others.filter { $0.id.code == id.code }.map { ($0.id.version, $0) }, uniquingKeysWith: { first, _ in first }
        )
        return indicators.compactMap { indicator in
            guard let equivalent = indicator.equivalent, equivalent.version < id.version else { return nil }
            let (version, code) = (equivalent.version, equivalent.code)
            guard let other = earlier[version] else {
                return .equivalentVersionUnknown(indicator: indicator.code, version: version)
            }
            guard let same = other.indicators.first(where: { $0.code == code }) else {
                return .equivalentCodeUnknown(indicator: indicator.code, version: version, code: code)
            }
            guard same.unit == indicator.unit, same.direction == indicator.direction, same.maximum == indicator.maximum
            else { return .equivalentDiffers(indicator: indicator.code, version: version, code: code) }
            return nil
        }
    }

    private func scoreFaults() -> [FrameworkFault] {
        indicators.compactMap { indicator in
            guard 1...PackedAnswers.mostUnits ~= indicator.maximum else {
                return .maximumOutOfRange(indicator: indicator.code)
            }
            return indicator.isScored && indicator.unit == .person ? .maximumOfPersons(indicator: indicator.code) : nil
        }
    }

    private func equivalentFaults() -> [FrameworkFault] {
        var seen: Set<Equivalent> = []
        return indicators.compactMap { indicator in
            guard let equivalent = indicator.equivalent else { return nil }
            guard equivalent.version < id.version else {
                return .equivalentNotEarlier(indicator: indicator.code, version: equivalent.version)
            }
            return seen.insert(equivalent).inserted
                ? nil : .equivalentTwice(indicator: indicator.code, code: equivalent.code)
        }
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
