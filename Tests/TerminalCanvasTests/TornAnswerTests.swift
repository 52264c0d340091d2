import PortalModel
import Testing

@testable import TerminalCanvas

@Suite struct TornAnswerTests {
    private static let answer = "\u{1B}[0n"

    @Test func aWholeAnswerIsTakenAsCodeAndAsBytes() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(.code(0o1001), at: 1) == [.statusAnswer])
        for outstanding in 0...3 {
            #expect(decode(Self.answer + "x", outstanding: outstanding) == [.statusAnswer, .key(.character("x"))])
        }
    }

    /// Pauses on both sides of every deadline of the decoder.
    static let pauses = [0.001, 0.024, 0.026, 0.2, 0.29, 0.31, 0.9, 1.9, 2.1, 5.0, 9.0]

    @Test(arguments: pauses, 1...3) func anAnswerTornOnceIsNeverTyped(_ pause: Double, outstanding: Int) {
        for cut in 1..<4 {
            var typist = Typist(outstanding: outstanding)
            typist.type(String(Self.answer.prefix(cut)))
            typist.type(String(Self.answer.dropFirst(cut)), after: pause)
            typist.wait(10)
            expectSwallowed(typist, note: "cut at \(cut), pause \(pause)")
        }
    }

    @Test(arguments: pauses) func anAnswerTornEverywhereIsNeverTyped(_ pause: Double) {
        // A pause of more than two seconds inside the rest of an answer is more than its characters are held for.
        guard pause < KeyDecoder.holdDelay else { return }
        for other in Self.pauses where other < KeyDecoder.holdDelay {
            var typist = Typist(outstanding: 1)
            typist.type("\u{1B}")
            typist.type("[", after: pause)
            typist.type("0", after: other)
            typist.type("n", after: pause)
            typist.wait(10)
            expectSwallowed(typist, note: "pauses \(pause), \(other)")
        }
    }

    /// A torn answer may look like Esc for a while, but never like a character or Alt.
    private func expectSwallowed(_ typist: Typist, note: String) {
        #expect(typist.inputs.filter { $0 != .key(.escape) } == [.statusAnswer], "\(note)")
        #expect(typist.inputs.count <= 2)
    }

    @Test func typingGoesOnAroundATornAnswer() {
        for cut in 1..<4 {
            for pause in [0.01, 0.1, 0.28] {
                var typist = Typist(outstanding: 1)
                typist.type("ab" + Self.answer.prefix(cut))
                typist.type(Self.answer.dropFirst(cut) + "cd", after: pause)
                #expect(typist.keys == ["a", "b", "c", "d"].map(Key.character), "cut at \(cut), pause \(pause)")
            }
        }
    }

    @Test func escapeWorksWhileAnAnswerIsOutstanding() {
        var typist = Typist(outstanding: 1)
        typist.type("\u{1B}")
        typist.wait(0.29)
        #expect(typist.inputs.isEmpty)
        typist.wait(0.02)
        #expect(typist.keys == [.escape])
        typist.type("jk")
        #expect(typist.keys == [.escape, .character("j"), .character("k")])
    }

    @Test func escapeThenAKeyIsBothWhileAnAnswerIsOutstanding() {
        var typist = Typist(outstanding: 1)
        typist.type("\u{1B}")
        typist.type("j", after: 0.1)
        #expect(typist.keys == [.escape, .character("j")])
        typist.type("\u{1B}x")
        #expect(typist.keys.last == .alt("x"))
        typist.type("\u{1B}")
        typist.press(0o402, after: 0.1)
        #expect(typist.keys.suffix(2) == [.escape, .down])
    }

    @Test func escapeIsStillReportedWhenTheAnswerComesAfterIt() {
        var typist = Typist(outstanding: 1)
        typist.type("\u{1B}")
        typist.press(0o1001, after: 0.05)
        typist.wait(1)
        #expect(typist.inputs == [.statusAnswer, .key(.escape)])
        typist.decoder.answersOutstanding = 1
        typist.type("\u{1B}")
        typist.type(Self.answer, after: 0.05)
        typist.wait(1)
        #expect(typist.inputs.suffix(2) == [.key(.escape), .statusAnswer])
    }

    @Test func aBracketTypedAfterEscapeIsTypedInTheEnd() {
        var typist = Typist(outstanding: 1)
        typist.type("\u{1B}")
        typist.type("[", after: 0.5)
        #expect(typist.keys == [.escape])
        typist.type("x", after: 0.1)
        #expect(typist.keys == [.escape, .character("["), .character("x")])
        typist.type("\u{1B}")
        typist.type("[0", after: 0.5)
        typist.wait(3)
        #expect(typist.keys.suffix(3) == [.escape, .character("["), .character("0")])
    }

    @Test func charactersLikeAnAnswerAreTypedWhenNoneIsOwed() {
        #expect(decode("[0n") == ["[", "0", "n"].map { .key(.character($0)) })
        #expect(decode("[0n", outstanding: 2) == ["[", "0", "n"].map { .key(.character($0)) })
        var typist = Typist()
        typist.type("\u{1B}")
        typist.type("[0n")
        #expect(typist.keys == [.escape, .character("["), .character("0"), .character("n")])
    }

    @Test func twoAnswersTornInTheMiddleAreTwo() {
        let bytes = Self.answer + Self.answer
        for cut in 1..<8 {
            var typist = Typist(outstanding: 2)
            typist.type(String(bytes.prefix(cut)))
            typist.type(String(bytes.dropFirst(cut)), after: 0.2)
            #expect(typist.inputs == [.statusAnswer, .statusAnswer])
        }
    }
}
