import PortalModel
import Testing

@testable import TerminalCanvas

@Suite struct CanvasTests {
    @Test func drawsAndCountsColumns() {
        let frame = Frame(columns: 10, rows: 2)
        #expect(frame.canvas.draw("a漢e\u{301}", column: 1, row: 0) == 4)
        #expect(frame.text == " a漢e\u{301}\n")
        #expect(frame.buffer[2, 0].width == 2)
        #expect(frame.buffer[3, 0].width == 0)
        #expect(frame.buffer[4, 0].text == "e\u{301}")
    }

    @Test func anEmojiSequenceIsDrawnAsItsBase() {
        let frame = Frame(columns: 10, rows: 1)
        #expect(frame.canvas.draw("👩‍💻!", column: 0, row: 0) == 3)
        #expect(frame.text == "👩!")
    }

    @Test func aWideCharacterCutByAnEdgeIsASpace() {
        let frame = Frame(columns: 6, rows: 1)
        frame.canvas.fill(ScreenArea(column: 0, row: 0, columns: 6, rows: 1), style: .plain)
        let part = frame.canvas.subcanvas(ScreenArea(column: 1, row: 0, columns: 4, rows: 1))
        part.draw("漢字漢", column: -1, row: 0)
        // One column of the first is cut at the left, one of the third at the right.
        #expect(frame.buffer.text(row: 0) == "  字  ")
        #expect(frame.buffer[1, 0].text == " ")
        #expect(frame.buffer[4, 0].text == " ")
        #expect((0..<6).map { frame.buffer[$0, 0].width } == [1, 1, 2, 0, 1, 1])
    }

    @Test func overwritingHalfOfAWideCharacterBlanksTheOtherHalf() {
        let frame = Frame(columns: 6, rows: 2)
        frame.canvas.draw("漢字", column: 0, row: 0)
        frame.canvas.draw("x", column: 1, row: 0)
        frame.canvas.draw("y", column: 2, row: 0)
        #expect(frame.buffer.text(row: 0) == " xy   ")
        frame.canvas.draw("漢字", column: 0, row: 1)
        frame.canvas.draw("語", column: 1, row: 1)
        #expect(frame.buffer.text(row: 1) == " 語   ")
    }

    @Test func nothingIsDrawnOutsideASubcanvas() {
        let frame = Frame(columns: 8, rows: 4)
        let part = frame.canvas.subcanvas(ScreenArea(column: 2, row: 1, columns: 3, rows: 2))
        for row in -3..<8 {
            part.draw("ABCDEFGHIJ", column: -2, row: row)
            part.draw("漢", column: 9, row: row)
        }
        part.fill(ScreenArea(column: -9, row: -9, columns: 10, rows: 10))
        #expect(frame.text == "\n   DE\n  CDE\n")
        let nested = part.subcanvas(ScreenArea(column: -5, row: -5, columns: 50, rows: 50))
        nested.draw("0123456789", column: 0, row: 5)
        #expect(frame.text == "\n  567\n  CDE\n")
    }

    @Test func maxColumnsLimitsAndNeverSplitsAWideCharacter() {
        let frame = Frame(columns: 8, rows: 1)
        #expect(frame.canvas.draw("漢字", column: 0, row: 0, maxColumns: 3) == 2)
        #expect(frame.canvas.draw("abc", column: 4, row: 0, maxColumns: 2) == 2)
        #expect(frame.text == "漢  ab")
    }

    @Test func furtherMarksThanTwoAreNotDrawn() {
        let frame = Frame(columns: 4, rows: 1)
        let marks = String(repeating: "\u{301}", count: 500)
        #expect(frame.canvas.draw(TerminalText(sanitizing: "a" + marks + "b"), column: 0, row: 0) == 2)
        #expect(frame.text == "a\u{301}\u{301}b")
    }

    @Test func aMarkWithoutABaseStandsOnASpace() {
        let frame = Frame(columns: 4, rows: 1)
        #expect(frame.canvas.draw("\u{301}b", column: 0, row: 0) == 2)
        #expect(frame.buffer[0, 0].text == " \u{301}")
    }

    @Test func aLineEndIsASpaceInOneLine() {
        let frame = Frame(columns: 5, rows: 1)
        frame.canvas.draw("a\nb", column: 0, row: 0)
        frame.canvas.draw("é\n", column: 3, row: 0)
        #expect(frame.text == "a bé")
    }

    @Test func theCursorIsShownOnlyInside() {
        let frame = Frame(columns: 8, rows: 4)
        let part = frame.canvas.subcanvas(ScreenArea(column: 2, row: 1, columns: 3, rows: 2))
        part.placeCursor(column: 3, row: 0)
        #expect(frame.cursor == nil)
        part.placeCursor(column: 1, row: 1)
        #expect(frame.cursor == .init(column: 3, row: 2))
        frame.clear()
        #expect(frame.cursor == nil)
    }

