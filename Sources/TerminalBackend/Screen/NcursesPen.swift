import CNcurses
import Glibc
import TerminalCanvas

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
