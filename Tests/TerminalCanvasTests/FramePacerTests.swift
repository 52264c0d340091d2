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
}
