import PortalModel
import Testing

@testable import TerminalCanvas

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
