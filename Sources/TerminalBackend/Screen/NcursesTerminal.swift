import CNcurses
import Glibc

/// What ncurses knows of a terminal, without taking it.
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
        return String(cString: value).replacing(/\$<[^>]*>/, with: "")
    }
}
