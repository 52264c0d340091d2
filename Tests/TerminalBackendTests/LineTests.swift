import Testing

@testable import TerminalHarness

/// The relay itself, for what is measured through it is only as true as it is.
struct LineTests {
    @Test func aSlowLineTakesEightBitsAByteAndTheDelayOnTop() {
        var line = LineProfile(delay: .milliseconds(100), bitsPerSecond: 8_000).direction()
        line.send(Array("hello".utf8), at: .zero)
        #expect(line.nextArrival == .milliseconds(101))
        let part1 = line.receive(at: .milliseconds(100))
        #expect(part1.isEmpty)
        let part2 = line.receive(at: .milliseconds(103))
        #expect(part2 == Array("hel".utf8))
        let part3 = line.receive(at: .milliseconds(105))
        #expect(part3 == Array("lo".utf8))
        #expect(line.nextArrival == nil)
    }

    @Test func bytesQueueBehindEachOther() {
        var line = LineProfile(bitsPerSecond: 8_000).direction()
        line.send([1, 2, 3], at: .zero)
        line.send([4], at: .milliseconds(1))
        let part4 = line.receive(at: .milliseconds(3))
        #expect(part4 == [1, 2, 3])
        #expect(line.nextArrival == .milliseconds(4))
    }

    @Test func aLineWithoutLimitOnlyDelays() {
        var line = LineProfile(delay: .milliseconds(150)).direction()
        line.send([1, 2, 3], at: .milliseconds(10))
        let part5 = line.receive(at: .milliseconds(159))
        #expect(part5.isEmpty)
        let part6 = line.receive(at: .milliseconds(160))
        #expect(part6 == [1, 2, 3])
    }
}