    @Test func splitsShareTheRoom() {
        let canvas = Frame(columns: 10, rows: 4).canvas
        let (left, right) = canvas.splitLeft(3)
        #expect([left.columns, right.columns] == [3, 7])
        let (top, bottom) = canvas.splitBottom(9)
        #expect([top.rows, bottom.rows] == [0, 4])
        #expect(canvas.inset(left: 1, right: 2, top: 1).size == Size(columns: 7, rows: 3))
        #expect(canvas.inset(left: 8, right: 8).columns == 0)
        #expect(canvas.centered(columns: 4, rows: 99).size == Size(columns: 4, rows: 4))
    }

    @Test func restyleKeepsTheText() {
        let frame = Frame(columns: 4, rows: 1)
        frame.canvas.draw("abcd", column: 0, row: 0, style: .accent)
        frame.canvas.restyle(ScreenArea(column: 1, row: 0, columns: 2, rows: 1)) { $0.reversed }
        #expect(frame.text == "abcd")
        #expect(frame.buffer[1, 0].style == Style(.accent, .reverse))
        #expect(frame.buffer[3, 0].style == .accent)
    }

    @Test func theLookOfAFrameIsALetterACell() {
        let frame = Frame(columns: 6, rows: 2)
        frame.canvas.draw("ab", column: 1, row: 0, style: .title)
        frame.canvas.draw("c", column: 4, row: 1, style: .plain.reversed)
        #expect(frame.styles == ".tt\n....P")
    }

    @Test func everyRoleHasItsOwnLetter() {
        #expect(Set(StyleRole.allCases.map { Style($0).letter }).count == StyleRole.allCases.count)
    }

    @Test func noDrawingOnAnySizeLeavesHalfAWideCharacter() {
        var random = SmallRandom(seed: 9)
        let texts: [TerminalText] = ["漢字漢字", "a漢", "abc", "e\u{301}漢", "👩‍💻x", "字"]
        for _ in 0..<500 {
            let frame = Frame(columns: 1 + random.next(12), rows: 1 + random.next(3))
            for _ in 0..<12 {
                let rect = ScreenArea(
                    column: random.next(12) - 3, row: random.next(4) - 1, columns: random.next(12), rows: random.next(4)
                )
                let part = frame.canvas.subcanvas(rect)
                part.draw(
                    texts[random.next(texts.count)], column: random.next(12) - 4, row: random.next(3),
                    maxColumns: random.next(2) == 0 ? nil : random.next(6))
                if random.next(4) == 0 { part.fill(row: random.next(3)) }
            }
            for row in 0..<frame.buffer.rows {
                let widths = (0..<frame.buffer.columns).map { frame.buffer[$0, row].width }
                #expect(isWhole(widths), "\(widths)")
            }
        }
    }

    /// Every wide character is followed by its second half, and no second half stands alone.
    private func isWhole(_ widths: [UInt8]) -> Bool {
        widths.indices.allSatisfy { index in
            switch widths[index] {
            case 2: index + 1 < widths.count && widths[index + 1] == 0
            case 0: index > 0 && widths[index - 1] == 2
            default: true
            }
        }
    }
}

@Suite struct CellBufferTests {
    @Test func aCellTakesSixteenBytes() {
        #expect(MemoryLayout<Cell>.stride == 16)
        #expect(MemoryLayout<Style>.size == 2)
    }

    private func buffer(_ lines: [TerminalText], columns: Int = 20) -> CellBuffer {
        let frame = Frame(columns: columns, rows: lines.count)
        for (row, line) in lines.enumerated() { frame.canvas.draw(line, column: 0, row: row) }
        return frame.buffer
    }

    @Test func equalBuffersHaveNoChanges() {
        #expect(buffer(["abc", "漢"]).changes(from: buffer(["abc", "漢"])).isEmpty)
    }

    @Test func changesAreFoundAndNearOnesJoined() {
        let runs = buffer(["a_cd_f_________z", "same"]).changes(from: buffer(["abcdef_________y", "same"]))
        #expect(runs == [CellRun(row: 0, columns: 1..<5), CellRun(row: 0, columns: 15..<16)])
    }

    @Test func wideCharactersAreSentWhole() {
        let runs = buffer(["ab漢c"]).changes(from: buffer(["ab字c"]))
        #expect(runs == [CellRun(row: 0, columns: 2..<4)])
        let halves = buffer(["漢b"], columns: 3).changes(from: buffer(["aab"], columns: 3))
        #expect(halves == [CellRun(row: 0, columns: 0..<2)])
    }

    @Test func anotherSizeChangesEverything() {
        let runs = buffer(["a"], columns: 5).changes(from: buffer(["a"], columns: 6))
        #expect(runs == [CellRun(row: 0, columns: 0..<5)])
    }

    @Test func theMarkerOfAListCostsTwoCells() {
        func list(selected: Int) -> CellBuffer {
            buffer((0..<5).map { ($0 == selected ? "▌ " : "  ") + "dataset \($0)" })
        }
        let runs = list(selected: 3).changes(from: list(selected: 2))
        #expect(runs.reduce(0) { $0 + $1.columns.count } == 2)
    }
}
