import PortalModel
import Testing

@testable import TerminalCanvas

@Suite struct TextWrappingTests {
    private func rows(_ text: String, _ width: Int) -> [String] {
        TextWrapping.wrappedLines(of: text, width: width).map(String.init)
    }

    @Test func breaksAtSpacesThatHangOverTheEdge() {
        #expect(rows("one two three", 7) == ["one two ", "three"])
        #expect(rows("one  two", 3) == ["one  ", "two"])
    }

    @Test func breaksLongWordsWhereTheRowEnds() {
        #expect(rows("abcdefgh", 3) == ["abc", "def", "gh"])
        #expect(rows("ab cdefgh", 4) == ["ab ", "cdef", "gh"])
    }

    @Test func keepsEmptyLinesAndAnEmptyLastLine() {
        #expect(rows("", 5) == [""])
        #expect(rows("a\n\nb\n", 5) == ["a", "", "b", ""])
        #expect(rows("a\r\nb", 5) == ["a", "b"])
    }

    @Test func breaksAfterHyphensAndBetweenIdeographs() {
        #expect(rows("long-read", 6) == ["long-", "read"])
        #expect(rows("漢字漢字", 5) == ["漢字", "漢字"])
        #expect(rows("漢", 1) == ["漢"])
    }

    @Test func aCombiningMarkStaysWithItsBaseAtTheEdge() {
        #expect(rows("abe\u{301}de\u{301}", 3) == ["abe\u{301}", "de\u{301}"])
    }

    @Test func noRowIsWiderThanAskedAndNothingIsLost() {
        var random = SmallRandom(seed: 3)
        let pieces = [
            "a", "bc", " ", "  ", "漢", "é", "\n", "-", "longer", "👩‍💻", "e\u{301}", "하", "\u{1161}", "\u{11AB}",
        ]
        for _ in 0..<2_000 {
            let text = (0..<30).map { _ in pieces[random.next(pieces.count)] }.joined()
            let width = 2 + random.next(12)
            let rows = rows(text, width)
            #expect(rows.joined() == text.filter { $0 != "\n" })
            for row in rows {
                var ink = row[...]
                while ink.last == " " { ink.removeLast() }
                #expect(TextWidth.of(ink) <= width, "\(rows)")
            }
        }
    }

    @Test func terminalTextWrapsInTheSameRows() {
        let text: TerminalText = "one two 漢字 three"
        #expect(text.wrapped(to: 7).map(\.plain) == ["one two ", "漢字 ", "three"])
    }
}

@Suite struct TextLayoutTests {
    @Test func anOffsetAtABreakOfOursStandsOnTheNextRow() {
        let layout = TextLayout("one two", width: 4)
        #expect(layout.rows.map(\.range) == [0..<4, 4..<7])
        #expect(layout.position(of: 3) == .init(row: 0, column: 3))
        #expect(layout.position(of: 4) == .init(row: 1, column: 0))
        #expect(layout.position(of: 7) == .init(row: 1, column: 3))
        #expect(layout.offset(row: 0, column: 99) == 3)
        #expect(layout.offset(row: 1, column: 99) == 7)
    }

    @Test func anOffsetAtALineEndStaysOnItsLine() {
        let layout = TextLayout("ab\ncd\n", width: 10)
        #expect(layout.rows.map(\.range) == [0..<2, 3..<5, 6..<6])
        #expect(layout.position(of: 2) == .init(row: 0, column: 2))
        #expect(layout.position(of: 3) == .init(row: 1, column: 0))
        #expect(layout.position(of: 6) == .init(row: 2, column: 0))
        #expect(layout.offset(row: 0, column: 9) == 2)
    }

    @Test func wideCharactersAreReachedByEitherColumn() {
        let layout = TextLayout("a漢b", width: 10)
        #expect(layout.position(of: 2).column == 3)
        #expect(layout.offset(row: 0, column: 1) == 1)
        #expect(layout.offset(row: 0, column: 2) == 1)
        #expect(layout.offset(row: 0, column: 3) == 2)
    }

    @Test func positionsOutsideAreTheNearestInside() {
        let layout = TextLayout("abc", width: 10)
        #expect(layout.position(of: -5) == .init(row: 0, column: 0))
        #expect(layout.position(of: 50) == .init(row: 0, column: 3))
        #expect(layout.offset(row: -1, column: 2) == 0)
        #expect(layout.offset(row: 7, column: 0) == 3)
        #expect(TextLayout("", width: 3).rows.map(\.range) == [0..<0])
    }

    @Test func theEditorBreaksWhereTheScreenDoes() {
        var random = SmallRandom(seed: 13)
        let pieces = [
            "a", "word", " ", "漢", "é", "\n", "-", "👩‍💻", "e\u{301}", "❤️", "🇫🇷", "👍🏿", "한", "\u{1161}",
            "\u{11AB}",
        ]
        for _ in 0..<1_000 {
            let text = (0..<25).map { _ in pieces[random.next(pieces.count)] }.joined()
            let width = 2 + random.next(9)
            let characters = Array(text)
            let rows = TextLayout(text, width: width).rows.map { String(characters[$0.range]) }
            #expect(rows == TextWrapping.wrappedLines(of: text, width: width).map(String.init))
        }
    }

    @Test func everyOffsetComesBackFromItsPosition() {
        var random = SmallRandom(seed: 11)
        let pieces = ["a", "word", " ", "漢", "é", "\n", "-", "👩‍💻", "e\u{301}", "क्ष"]
        for _ in 0..<1_000 {
            let text = (0..<25).map { _ in pieces[random.next(pieces.count)] }.joined()
            let layout = TextLayout(text, width: 3 + random.next(9))
            for offset in 0...layout.count {
                let position = layout.position(of: offset)
                // Spaces that hang over the edge share its column.
                guard position.column < layout.width else { continue }
                #expect(layout.offset(at: position) == offset, "\(text.debugDescription) at \(offset)")
            }
        }
    }
}
