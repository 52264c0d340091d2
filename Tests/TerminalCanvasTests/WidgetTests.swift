import PortalModel
import Testing

@testable import TerminalCanvas

@Suite struct ListViewportTests {
    @Test func theSelectedItemStaysInSightAndTheListMovesLittle() {
        let list = ListViewport(itemCount: 100, rowsPerItem: 2, rows: 10)
        #expect(list.itemsInSight == 5)
        #expect(list.top(selected: 0, from: 0) == 0)
        #expect(list.top(selected: 4, from: 0) == 0)
        #expect(list.top(selected: 5, from: 0) == 1)
        #expect(list.top(selected: 3, from: 10) == 3)
        #expect(list.top(selected: 99, from: 0) == 95)
        #expect(list.visible(from: 95) == 95..<100)
        #expect(list.row(of: 97, top: 95) == 4)
        #expect(list.item(atRow: 5, top: 95) == 97)
    }

    @Test func shortAndEmptyListsHoldStill() {
        #expect(ListViewport(itemCount: 0, rows: 10).visible(from: 0).isEmpty)
        #expect(ListViewport(itemCount: 3, rows: 10).top(selected: 2, from: 2) == 0)
        #expect(ListViewport(itemCount: 3, rows: 0).visible(from: 0).isEmpty)
        #expect(ListViewport(itemCount: 2, rows: 10).item(atRow: 5, top: 0) == nil)
    }
}

@Suite struct FieldTests {
    private func drawn(_ value: String, cursor: Int, columns: Int = 10) -> Frame {
        let frame = Frame(columns: columns, rows: 1)
        TextField(value, cursor: cursor, isFocused: true).draw(on: frame.canvas, row: 0, glyphs: .unicode)
        return frame
    }

    @Test func theCursorIsAlwaysInSight() {
        let value = "abc漢字def" + String(repeating: "ghij", count: 10)
        for columns in 3..<20 {
            for cursor in 0...value.count {
                #expect(drawn(value, cursor: cursor, columns: columns).cursor != nil, "\(columns), \(cursor)")
            }
        }
    }

    @Test func whatIsHiddenIsMarkedAtTheEdges() {
        #expect(drawn("0123456789abc", cursor: 0).text == "012345678→")
        #expect(drawn("0123456789abc", cursor: 13).text.hasPrefix("←"))
        #expect(drawn("short", cursor: 5).text == "short")
        #expect(drawn("short", cursor: 5).cursor?.column == 5)
    }

    @Test func anEmptyFieldShowsItsPlaceholder() {
        let frame = Frame(columns: 10, rows: 1)
        TextField("", cursor: 0, isFocused: false, placeholder: "2026-01-31").draw(
            on: frame.canvas, row: 0, glyphs: .unicode)
        #expect(frame.text == "2026-01-31")
        #expect(frame.cursor == nil)
    }

    @Test func aTextOfManyRowsShowsThoseInSight() {
        let text = "one two\nthree\nfour five"
        let layout = TextLayout(text, width: 5)
        let frame = Frame(columns: 6, rows: 2)
        MultilineText(text, layout: layout, top: 2, cursor: 17).draw(on: frame.canvas)
        #expect(frame.text == "three\nfour")
        #expect(frame.cursor == .init(column: 3, row: 1))
        MultilineText(text, layout: layout, top: 99, cursor: nil).draw(on: frame.canvas)
    }
}

@Suite struct RowWidgetTests {
    @Test func aCheckboxRowKeepsItsCount() {
        let frame = Frame(columns: 20, rows: 2)
        CheckboxRow("Rare diseases of all", isOn: true, trailing: "377").draw(
            on: frame.canvas, row: 0, glyphs: .unicode)
        CheckboxRow("One", isOn: false, kind: .radio).draw(on: frame.canvas, row: 1, glyphs: .unicode)
        #expect(frame.text == "[x] Rare diseas… 377\n( ) One")
    }

    @Test func theFooterLeavesOutWhatMattersLeast() {
        let hints = HintLine([
            Hint(key: "q", label: "quit", importance: 1), Hint(key: "s", label: "sort", importance: 9),
            Hint(key: "?", label: "help"),
        ])
        #expect(hints.fitting(80).count == 3)
        #expect(hints.fitting(14).map(\.key.plain) == ["q", "?"])
        #expect(hints.fitting(6).map(\.key.plain) == ["?"])
        #expect(hints.fitting(2).isEmpty)
        let frame = Frame(columns: 14, rows: 1)
        hints.draw(on: frame.canvas, row: 0)
        #expect(frame.text == "q quit  ? help")
    }

