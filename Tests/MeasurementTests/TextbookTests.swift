import Testing

@testable import Measurement

/// Published examples and figures of statsmodels 0.15.0 and scipy 1.17.1, which computed them by other code.
@Suite struct TextbookTests {
    @Test(arguments: [
        (81, 263, 0.255288519878, 0.366209576983), (15, 148, 0.062386399531, 0.160487241723),
        (0, 20, 0, 0.161125158053), (20, 20, 0.838874841947, 1),
    ]) func wilson(good: Int, of all: Int, lower: Double, upper: Double) {
        let limits = proportion(good, all).limits(Normal.z95)
        #expect(close(limits.lower, lower, 1e-11))
        #expect(close(limits.upper, upper, 1e-11))
        if good == 0 { #expect(limits.lower == 0) }
        if good == all { #expect(limits.upper == 1) }
    }

    @Test func wilsonOfAFinitePopulation() {
        let size = 259.0 * 785 / 527
        let limits = Proportion(share: 180.0 / 259, size: size).limits(Normal.z95)
        #expect(close(limits.lower, 0.647302079133, 1e-11))
        #expect(close(limits.upper, 0.738814667863, 1e-11))
    }

    @Test(arguments: [
        (56, 70, 48, 80, 0.052431472402, 0.333872654037), (9, 10, 3, 10, 0.170522723935, 0.809017973535),
        (10, 10, 0, 20, 0.679086037142, 1.0),
    ]) func newcombeIndependent(_ a: Int, _ m: Int, _ b: Int, _ n: Int, lower: Double, upper: Double) {
        let change = ProportionChange(before: proportion(b, n), after: proportion(a, m), correlation: 0)
        #expect(close(change.interval.lower, lower, 1e-11))
        #expect(close(change.interval.upper, upper, 1e-11))
    }

    @Test(arguments: [
        (14, 5, 0, 22, 0.121951219512, 0.011483241383, 0.226492684351),
        (36, 12, 2, 0, 0.2, 0.056929584003, 0.340427602975),
        (400, 58, 12, 116, 0.078498293515, 0.051097077943, 0.106191105620),
    ]) func newcombePaired(_ r: Int, _ s: Int, _ t: Int, _ u: Int, change: Double, lower: Double, upper: Double) {
        let cells = PairedCells.of(r, s, t, u)
        #expect(close(cells.change, 100 * change, 1e-9))
        #expect(close(cells.interval?.lower, 100 * lower, 1e-9))
        #expect(close(cells.interval?.upper, 100 * upper, 1e-9))
    }

    @Test func mcNemar() {
        #expect(closeRelatively(PairedCells.of(14, 5, 0, 22).exactP, 0.0625))
        #expect(closeRelatively(PairedCells.of(400, 58, 12, 116).exactP, 2.2489162308892232e-08))
        #expect(closeRelatively(PairedCells.of(400, 58, 12, 116).midP, 1.3477668518977745e-08))
        #expect(PairedCells.of(3, 7, 7, 1).midP == 1)
        #expect(PairedCells.of(3, 0, 0, 1).midP == 1)
    }

    @Test func benjaminiHochberg() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        let adjusted = [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875,
            0.753231, 0.813214, 1.0,
        ]
        for (found, wanted) in zip(FalseDiscovery.adjusted(p), adjusted) { #expect(close(found, wanted, 1e-6)) }
        #expect(FalseDiscovery.adjusted(p.reversed()) == FalseDiscovery.adjusted(p).reversed())
        #expect(FalseDiscovery.adjusted(p).count { $0 <= FalseDiscovery.level } == 4)
        #expect(FalseDiscovery.adjusted([]).isEmpty)
    }

    @Test func normal() {
        #expect(close(Normal.twoSided(Normal.z95), 0.05, 1e-15))
        #expect(closeRelatively(Normal.twoSided(10), 1.523970604832094e-23))
        #expect(close(Normal.quantile(twoSided: 0.05), Normal.z95, 1e-12))
        #expect(close(Normal.quantile(twoSided: 0.4), Normal.z80, 1e-12))
    }

    private func proportion(_ good: Int, _ all: Int) -> Proportion {
        Proportion(share: Double(good) / Double(all), size: Double(all))
    }
}
