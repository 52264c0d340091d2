import PortalModel
import Testing

@testable import TerminalCanvas

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

    @Test func aPasteThatWasCutIsSaid() {
        var decoder = KeyDecoder()
        _ = decoder.feed(.code(0o1002), at: 1)
        for _ in 0..<PasteCollector.limit + 100 { _ = decoder.feed(.scalar(0x61), at: 1) }
        let inputs = decoder.feed(.code(0o1003), at: 1)
        #expect(inputs.count == 2)
        #expect(inputs.last == .pasteWasCut(characters: PasteCollector.limit))
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
