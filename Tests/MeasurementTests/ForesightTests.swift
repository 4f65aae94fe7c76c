import Measurement
import Testing

@Suite struct ForesightTests {
    @Test(arguments: [(122, 93), (195, 130), (212, 137), (404, 198), (786, 259), (2000, 323)])
    func cochran(village: Int, families: Int) {
        let size = SampleSize(within: 5, village: village)
        #expect(size?.families == families)
        #expect(size?.isReachable == true)
    }

    @Test func clustersNeedMoreFamiliesAndNeverMoreThanThereAre() {
        let simple = SampleSize(within: 5, village: 786)?.families ?? 0
        let clustered = SampleSize(within: 5, village: 786, designEffect: 2)?.families ?? 0
        #expect(clustered > simple)
        #expect(clustered <= 786)
        #expect(SampleSize(describing: 0, within: 5, village: 10)?.families == 1)
        #expect(SampleSize(within: 0.0001, village: 10)?.families == 10)
    }

    @Test(arguments: [(100, 18.9, 9.7), (212, 13.0, 6.7), (259, 11.7, 6.0), (786, 6.7, 3.5)])
    func detectable(families: Int, independent: Double, panel: Double) {
        #expect(close(DetectableChange(independent: 0.65, families: families)?.single, independent, 0.05))
        #expect(close(DetectableChange(panelOf: families)?.single, panel, 0.05))
    }

    @Test func manyComparisonsAskForALargerChange() throws {
        let alone = try #require(DetectableChange(panelOf: 259))
        let among = try #require(DetectableChange(panelOf: 259, comparisons: 29))
        #expect(alone.single == alone.amongAll)
        #expect(among.single == alone.single)
        // z at 1 − 0.05/58 by scipy 1.17.1.
        #expect(
            close(among.amongAll, (3.1340460549238336 + 0.8416212335729143) * (0.12 / 259).squareRoot() * 100, 1e-9))
        #expect(DetectableChange(independent: 0.5, families: 2)?.single == nil)
        #expect(close(DetectableChange(panelOf: 100, designEffect: 4)?.single, 2 * 9.704975879011192, 1e-9))
    }

    /// The size that a change needs finds that change, and one family less does not.
    @Test(arguments: [3.0, 5, 10, 25], [1, 29]) func sizeAndChangeAgree(change: Double, comparisons: Int) throws {
        let panel = try #require(SampleSize(finding: change, village: 300, comparisons: comparisons)).families
        #expect(DetectableChange(panelOf: panel, comparisons: comparisons)?.amongAll.map { $0 <= change } == true)
        #expect(DetectableChange(panelOf: panel - 1, comparisons: comparisons)?.amongAll.map { $0 > change } ?? true)
        let rounds = try #require(
            SampleSize(finding: change, of: 0.65, village: 300, comparisons: comparisons))
        let found = DetectableChange(independent: 0.65, families: rounds.families, comparisons: comparisons)
        #expect(found?.amongAll.map { $0 <= change } == true)
        #expect(rounds.isReachable == (rounds.families <= 300))
    }

    @Test func whatMakesNoSenseHasNoAnswer() {
        #expect(SampleSize(within: 0, village: 100) == nil)
        #expect(SampleSize(within: 5, village: 0) == nil)
        #expect(SampleSize(describing: 1.1, within: 5, village: 100) == nil)
        #expect(SampleSize(finding: 5, village: 100, designEffect: 0) == nil)
        #expect(SampleSize(finding: 5, village: 100, comparisons: 0) == nil)
        #expect(SampleSize(finding: 5, discordance: 2, village: 100) == nil)
        #expect(DetectableChange(panelOf: 0) == nil)
        #expect(DetectableChange(independent: -0.1, families: 10) == nil)
        #expect(DetectableChange(panelOf: 10, designEffect: .infinity) == nil)
    }
}
