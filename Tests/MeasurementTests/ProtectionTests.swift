import Measurement
import Testing

@Suite struct ProtectionTests {
    @Test(arguments: 0..<500) func neighbourhoodsDoNotFollowFromTheVillage(_ seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        let places = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
            FamilySplits.Split(
                good: Int.random(in: 0...20, using: &random), notGood: Int.random(in: 0...20, using: &random))
        }
        let rule = Protection.withinVillage
        let tells = rule.tellable(places, isSensitive: false)
        #expect(zip(places, tells).allSatisfy { !$1 || !rule.isSmall($0) })
        let withheld = zip(places, tells).filter { !$1 }.map(\.0)
        let good = withheld.reduce(0) { $0 + $1.good }
        let notGood = withheld.reduce(0) { $0 + $1.notGood }
        #expect(withheld.isEmpty || !tells.contains(true) || min(good, notGood) >= 5)
        #expect(places.contains(where: rule.isSmall) || withheld.isEmpty)
        #expect(rule.tellable(places, isSensitive: true).allSatisfy { !$0 })
    }
}
