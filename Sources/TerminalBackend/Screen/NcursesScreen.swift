import CNcurses
import Glibc
import TerminalCanvas

/// The terminal, through ncurses: shows frames and hands over keys.
///
/// ncurses computes what to send; it neither writes to the terminal (see ``OutputTap``) nor changes its settings.
@UI
public final class NcursesScreen {
    /// Columns and rows of the terminal.
    public private(set) var size: Size
    /// What the terminal can show, and how.
    public internal(set) var palette: Palette
    /// Whether the screen is ours; false between ``release()`` and ``reclaim()``.
    public private(set) var isActive = true
    /// By which the terminal is written to.
    public let description: TerminalDescription?
    /// Bytes written so far: for the benchmark.
    public internal(set) var bytesWritten = 0
    /// For reading; see ``NcursesInput``.
    public let input: NcursesInput

    /// Called when the terminal has taken nothing for a while, with the program held up by it.
    public var onStall: @UI () -> Void = {}

    let device: TerminalDevice
    let tap: OutputTap
    let options: ScreenOptions
    /// What ncurses was told last; nil when everything must be told again.
    private var shown: CellBuffer?
    /// Rows of the last frame that were too much for the line; nil when all of it is shown.
    private var owed: RowSet?
    var isWhole: Bool { owed == nil }
    private var cursorIsShown = true
    var pen: NcursesPen

    /// Takes over the terminal.
    ///
    /// Call ``CharacterSupport/fromEnvironment()`` before, for ncurses goes by the locale. Throws a ``TerminalCheck/Refusal``
    /// when no screen can be shown and a ``SystemError`` when the system refuses.
    public init(_ options: ScreenOptions = ScreenOptions()) throws {
        let facts = NcursesTerminal.facts()
        if let refusal = TerminalCheck.refusal(for: facts) { throw refusal }
        description = facts.description
        self.options = options
        device = try TerminalDevice()
        tap = try OutputTap()
        // What the terminal says counts, and not variables that somebody has exported once. ncurses would take a size for
        // itself that it cannot hold.
        use_env(device.size == nil)
        // Without both, a description that says no size (linux, putty) leaves it with none at all.
        use_tioctl(true)
        guard let keyboard = fdopen(fcntl(device.input, F_DUPFD_CLOEXEC, 3), "r"),
            NcursesTerminal.begin(facts.description, output: tap.file, input: keyboard)
        else {
            throw SystemError("prepare the terminal")
        }
        let size = device.size ?? (Int(getmaxx(cn_screen())), Int(getmaxy(cn_screen())))
        self.size = Size(columns: size.columns, rows: size.rows)
        typeahead(-1)
        let hasColors = options.colors && has_colors() && start_color() == OK && use_default_colors() == OK
        palette = Palette(
            !hasColors ? .mono : cn_color_count() >= 256 ? .indexed : .sixteen, options.theme)
        input = try NcursesInput(mouse: options.mouse)
        pen = NcursesPen(palette, options.characters)
        let unwanted = ["smm"] + (options.alternateScreen ? [] : ["smcup", "rmcup"])
        tap.unwanted = unwanted.map { Array(NcursesTerminal.capability($0).utf8) }
        tap.renditions = RenditionFilter(movesWithAttributes: NcursesTerminal.has("msgr"))
        resize_term(Int32(self.size.rows), Int32(self.size.columns))
        try device.armRestoration(leavingBytes, words: options.crashWords)
        device.enterRawMode()
        send(tap.take(tail: Self.wholeScreen + enteringModes, always: true))
    }

    // MARK: - Frames

