import PortalModel
import Testing

@testable import TerminalCanvas

@Suite("Rows that move")
struct RowShiftTests {
    /// One row for each number, between a header and a footer that stand still; 0 is a blank row.
    private func screen(_ numbers: [Int], marker: Int? = nil, beside text: TerminalText = "") -> CellBuffer {
        let frame = Frame(columns: 30, rows: numbers.count + 2)
        frame.canvas.draw("header", column: 0, row: 0)
        for (row, number) in numbers.enumerated() where number != 0 {
            frame.canvas.draw("row \(number) 日本", column: 2, row: row + 1)
            if row == marker { frame.canvas.draw("▌", column: 0, row: row + 1, style: .accent) }
            frame.canvas.draw(text, column: 20, row: row + 1)
        }
        frame.canvas.draw("footer", column: 0, row: numbers.count + 1)
        return frame.buffer
    }

    @Test("A list that went on by two rows is found, whatever the marker does")
    func scrolledList() {
        let before = screen(Array(1...12), marker: 10)
        let after = screen(Array(3...14), marker: 10)
        #expect(after.shift(from: before) == RowShift(region: 1..<13, lines: 2))
        #expect(before.shift(from: after) == RowShift(region: 1..<13, lines: -2))
    }

    @Test("A run is narrow where no wide character lies in it or beside it")
    func narrowRuns() {
        let buffer = screen([1])
        // "  row 1 日本": the wide ones are in columns 8 to 11.
        for (columns, isNarrow) in [(0..<7, true), (2..<8, false), (9..<10, false), (12..<20, false), (13..<30, true)] {
            #expect(buffer.isNarrow(CellRun(row: 1, columns: columns)) == isNarrow, "\(columns)")
        }
    }

    @Test("What is told only of a part, or not at all, is no move")
    func notScrolled() {
        let before = screen(Array(1...12))
        #expect(before.shift(from: before) == nil)
        #expect(screen(Array(21...32)).shift(from: before) == nil, "all of it is new")
        #expect(screen(Array(1...11) + [50]).shift(from: before) == nil, "one row is new")
        #expect(screen(Array(10...21)).shift(from: before) == nil, "it went on by most of a page")
        let beside = screen(Array(1...12), beside: "preview")
        #expect(screen(Array(2...13), beside: "another").shift(from: beside) == nil, "the text beside is another")
        #expect(screen(Array(1...11)).shift(from: before) == nil, "another size")
    }

    @Test("Rows moved and then drawn where they differ are the new screen", arguments: 0..<300)
    func moveAndDraw(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var numbers = (0..<Int.random(in: 4...20, using: &generator)).map { _ in
            Int.random(in: 0...30, using: &generator)
        }
        var shown = screen(numbers)
        for _ in 0..<8 {
            let lines = Int.random(in: -5...5, using: &generator)
            let start = Int.random(in: 0..<numbers.count, using: &generator)
            let end = Int.random(in: start..<numbers.count, using: &generator)
            let moved = numbers
            for row in start...end where (start...end).contains(row + lines) { numbers[row] = moved[row + lines] }
            numbers[start] = Int.random(in: 0...30, using: &generator)
            let next = screen(numbers, marker: Int.random(in: 0..<numbers.count, using: &generator))
            if let shift = next.shift(from: shown) {
                #expect(shift.region.lowerBound >= 0 && shift.region.upperBound <= next.rows)
                #expect(abs(shift.lines) < shift.region.count)
                shown.apply(shift)
            }
            for run in next.changes(from: shown, joiningGapsOf: 0) { shown.take(run, of: next) }
            #expect(shown == next)
        }
    }
}

@Suite("Pictures")
struct PictureTests {
    @Test("A picture is what drawing it there would have been, also where an edge cuts it")
    func isWhatWasDrawn() {
        func body(_ canvas: Canvas) {
            canvas.fill(row: 0, style: .selection)
            canvas.draw("漢字 and more 漢字漢", column: 0, row: 0, style: .title)
            canvas.draw("e\u{301} below", column: 1, row: 1)
            canvas.placeCursor(column: 3, row: 1)
        }
        let picture = Picture(Size(columns: 20, rows: 2), draw: body)
        for column in -21...21 {
            for row in -2...4 {
                let (drawn, put) = (Frame(columns: 20, rows: 4), Frame(columns: 20, rows: 4))
                for frame in [drawn, put] { frame.canvas.draw("日本語日本語日本語日", column: 0, row: 1) }
                let area = ScreenArea(column: column, row: row, columns: 20, rows: 2)
                // A picture brings its blank cells along.
                drawn.canvas.subcanvas(area).fill()
                body(drawn.canvas.subcanvas(area))
                put.canvas.subcanvas(area).draw(picture)
                #expect(put.buffer == drawn.buffer, "at \(column), \(row)")
                #expect(put.cursor == drawn.cursor, "at \(column), \(row)")
            }
        }
    }
}
