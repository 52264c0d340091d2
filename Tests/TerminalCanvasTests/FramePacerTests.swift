import Testing

@testable import TerminalCanvas

@Suite struct FramePacerTests {
    private func answering() -> FramePacer {
        var pacer = FramePacer()
        pacer.frameSent(bytes: 10, at: 0)
        pacer.answerReceived(at: 0.1)
        return pacer
    }

    @Test func nothingIsHeldBeforeTheFirstAnswer() {
        var pacer = FramePacer()
        for number in 0..<20 {
            pacer.frameSent(bytes: 5_000, at: Double(number) / 100)
            #expect(pacer.mayDraw(at: Double(number) / 100))
            #expect(pacer.deadline == nil)
        }
        #expect(pacer.outstanding == 20)
    }

    @Test func threeUnansweredFramesHoldTheNext() {
        var pacer = answering()
        for number in 0..<3 {
            #expect(pacer.mayDraw(at: 1))
            pacer.frameSent(bytes: 50, at: 1 + Double(number) / 100)
        }
        #expect(!pacer.mayDraw(at: 1.03))
        pacer.answerReceived(at: 1.3)
        #expect(pacer.mayDraw(at: 1.3))
        #expect(pacer.outstanding == 2)
    }

    @Test func moreThanAKilobyteHoldsTheNext() {
        var pacer = answering()
        pacer.frameSent(bytes: 1_024, at: 1)
        #expect(pacer.mayDraw(at: 1))
        pacer.frameSent(bytes: 1, at: 1)
        #expect(!pacer.mayDraw(at: 1))
        pacer.answerReceived(at: 1.2)
        #expect(pacer.mayDraw(at: 1.2))
    }

    @Test func anAnswerMissingForTwoSecondsReleasesTheNext() throws {
        var pacer = answering()
        pacer.frameSent(bytes: 4_000, at: 1)
        let deadline = try #require(pacer.deadline)
        #expect(deadline == 3)
        #expect(!pacer.mayDraw(at: 2.9))
        #expect(pacer.mayDraw(at: 3))
        // The answer is still owed, and its bytes must still be told from keys.
        #expect(pacer.outstanding == 1)
        #expect(pacer.outstanding(at: 10.9) == 1)
        #expect(pacer.outstanding(at: 11) == 0)
    }

    @Test func severalMissingAnswersReleaseOneFrameEach() {
        var pacer = answering()
        for number in 0..<4 { pacer.frameSent(bytes: 10, at: 1 + Double(number)) }
        #expect(pacer.deadline == 4)
        #expect(pacer.mayDraw(at: 4))
        pacer.frameSent(bytes: 10, at: 4)
        #expect(pacer.deadline == 5)
    }

    @Test func anAnswerTooManyIsIgnored() {
        var pacer = answering()
        pacer.answerReceived(at: 1)
        pacer.answerReceived(at: 1)
        #expect(pacer.outstanding == 0)
        pacer.frameSent(bytes: 10, at: 2)
        #expect(pacer.outstanding == 1)
    }

    @Test func aTerminalThatNeverAnswersIsNoLongerAsked() {
        var pacer = FramePacer()
        pacer.frameSent(bytes: 10, at: 0)
        pacer.frameSent(bytes: 10, at: 29)
        #expect(pacer.asksForAnswers)
        pacer.frameSent(bytes: 10, at: 31)
        #expect(!pacer.asksForAnswers)
        #expect(pacer.outstanding(at: 40) == 0)
        #expect(pacer.mayDraw(at: 40))
    }

    @Test func aTerminalThatAnsweredOnceIsAlwaysAsked() {
        var pacer = answering()
        pacer.frameSent(bytes: 10, at: 100)
        #expect(pacer.asksForAnswers)
        #expect(pacer.outstanding == 1)
    }

    // MARK: - A slow line

    /// A line that carries so many bytes a second, with the terminal half a round trip away.
    private struct Line {
        var rate: Double
        var roundTrip: Double
        var pacer = FramePacer()
        private var free = 0.0
        private var answers: [Double] = []
        private(set) var lastArrival = 0.0
        /// The longest that a frame had to wait for what was sent before it.
        private(set) var longestQueue = 0.0

        init(rate: Double, roundTrip: Double) { (self.rate, self.roundTrip) = (rate, roundTrip) }

        mutating func send(_ bytes: Int, at time: Double) {
            longestQueue = max(longestQueue, free - time)
            free = max(free, time) + Double(bytes) / rate
            lastArrival = free + roundTrip / 2
            answers.append(free + roundTrip)
            pacer.frameSent(bytes: bytes, at: time)
        }

        mutating func hear(at time: Double) {
            while let first = answers.first, first <= time {
                pacer.answerReceived(at: first)
                answers.removeFirst()
            }
        }
    }

    @Test(arguments: [600.0, 1_200, 2_400, 4_800], [0.02, 0.3, 0.8])
    func aSlowLineIsNeitherFilledNorLeftIdle(rate: Double, roundTrip: Double) throws {
        var line = Line(rate: rate, roundTrip: roundTrip)
        line.send(3_800, at: 0)
        line.hear(at: 20)
        line.send(60, at: 20)
        line.hear(at: 30)
        let known = try #require(line.pacer.slowBytesPerSecond)
        #expect(abs(known - rate) < rate * 0.15)
        // A key is held for five seconds; each frame is of 400 bytes.
        var last = 0.0
        for step in 0..<5_000 {
            let time = 30 + Double(step) / 1_000
            line.hear(at: time)
            if line.pacer.mayDraw(at: time) {
                line.send(400, at: time)
                last = time
            }
        }
        let transfer = 400 / rate
        #expect(line.longestQueue < 0.25 * transfer + 0.01)
        // It was in use all the time: the next frame would be due.
        #expect(35 - last < transfer * 1.25 + 0.01)
    }