    /// Shows a frame by sending the cells that differ from the last one.
    ///
    /// - Parameters:
    ///   - bytes: about how many may be sent; the rows that are nearest to the cursor go first. Nil is all.
    ///   - asking: whether to ask the terminal to answer when all of it has arrived, so many bytes.
    @discardableResult
    func present(_ frame: Frame, upTo bytes: Int?, asking: (Int) -> Bool) -> Presented {
        guard isActive else { return Presented(bytes: 0, isAsked: false, isWhole: true) }
        put(frame, upTo: bytes)
        if let cursor = frame.cursor { wmove(cn_screen(), Int32(cursor.row), Int32(cursor.column)) }
        if (frame.cursor != nil) != cursorIsShown {
            curs_set(cursorIsShown ? 0 : 1)
            cursorIsShown.toggle()
        }
        wnoutrefresh(cn_screen())
        doupdate()
        let bytes = tap.take()
        let isAsked = !bytes.isEmpty && asking(bytes.count)
        return Presented(
            bytes: send(isAsked ? bytes + Self.question.utf8 : bytes), isAsked: isAsked, isWhole: owed == nil)
    }

    /// Makes the next frame send every cell: after other programs wrote to the terminal, or because the user asks.
    public func redraw() {
        shown = nil
        tap.renditions.forget()
        clearok(cn_screen(), true)
    }

    /// Takes the terminal's size. Returns whether it changed.
    public func adoptSize() -> Bool {
        guard let now = device.size, now.columns != size.columns || now.rows != size.rows else { return false }
        size = Size(columns: now.columns, rows: now.rows)
        // Not `resizeterm`: that one queues a key of its own.
        resize_term(Int32(size.rows), Int32(size.columns))
        redraw()
        return true
    }

    private func put(_ frame: Frame, upTo bytes: Int?) {
        let buffer = frame.buffer
        if shown?.columns != buffer.columns || shown?.rows != buffer.rows { shown = nil }
        let changes = buffer.nextChanges(
            bringing: &shown, owing: &owed, among: frame.touched, near: frame.cursor?.row ?? 0, upTo: bytes
        ) { shift in
            // ncurses finds out itself that rows have moved, once all of them are drawn anew.
            guard shift.region.upperBound <= size.rows else { return false }
            cn_scroll(Int32(shift.region.lowerBound), Int32(shift.region.upperBound), Int32(shift.lines))
            return true
        }
        // ncurses skips what it shows already and knows best when skipping is worth it.
        for run in changes where run.row < size.rows {
            pen.put(run, of: buffer, over: shown, upTo: size.columns)
            // Run by run: keeping the frame's own cells would make the next frame copy all of them.
            shown?.take(run, of: buffer)
        }
        if shown == nil { shown = buffer }
    }

    // MARK: - Giving the terminal back

    /// Gives the terminal back as it was found. Await the terminal's answers before, so that they land nowhere else.
    public func release() {
        guard isActive else { return }
        isActive = false
        endwin()
        send(tap.take(tail: leavingModes, always: true))
        device.restore()
        device.disarmRestoration()
    }

    /// Takes the terminal again after ``release()``, or after the program was stopped and its settings changed.
    public func reclaim() throws(SystemError) {
        isActive = true
        try device.armRestoration(leavingBytes, words: options.crashWords)
        device.enterRawMode()
        input.enableKeypad()
        _ = adoptSize()
        redraw()
        send(tap.take(tail: enteringModes, always: true))
    }
}

/// Puts cells onto ncurses' screen, in the colours of a palette.
@UI
final class NcursesPen {
    private let characters: CharacterSupport
    /// By the number of the role.
    private let looks: [Look]
    /// Blank cells by role and attributes: cells of one column go out as copies of them.
    private let blanks: [cchar_t]
    private var cells: [cchar_t] = []

    init(_ palette: Palette, _ characters: CharacterSupport) {
        self.characters = characters
        looks = Self.looks(for: palette)
        blanks = looks.flatMap { look in
            (0..<Self.attributeSets).map { set in
                var cell = cchar_t()
                let attributes = look.attributes | Style.Attributes(rawValue: UInt8(set)).curses
                _ = cn_blank_cell(&cell, attributes, look.pair)
                return cell
            }
        }
    }

