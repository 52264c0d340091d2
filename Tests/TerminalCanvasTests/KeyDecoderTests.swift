import PortalModel
import Testing

@testable import TerminalCanvas

/// Feeds a decoder with pieces of bytes, a pause before each, and lets its deadlines pass as the event loop does.
private struct Typist {
    var decoder: KeyDecoder
    var time = 100.0
    var inputs: [TerminalInput] = []

    init(outstanding: Int = 0) {
        decoder = KeyDecoder()
        decoder.answersOutstanding = outstanding
    }

    mutating func type(_ text: String, after pause: Double = 0.5) {
        wait(pause)
        for scalar in text.unicodeScalars { take(.scalar(scalar.value)) }
    }

    mutating func press(_ code: Int32, after pause: Double = 0.5) {
        wait(pause)
        take(.code(code))
    }

    /// Answers are counted as `FramePacer` counts them.
    private mutating func take(_ unit: InputUnit) {
        let new = decoder.feed(unit, at: time)
        inputs += new
        let answers = new.count { $0 == .statusAnswer }
        decoder.answersOutstanding = max(decoder.answersOutstanding - answers, 0)
    }

    mutating func wait(_ seconds: Double) {
        let end = time + seconds
        while let deadline = decoder.deadline, deadline <= end {
            inputs += decoder.expire(at: deadline)
            time = max(time, deadline)
        }
        time = end
    }

    var keys: [Key] {
        inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }
}

private func decode(_ text: String, outstanding: Int = 0) -> [TerminalInput] {
    var typist = Typist(outstanding: outstanding)
    typist.type(text)
    typist.wait(10)
    return typist.inputs
}

@Suite struct KeyDecoderTests {
    @Test(arguments: [
        ("a", Key.character("a")), ("漢", .character("漢")), (" ", .character(" ")), ("\r", .enter), ("\n", .enter),
        ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{0}", .control("@")), ("\u{1}", .control("a")),
        ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{1B}", .escape),
        ("\u{1B}f", .alt("f")), ("\u{1B}\u{7F}", .control("w")), ("\u{1B}[A", .up), ("\u{1B}OB", .down),
        ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2A", .up), ("\u{1B}[3~", .delete),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[Z", .backTab),
        ("\u{1B}OP", .function(1)),
        ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
    ])
    func rawBytesAreKeys(_ bytes: String, key: Key) {
        #expect(decode(bytes) == [.key(key)])
    }

    @Test(arguments: [
        (Int32(0o403), Key.up), (0o402, .down), (0o405, .right), (0o512, .delete), (0o541, .backTab),
        (0o411, .function(1)), (0o424, .function(12)), (0o1004, .wordLeft), (0o622, .wordRight), (0o527, .enter),
    ])
    func codesAreKeys(_ code: Int32, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.feed(.code(code), at: 1) == [.key(key)])
    }

    @Test func unknownCodesAndSequencesMeanNothing() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(.code(0o777), at: 1).isEmpty)
        #expect(decode("\u{1B}[?62;c") == [])
        #expect(decode("\u{1B}[<0;10;5Mx") == [.key(.character("x"))])
        #expect(decode("\u{1B}[M !!x") == [.key(.character("x"))])
        #expect(decode("\u{9B}") == [])
    }

    @Test func aLoneEscapeIsReportedWhenItsTimeIsUp() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(.scalar(0x1B), at: 5).isEmpty)
        #expect(decoder.deadline == 5 + KeyDecoder.escapeDelay)
        #expect(decoder.expire(at: 5.01).isEmpty)
        #expect(decoder.expire(at: 5.03) == [.key(.escape)])
        #expect(decoder.deadline == nil)
    }

    @Test func escapeThenALetterLaterIsNotAlt() {
        var typist = Typist()
        typist.type("\u{1B}")
        typist.type("f", after: 0.2)
        #expect(typist.keys == [.escape, .character("f")])
    }

    @Test func twoEscapesAreTwo() {
        #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    }

    @Test func aTornArrowIsStillAnArrow() {
        for cut in 2..<6 {
            var typist = Typist()
            let bytes = "\u{1B}[1;5D"
            typist.type(String(bytes.prefix(cut)))
            typist.type(String(bytes.dropFirst(cut)), after: 0.1)
            #expect(typist.keys == [.wordLeft])
        }
    }

    @Test func aSequenceWithoutAnEndIsGivenUp() {
        let endless = "\u{1B}[" + String(repeating: "1;", count: 500)
        var typist = Typist()
        typist.type(endless)
        typist.wait(1)
        typist.type("q")
        #expect(typist.keys.last == .character("q"))
    }
}

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

@Suite struct PasteTests {
    @Test func aPasteIsCollectedWholeHoweverItsMarksCome() {
        var typist = Typist()
        typist.press(0o1002)
        typist.type("one\rtwo\r\nthree\n\tq", after: 0)
        typist.press(0o1003, after: 0)
        #expect(typist.inputs == [.paste("one\ntwo\nthree\n\tq")])
        #expect(decode("\u{1B}[200~漢字\u{1B}[201~x") == [.paste("漢字"), .key(.character("x"))])
    }

    @Test func aPasteHasNoControls() {
        #expect(decode("\u{1B}[200~a\u{1B}[31mb\u{0}\u{7}\u{9B}c\u{1B}[201~") == [.paste("a[31mbc")])
    }

    @Test func aPasteTornAnywhereIsStillOne() {
        let bytes = "\u{1B}[200~ab\u{1B}[201~"
        for cut in 2..<bytes.unicodeScalars.count {
            var typist = Typist(outstanding: cut % 2)
            typist.type(String(bytes.prefix(cut)))
            typist.type(String(bytes.dropFirst(cut)), after: 0.2)
            #expect(typist.inputs == [.paste("ab")], "cut at \(cut)")
        }
    }

    @Test func anAnswerInsideAPasteIsTakenOutOfIt() {
        #expect(decode("\u{1B}[200~ab\u{1B}[0ncd\u{1B}[201~", outstanding: 1) == [.statusAnswer, .paste("abcd")])
        var typist = Typist(outstanding: 1)
        typist.press(0o1002)
        typist.type("ab", after: 0)
        typist.press(0o1001, after: 0)
        typist.type("cd", after: 0)
        typist.press(0o1003, after: 0)
        #expect(typist.inputs == [.statusAnswer, .paste("abcd")])
    }

    @Test func aPasteWhoseEndGotLostEndsByItself() {
        var typist = Typist()
        typist.type("\u{1B}[200~ab")
        typist.wait(6)
        typist.type("x")
        #expect(typist.inputs == [.paste("ab"), .key(.character("x"))])
    }

    @Test func anEndlessPasteIsCut() {
        var paste = PasteCollector()
        for _ in 0..<PasteCollector.limit + 1_000 { _ = paste.take(0x61) }
        #expect(paste.text.utf8.count == PasteCollector.limit)
        var last = PasteCollector.Progress.more
        for scalar in "\u{1B}[201~".unicodeScalars { last = paste.take(scalar.value) }
        #expect(last == .end)
    }
}
