import NIOCore
import Testing

@testable import API

struct ConnectionClockTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private func clock() -> ConnectionClock { ConnectionClock(NetworkLimits(), now: start) }

    private func after(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    @Test func aFreshConnectionHasTheTimeOfAHead() {
        var clock = clock()
        #expect(clock.verdict(now: after(9)) == .wait(until: after(10)))
        #expect(clock.verdict(now: after(10)) == .tooLate)
    }

    @Test func aHeadIsTimedFromItsFirstByteAndNoByteHelps() {
        var clock = clock()
        clock.enter(.head, now: after(5))
        clock.move(100_000)
        #expect(clock.verdict(now: after(14)) == .wait(until: after(15)))
        #expect(clock.verdict(now: after(15)) == .tooLate)
    }

    @Test func betweenRequestsThereIsMoreTime() {
        var clock = clock()
        clock.enter(.answer, now: after(1))
        clock.enter(.idle, now: after(2))
        #expect(clock.verdict(now: after(61)) == .wait(until: after(62)))
        #expect(clock.verdict(now: after(62)) == .tooLate)
    }

    @Test(arguments: [ConnectionClock.Phase.body, .answer]) func bytesNowAndThenAreSilence(
        _ phase: ConnectionClock.Phase
    ) {
        var clock = clock()
        clock.enter(phase, now: start)
        clock.move(511)
        #expect(clock.verdict(now: after(30)) == .tooLate)
        clock.enter(phase, now: start)
        clock.move(512)
        #expect(clock.verdict(now: after(30)) == .wait(until: after(60)))
        // They count once.
        #expect(clock.verdict(now: after(60)) == .tooLate)
    }

    @Test func aStoppingServerWaitsLess() {
        var clock = clock()
        clock.enter(.body, now: start)
        clock.close(after(1))
        #expect(clock.verdict(now: after(5)) == .wait(until: after(6)))
        #expect(clock.verdict(now: after(6)) == .tooLate)
    }
}
