import CNcurses
import Glibc
import PortalModel
import TerminalCanvas

/// Reads the keyboard and the mouse through ncurses, which knows the sequences of the terminal in use.
@UI
public final class NcursesInput {
    /// What one read found.
    public enum Item: Sendable, Hashable {
        /// For the `KeyDecoder`.
        case unit(InputUnit)
        /// What the mouse did, as ncurses decoded it.
        case mouse(MouseEvent)
    }

    /// The numbers that ``Item/unit(_:)`` uses for keys.
    public let codes = KeyDecoder.Codes()

    /// Reading from a pad never refreshes the screen, as reading from a window does.
    private let pad: UnsafeMutablePointer<WINDOW>
    private var characters = UTF8Assembler()
    private var clicks = ClickCounter()

    init(mouse: Bool) throws(SystemError) {
        guard let pad = newpad(1, 1) else { throw SystemError("prepare the keyboard", code: ENOMEM) }
        self.pad = pad
        nodelay(pad, true)
        enableKeypad()
        // Bytes above 127 as they are. The screen keeps from the terminal what this also sends: to have Alt sent as an
        // eighth bit would spoil UTF-8.
        meta(pad, true)
        // How long a lone Esc holds up the read: terminals send the rest of a sequence at once, and what a slow line
        // tears apart the key decoder puts together again.
        set_escdelay(25)
        for (sequence, code) in codes.definitions { define_key(sequence, code) }
        // Clicks are told from the presses here: ncurses would hold up the read to see whether another one comes.
        mouseinterval(0)
        if mouse { setMouse(true) }
    }

    /// Has ncurses ask the terminal for the sequences that it knows the keys by.
    func enableKeypad() {
        keypad(pad, true)
    }

    /// Everything that has arrived.
    public func read(at time: ContinuousClock.Instant) -> [Item] {
        var items: [Item] = []
        while true {
            let value = wgetch(pad)
            switch value {
            case ERR: return items
            // One key may stand for several reports.
            case KEY_MOUSE:
                var report = MEVENT()
                while getmouse(&report) == OK {
                    if let event = event(for: report, at: time) { items.append(.mouse(event)) }
                }
            // The size is asked for when the signal arrives.
            case KEY_RESIZE: break
            case 0..<128 where characters.isEmpty: items.append(.unit(.scalar(UInt32(value))))
            case 0..<256: items += characters.take(UInt8(value)).map { .unit(.scalar($0.value)) }
            default: items.append(.unit(.code(value)))
            }
        }
    }

    func setMouse(_ isOn: Bool) {
        mousemask(isOn ? CN_MOUSE_MASK : 0, nil)
    }

    private func event(for report: MEVENT, at time: ContinuousClock.Instant) -> MouseEvent? {
        let (column, row) = (Int(report.x), Int(report.y))
        if report.bstate & CN_MOUSE_WHEEL_UP != 0 { return MouseEvent(kind: .wheelUp, column: column, row: row) }
        if report.bstate & CN_MOUSE_WHEEL_DOWN != 0 { return MouseEvent(kind: .wheelDown, column: column, row: row) }
        // Clicks that arrive together ncurses has counted already.
        if report.bstate & CN_MOUSE_DOUBLE != 0 { return MouseEvent(kind: .doubleClick, column: column, row: row) }
        guard report.bstate & CN_MOUSE_PRESS != 0 else { return nil }
        let isDouble = clicks.isDouble(column: column, row: row, at: time)
        return MouseEvent(kind: isDouble ? .doubleClick : .press, column: column, row: row)
    }
}

/// What ncurses knows of a terminal, and how it takes it.
enum NcursesTerminal {
    /// Whether this machine describes a terminal of that name.
    static func isDescribed(_ name: String) -> Bool { setUp(name) }

    private static func setUp(_ name: String?) -> Bool {
        var found: Int32 = 0
        setupterm(name, STDOUT_FILENO, &found)
        return found == 1
    }

    /// By the description that is found for `TERM`.
    static func facts() -> TerminalCheck.Facts {
        let type = getenv("TERM").map { String(cString: $0) }
        let description = TerminalDescription(for: type, isKnown: isDescribed)
        let isFound = description?.withEntry { setUp($0) } ?? setUp(nil)
        let colors = isFound ? Int(tigetnum("colors")) : 0
        return TerminalCheck.Facts(
            inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1, type: type,
            canMoveCursor: isFound ? cn_capability("cup") != nil : nil, colors: colors > 0 ? colors : nil,
            description: description)
    }

    /// A capability as bytes, without the pauses (`$<5>`) that terminals of metal need.
    static func capability(_ name: String) -> String {
        guard let value = cn_capability(name) else { return "" }
        var bytes: [UInt8] = []
        var rest = Substring(String(cString: value)).utf8
        while let byte = rest.popFirst() {
            // The engine of regular expressions costs more than all else that is asked of the terminal's description.
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[rest.index(after: end)...]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the description in use says that a boolean capability is there.
    static func has(_ name: String) -> Bool { tigetflag(name) > 0 }

    /// Takes it, by a description of ours or by that for `TERM`.
    static func begin(
        _ description: TerminalDescription?, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>
    ) -> Bool {
        description?.withEntry { newterm($0, output, input) != nil } ?? (newterm(nil, output, input) != nil)
    }
}