    @Test func tableColumnsShareTheRoomAndTheLeastImportantGoes() {
        let columns = [
            TableColumn(ideal: 10, minimum: 6, stretch: 1), TableColumn(ideal: 8, importance: 2),
            TableColumn(ideal: 4, importance: 1, alignment: .right),
        ]
        #expect(TableLayout(columns, width: 30).spans == [0..<14, 16..<24, 26..<30])
        #expect(TableLayout(columns, width: 16).spans == [0..<10, nil, 12..<16])
        #expect(TableLayout(columns, width: 6).spans == [0..<6, nil, nil])
        let frame = Frame(columns: 16, rows: 1)
        TableLayout(columns, width: 16).draw(
            ["A longer title", "left out", "7"], on: frame.canvas, row: 0, glyphs: .unicode)
        #expect(frame.text == "A longer …     7")
    }

    @Test func aBoxHasATitleAndAnInside() {
        let frame = Frame(columns: 20, rows: 5)
        let inside = OverlayBox(title: "Sort", columns: 12, rows: 3).draw(on: frame.canvas, glyphs: .unicode)
        inside.draw("by title and more", column: 0, row: 0)
        #expect(frame.text == "\n    ┌─ Sort ───┐\n    │ by title │\n    └──────────┘\n")
    }

    @Test func progressSpinnerAndScrollIndicatorAreDrawn() {
        let frame = Frame(columns: 10, rows: 4)
        ProgressLine(done: 1, total: 2).draw(on: frame.canvas, row: 0, glyphs: .ascii)
        #expect(frame.text.hasPrefix("###... 1/2"))
        ScrollIndicator(top: 0, count: 8).draw(on: frame.canvas, glyphs: .ascii)
        #expect(frame.buffer[9, 1].text == "#")
        #expect(frame.buffer[9, 2].text == " ")
        #expect(Spinner.frame(seconds: 0.1, glyphs: .ascii).plain == "/")
        #expect(Spinner.frame(seconds: 0.1, glyphs: .ascii, motion: false).plain == "|")
    }

    @Test func everyGlyphTakesOneColumnAndAsciiIsAscii() {
        for glyphs in [GlyphSet.unicode, .ascii] {
            let all =
                [
                    glyphs.marker, glyphs.check, glyphs.cross, glyphs.ellipsis, glyphs.up, glyphs.down, glyphs.left,
                    glyphs.right, glyphs.external, glyphs.enter, glyphs.space, glyphs.tab, glyphs.bullet,
                    glyphs.warning,
                    glyphs.diamond, glyphs.circle, glyphs.halfCircle, glyphs.disc, glyphs.separator, glyphs.track,
                    glyphs.thumb, glyphs.barFull, glyphs.barEmpty, glyphs.horizontal, glyphs.vertical,
                ] + glyphs.corners + glyphs.spinner
            #expect(all.allSatisfy { $0.columns == 1 })
            #expect(glyphs.isUnicode || all.allSatisfy { $0.isASCII })
        }
    }

    @Test func noWidgetFailsOnATinyCanvas() {
        for columns in 0..<6 {
            for rows in 0..<4 {
                let canvas = Frame(columns: columns, rows: rows).canvas
                TextField("value 漢字", cursor: 8, isFocused: true).draw(on: canvas, row: 0, glyphs: .unicode)
                CheckboxRow("label", isOn: true, trailing: "12").draw(on: canvas, row: 0, glyphs: .unicode)
                ProgressLine(done: 3, total: 4).draw(on: canvas, row: 0, glyphs: .unicode)
                ScrollIndicator(top: 3, count: 100).draw(on: canvas, glyphs: .unicode)
                HintLine([Hint(key: "q", label: "quit")]).draw(on: canvas, row: 0)
                OverlayBox(title: "漢字漢字", columns: 40, rows: 20).draw(on: canvas, glyphs: .unicode)
                MultilineText("ab", layout: TextLayout("ab", width: columns), top: 0, cursor: 2).draw(on: canvas)
                canvas.rule(row: 0, glyphs: .unicode)
            }
        }
    }
}
