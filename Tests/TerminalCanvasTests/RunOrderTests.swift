import Testing

@testable import TerminalCanvas

@Suite("What a slow line carries first")
struct RunOrderTests {
    /// A screen with a text in each of its rows.
    ///
    /// - Parameter isVaried: rows have little in common, as titles do; else they differ in a number.
    private func page(_ top: Int, columns: Int = 100, rows: Int = 24, isVaried: Bool = false) -> CellBuffer {
        let frame = Frame(columns: columns, rows: rows)
        for number in top..<top + rows {
            let varied = String(repeating: String((number * 7_919).magnitude % 10_007), count: 9)
            let text = isVaried ? varied : "dataset number \(number) of a good many that there are"
            frame.canvas.draw(TerminalText(singleLine: text), column: 2, row: number - top)
        }
        return frame.buffer
    }

    private func run(_ row: Int, _ columns: Range<Int>) -> CellRun { CellRun(row: row, columns: columns) }

    @Test("All goes at once where it is not much more than what may go")
    func allAtOnce() {
        var changes = (0..<3).map { run($0, 0..<50) }
        let before = changes
        #expect(page(1).keepNearest(&changes, to: 2, upTo: 120) == nil)
        #expect(changes == before)
    }

    @Test("Of a list that moves the cursor's row comes first, then its neighbours and marks anywhere, then outwards")
    func moving() throws {
        var changes = (0..<20).map { run($0, 0..<50) } + [run(23, 2..<4)]
        let owed = try #require(page(1).keepNearest(&changes, to: 10, upTo: 420))
        #expect(changes.first?.row == 10)
        #expect(Set(changes.map(\.row)).isSuperset(of: [8, 9, 10, 11, 12, 23]))
        #expect(Set(changes.map(\.row)).isDisjoint(with: [0, 1, 2, 18, 19]))
        for row in 0..<20 { #expect(owed.contains(row) != changes.contains { $0.row == row }) }
    }

    @Test("Where the cursor's row stands, the others come from the top on")
    func standing() throws {
        var changes = (0..<9).map { run($0, 60..<100) }
        let frame = Frame(columns: 100, rows: 24)
        for row in 0..<9 { frame.canvas.draw("what is beside the list, in forty columns", column: 59, row: row) }
        let owed = try #require(frame.buffer.keepNearest(&changes, to: 20, upTo: 130))
        #expect(changes.map(\.row) == [0, 1, 2])
        #expect(owed.contains(3) && owed.contains(8))
    }

    @Test("A row goes whole or not at all, and one goes however long it is")
    func wholeRows() {
        var changes = [run(3, 0..<20), run(3, 25..<60), run(4, 0..<20), run(4, 25..<60)]
        #expect(page(1).keepNearest(&changes, to: 4, upTo: 20)?.contains(3) == true)
        #expect(changes == [run(4, 0..<20), run(4, 25..<60)])
    }

    @Test("Blanks at an end cost next to nothing")
    func blanks() {
        var changes = (0..<10).map { run($0, 0..<100) }
        #expect(Frame(columns: 100, rows: 24).buffer.keepNearest(&changes, to: 0, upTo: 100) == nil)
    }

    @Test("On a slow line rows move where that is shorter than painting over what differs", arguments: [true, false])
    func worthOfAMove(isVaried: Bool) {
        let next = page(6, isVaried: isVaried)
        for bytes in [nil, 240] {
            var shown: CellBuffer? = page(1, isVaried: isVaried)
            var owed: RowSet?
            var moves: [RowShift] = []
            _ = next.nextChanges(bringing: &shown, owing: &owed, among: nil, near: 3, upTo: bytes) {
                moves.append($0)
                return true
            }
            let move = RowShift(region: 0..<24, lines: 5)
            #expect(moves == (isVaried || bytes == nil ? [move] : []))
        }
    }

    /// Lists that scroll, leap and change while the line carries a few rows at a time.
    @Test("However the frames change meanwhile, in the end the screen shows the last one", arguments: 0..<40)
    func converges(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var shown: CellBuffer? = Frame(columns: 60, rows: 24).buffer
        var owed: RowSet?
        var top = 0
        var (rounds, partly, moves) = (0, 0, 0)
        let isVaried = seed.isMultiple(of: 2)
        func present(_ buffer: CellBuffer, touched: RowSet?, cursor: Int) {
            let changes = buffer.nextChanges(
                bringing: &shown, owing: &owed, among: touched, near: cursor, upTo: isVaried ? 400 : 120
            ) { _ in
                moves += 1
                return true
            }
            if owed != nil { partly += 1 }
            for run in changes { shown?.take(run, of: buffer) }
        }
        var last = page(0, columns: 60, isVaried: isVaried)
        for _ in 0..<30 {
            top += [1, 1, 1, 2, -1, 11].randomElement(using: &random) ?? 1
            let cursor = Int.random(in: 0..<24, using: &random)
            last = page(top, columns: 60, isVaried: isVaried)
            last[0, cursor].style = .accent
            present(last, touched: nil, cursor: cursor)
        }
        while owed != nil, rounds < 100 {
            rounds += 1
            present(last, touched: RowSet(), cursor: 5)
        }
        #expect(shown == last)
        #expect(partly > 0)
        #expect(!isVaried || moves > 0)
        // Each round carries two rows or more.
        #expect(rounds <= 12)
    }
}