    /// Puts a run of cells, but for those beyond a column.
    ///
    /// - Parameter shown: what ncurses has now; nil when that is not known. Where a wide character is or was, each cell is
    ///   put by itself: put together they would take the half of one that was there before for that of one just put.
    func put(_ run: CellRun, of buffer: CellBuffer, over shown: CellBuffer?, upTo end: Int) {
        let isNarrow = shown?.isNarrow(run) == true && buffer.isNarrow(run)
        buffer.withRow(run.row) { line in
            var column = run.columns.lowerBound
            let last = min(run.columns.upperBound, end)
            while column < last {
                let start = column
                while isNarrow, column < last, line[column].isASCII { column += 1 }
                if column > start {
                    putASCII(UnsafeBufferPointer(rebasing: line[start..<column]), column: start, row: run.row)
                } else {
                    put(line[column], column: column, row: run.row)
                    column += 1
                }
            }
        }
    }

    /// Each takes one column for ncurses as for us, so that they can go out together.
    private func putASCII(_ line: UnsafeBufferPointer<Cell>, column: Int, row: Int) {
        while cells.count < line.count { cells.append(cchar_t()) }
        cells.withUnsafeMutableBufferPointer { cells in
            var style = line[0].style
            var blank = blank(style)
            for (place, cell) in line.enumerated() {
                if cell.style != style {
                    style = cell.style
                    blank = self.blank(style)
                }
                blank.chars.0 = wchar_t(cell.base)
                cells[place] = blank
            }
            _ = cn_put_cells(Int32(row), Int32(column), cells.baseAddress, Int32(line.count))
        }
    }

    private func blank(_ style: Style) -> cchar_t {
        blanks[Int(style.role.rawValue) * Self.attributeSets + Int(style.attributes.rawValue)]
    }

    /// By itself, at its own place: ncurses may think that it takes more columns, or fewer.
    private func put(_ cell: Cell, column: Int, row: Int) {
        guard cell.width > 0 else { return }
        let look = looks[Int(cell.style.role.rawValue)]
        let attributes = look.attributes | cell.style.attributes.curses
        // The result is of no use: the last cell of the screen is drawn and still answers ERR.
        guard characters == .unicode || cell.base < 0x7F else {
            for offset in 0..<Int(cell.width) {
                _ = cn_put(Int32(row), Int32(column + offset), Self.unknown, 0, 0, attributes, look.pair)
            }
            return
        }
        _ = cn_put(
            Int32(row), Int32(column), wchar_t(cell.base), wchar_t(cell.firstMark), wchar_t(cell.secondMark),
            attributes, look.pair)
    }

    /// Drawn for what the locale does not have.
    private static let unknown = wchar_t(UInt8(ascii: "?"))
    private static let attributeSets = 16

    /// One pair for every role with colours of its own.
    private static func looks(for palette: Palette) -> [Look] {
        var pairs: [[Int16]] = []
        return StyleRole.allCases.map { role in
            let ink = palette[role]
            let colors = [ink.foreground, ink.background]
            guard colors != [-1, -1] else { return Look(attributes: ink.attributes.curses, pair: 0) }
            if !pairs.contains(colors) {
                pairs.append(colors)
                init_pair(Int16(pairs.count), ink.foreground, ink.background)
            }
            let pair = (pairs.firstIndex(of: colors) ?? 0) + 1
            return Look(attributes: ink.attributes.curses, pair: Int16(pair))
        }
    }
}

/// A role as ncurses wants it.
private struct Look {
    var attributes: attr_t
    var pair: Int16
}

extension Style.Attributes {
    fileprivate var curses: attr_t {
        (contains(.bold) ? CN_BOLD : CN_NORMAL) | (contains(.underline) ? CN_UNDERLINE : CN_NORMAL)
            | (contains(.reverse) ? CN_REVERSE : CN_NORMAL) | (contains(.dim) ? CN_DIM : CN_NORMAL)
    }
}
