import PortalModel
import Testing

@Suite("Editing text")
struct TextEditorTests {
    private func editor(_ text: String = "", typing keys: [Key], isMultiline: Bool = true) -> TextEditor {
        var editor = TextEditor(text, isMultiline: isMultiline)
        for key in keys { _ = editor.handle(key, width: 20) }
        return editor
    }

    @Test func combiningMarksJoinAndCanBeUndone() {
        var editor = TextEditor("cafe", isMultiline: false)
        editor.insert("\u{301}", isTyping: true)
        #expect(editor.text == "cafe\u{301}")
        #expect(editor.cursor == 4)
        _ = editor.undo()
        #expect(editor.text == "cafe")
        _ = editor.redo()
        #expect(editor.text == "cafe\u{301}")
    }

    @Test func flagsTypedInHalvesKeepTheCursorOnABoundary() {
        var editor = TextEditor("🇩🇪", isMultiline: false)
        _ = editor.handle(.home, width: 20)
        editor.insert("\u{1F1EB}")
        #expect(editor.buffer.characters.count == 2)
        #expect((0...2).contains(editor.cursor))
        _ = editor.undo()
        #expect(editor.text == "🇩🇪")
    }

    @Test func lineEndsAndControlsArePutInOrder() {
        #expect(TextEditor("a\r\nb\rc\u{2028}d\te\u{1B}[31mf", isMultiline: true).text == "a\nb\nc\nd e[31mf")
        #expect(TextEditor("a\r\nb", isMultiline: false).text == "a b")
    }

    @Test func cutTextComesBack() {
        var editor = editor("one two three", typing: [.control("w"), .control("a")], isMultiline: false)
        #expect(editor.text == "one two ")
        _ = editor.handle(.control("y"), width: 20)
        #expect(editor.text == "threeone two ")
        #expect(self.editor("ab\ncd", typing: [.control("u"), .control("u")]).text == "ab\n")
        #expect(self.editor("ab\ncd", typing: [.alt("<"), .control("k"), .control("k")]).text == "cd")
    }

    @Test func whatIsCutInARowComesBackTogether() {
        var editor = editor("one two three", typing: [.control("w"), .control("w")], isMultiline: false)
        _ = editor.handle(.control("y"), width: 20)
        #expect(editor.text == "one two three")
        // A key between them begins anew.
        editor = self.editor("one two three", typing: [.control("w"), .left, .control("w")], isMultiline: false)
        #expect(editor.cut == "two")
        // Forward and backward from one place keep their order, over line ends too.
        editor = self.editor("ab\ncd", typing: [.alt("<"), .right, .control("k"), .control("k"), .control("u")])
        #expect(editor.text == "cd")
        #expect(editor.cut == "ab\n")
    }

    @Test func aClickPutsTheCursorWhereItIs() {
        var editor = TextEditor("aaaaaaaa bbbbbbbb 漢字", isMultiline: true)
        _ = editor.place(row: 1, column: 2, width: 9)
        #expect(editor.cursor == 11)
        _ = editor.place(row: 2, column: 3, width: 9)
        #expect(editor.cursor == 19)
        _ = editor.place(row: 9, column: 0, width: 9)
        #expect(editor.cursor == 20)
        var line = TextEditor("one two three", isMultiline: false)
        _ = line.place(row: 0, column: 4, width: 5)
        #expect(line.cursor == 4)
        _ = line.place(row: 0, column: 99, width: 5)
        #expect(line.cursor == 13)
    }

    @Test func wordsAreUndoneWhole() {
        var editor = editor(typing: "two words".map(Key.character))
        _ = editor.undo()
        #expect(editor.text == "two")
        _ = editor.undo()
        #expect(editor.text == "")
        #expect(editor.undo() == .ignored)
        _ = editor.redo()
        _ = editor.redo()
        #expect(editor.text == "two words")
        #expect(editor.redo() == .ignored)
    }

    @Test func upAndDownFollowTheRowsOnScreenAndKeepTheColumn() {
        var editor = TextEditor("aaaaaaaa bbbbbbbb cc\ndddddddddd", isMultiline: true)
        // Rows of nine columns: "aaaaaaaa ", "bbbbbbbb ", "cc", "ddddddddd", "d".
        _ = editor.handle(.alt("<"), width: 9)
        for _ in 0..<5 { _ = editor.handle(.right, width: 9) }
        _ = editor.handle(.down, width: 9)
        #expect(editor.cursor == 14)
        _ = editor.handle(.down, width: 9)
        #expect(editor.cursor == 20)
        _ = editor.handle(.down, width: 9)
        #expect(editor.cursor == 26)
        _ = editor.handle(.up, width: 9)
        _ = editor.handle(.up, width: 9)
        #expect(editor.cursor == 14)
        for _ in 0..<9 { _ = editor.handle(.up, width: 9) }
        #expect(editor.cursor == 0)
    }

    @Test func enterBreaksLinesOnlyWhereThereAreSeveral() {
        #expect(editor("a", typing: [.enter, .character("b")]).text == "a\nb")
        #expect(editor("a", typing: [.enter, .character("b")], isMultiline: false).text == "ab")
    }

    @Test(arguments: 0..<20)
    func anyEditsCanBeUndoneToTheBeginning(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "b ", "é", "\u{301}", "漢", "🇩", "🇪", "👩‍💻", "\n", "x y"]
        var editor = TextEditor("start 漢字", isMultiline: true)
        for _ in 0..<200 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0...2:
                editor.insert(pieces.randomElement(using: &random) ?? "", isTyping: Bool.random(using: &random))
            case 3: _ = editor.handle(.backspace, width: 10)
            case 4: _ = editor.handle(Bool.random(using: &random) ? .up : .left, width: 10)
            default: _ = editor.handle(.control("w"), width: 10)
            }
            #expect((0...editor.buffer.characters.count).contains(editor.cursor))
            #expect(Array(editor.text) == editor.buffer.characters)
        }
        let end = editor.text
        while editor.undo() == .changed {}
        #expect(editor.text == "start 漢字")
        while editor.redo() == .changed {}
        #expect(editor.text == end)
    }
}
