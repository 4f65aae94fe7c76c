import Measurement
import Testing

@Suite struct FrameworkFaultTests {
    @Test func aUsableFrameworkHasNone() throws {
        #expect(Framework.single().faults().isEmpty)
        #expect(
            Framework.sample(indicators: [("A", "X"), ("B", "X")], aggregation: .weighted, weights: [1_000_000, 0])
                .faults().isEmpty)
    }

    @Test func allAtOnce() {
        let framework = Framework.sample(
            indicators: [("A", "X"), ("A", "Y"), ("A", "X")], dimensions: ["X", "X", "Z"], weights: [nil, 5, nil],
            weakBelow: 101, roundingDigits: 5, categories: [("low", 1), ("high", 50), ("low", 50), ("top", 101)])
        #expect(
            Set(framework.faults()) == [
                .duplicateDimension(code: "X"), .dimensionWithoutIndicators(code: "Z"),
                .duplicateIndicator(code: "A"), .unknownDimension(code: "Y", indicator: "A"),
                .duplicateCategory(code: "low"), .firstCategoryNotFromZero(from: 1),
                .categoryNotAscending(code: "low"), .categoryOutOfRange(code: "top"),
                .weightUnexpected(indicator: "A"), .weakBelowOutOfRange(points: 101),
                .roundingDigitsOutOfRange(digits: 5),
            ])
        #expect(throws: InvalidFramework(faults: framework.faults())) { try ScoringScheme(framework) }
    }

    @Test func nothingInIt() {
        let framework = Framework.sample(indicators: [], weakBelow: -1, roundingDigits: -1, categories: [])
        #expect(
            framework.faults() == [
                .noIndicators, .noCategories, .weakBelowOutOfRange(points: -1), .roundingDigitsOutOfRange(digits: -1),
            ])
    }

    @Test(arguments: [
        ([500_000, nil], [FrameworkFault.weightMissing(indicator: "B")]),
        ([500_000, 499_999], [.weightsDoNotSumToOne(millionths: 999_999)]),
        ([1_000_001, -1], [.weightOutOfRange(indicator: "A"), .weightOutOfRange(indicator: "B")]),
        ([.max, .max], [.weightOutOfRange(indicator: "A"), .weightOutOfRange(indicator: "B")]),
    ])
    func weights(_ weights: [Int?], _ faults: [FrameworkFault]) {
        let framework = Framework.sample(
            indicators: [("A", "X"), ("B", "X")], aggregation: .weighted, weights: weights)
        #expect(framework.faults() == faults)
    }

    @Test func aThousandIndicatorsAreEnough() {
        let codes = (0...Framework.mostIndicators).map { ("I\($0)", "X") }
        #expect(Framework.sample(indicators: codes).faults() == [.tooManyIndicators(count: 1_001)])
        #expect(Framework.sample(indicators: Array(codes.dropLast())).faults().isEmpty)
    }
}