    /// Frames are no larger then than what the line was thought to carry in a moment.
    @Test(arguments: [300.0, 1_200, 6_000])
    func aLineThatBecomesFastIsFoundOut(rate: Double) throws {
        var line = Line(rate: rate, roundTrip: 0.3)
        line.send(3_800, at: 0)
        line.hear(at: 20)
        line.send(60, at: 20)
        line.hear(at: 30)
        #expect(line.pacer.slowBytesPerSecond != nil)
        line.rate = 1_000_000
        line.send(try #require(line.pacer.bytesAtOnce), at: 30)
        line.hear(at: 31)
        #expect(line.pacer.slowBytesPerSecond == nil)
        #expect(line.pacer.bytesAtOnce == nil)
    }

    /// A frame that came late by itself, as over a mobile network, and a way that has become longer, as through another VPN.
    @Test func aLineThatIsLateNowAndThenIsNoSlowOne() {
        var line = Line(rate: 1_000_000, roundTrip: 0.02)
        var time = 0.0
        func send(_ bytes: Int) {
            line.send(bytes, at: time)
            line.hear(at: time + 5)
            time += 10
        }
        send(3_800)
        send(60)
        line.roundTrip = 0.12
        send(300)
        #expect(line.pacer.slowBytesPerSecond == nil)
        line.roundTrip = 0.02
        send(300)
        #expect(line.pacer.slowBytesPerSecond == nil)
        line.roundTrip = 0.3
        for _ in 0..<8 { send(60) }
        for _ in 0..<3 { send(600) }
        #expect(line.pacer.slowBytesPerSecond == nil)
    }

    @Test func aDistantFastLineIsNoSlowOne() {
        var line = Line(rate: 1_000_000, roundTrip: 0.3)
        line.send(3_800, at: 0)
        line.hear(at: 1)
        line.send(60, at: 1)
        line.hear(at: 2)
        #expect(line.pacer.slowBytesPerSecond == nil)
    }

    /// Somebody stopped the terminal for a while: what was learned of it holds nothing longer than its next answers.
    @Test func aLineThatStoodStillIsLearnedAnew() {
        var line = Line(rate: 100, roundTrip: 0.02)
        line.send(1_000, at: 0)
        line.hear(at: 12)
        #expect(line.pacer.slowBytesPerSecond != nil)
        line.rate = 1_000_000
        line.send(1_000, at: 12)
        #expect(!line.pacer.mayDraw(at: 12.01))
        line.hear(at: 12.03)
        #expect(line.pacer.mayDraw(at: 12.03))
        #expect(line.pacer.slowBytesPerSecond == nil)
    }

    /// A line that was reckoned too slow: what is reckoned ends with each answer, and does not add up.
    @Test func whatHasArrivedIsNotReckonedAnyMore() throws {
        var line = Line(rate: 100, roundTrip: 0.02)
        line.send(1_000, at: 0)
        line.hear(at: 12)
        line.rate = 1_000_000
        for key in 0..<20 {
            line.send(50, at: 12 + Double(key) * 0.03)
            line.hear(at: 12 + Double(key) * 0.03 + 0.025)
        }
        line.send(50, at: 13)
        #expect(line.pacer.slowBytesPerSecond != nil)
        #expect(try #require(line.pacer.deadline) < 13.6)
    }

    @Test func theLineIsIdleWhenAllHasArrived() throws {
        var pacer = FramePacer()
        #expect(pacer.idleDeadline == nil)
        pacer.frameSent(bytes: 10, at: 0)
        #expect(pacer.idleDeadline == 1)
        pacer.answerReceived(at: 0.1)
        #expect(pacer.idleDeadline == nil)
        pacer.frameSent(bytes: 10, at: 5)
        #expect(pacer.idleDeadline == 7)
    }

    @Test func aTerminalThatAnswersAtOnceIsAskedNowAndThen() {
        var pacer = FramePacer()
        #expect(pacer.asks(behind: 48))
        pacer.frameSent(bytes: 48, at: 0)
        #expect(pacer.asks(behind: 48), "The answer is still owed.")
        pacer.answerReceived(at: 0.002)
        for number in 1...21 {
            #expect(!pacer.asks(behind: 48))
            pacer.frameSentUnasked(bytes: 48, at: Double(number))
            #expect(pacer.mayDraw(at: Double(number)) && pacer.outstanding == 0 && pacer.idleDeadline == nil)
        }
        #expect(pacer.asks(behind: 48), "A kilobyte is as much as may be on its way.")
        #expect(pacer.asks(behind: 1_025))
        pacer.frameSent(bytes: 48, at: 22)
        pacer.answerReceived(at: 22.001)
        #expect(!pacer.asks(behind: 48))
    }

    @Test func aTerminalThatBecomesDistantIsAskedAgain() {
        var pacer = FramePacer()
        pacer.frameSent(bytes: 48, at: 0)
        pacer.answerReceived(at: 0.002)
        pacer.frameSentUnasked(bytes: 1_000, at: 1)
        pacer.frameSent(bytes: 48, at: 2)
        pacer.answerReceived(at: 2.1)
        #expect(pacer.asks(behind: 1))
        pacer.frameSent(bytes: 48, at: 3)
        pacer.answerReceived(at: 3.001)
        #expect(!pacer.asks(behind: 1))
    }
}
