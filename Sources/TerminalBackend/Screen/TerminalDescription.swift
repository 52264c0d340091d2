import CMachine
import Glibc
import PortalModel

/// By which description the terminal is written to: the one that `TERM` names, or the nearest that can be had.
///
/// A machine knows a handful of terminals; the person's own may be younger. What is missing the program brings along, as
/// values of `TERMINFO` that hold the description itself, so that no file is needed.
public struct TerminalDescription: Sendable, Hashable {
    /// Where the description of the terminal came from.
    public enum Source: Sendable, Hashable {
        /// The machine's own terminfo.
        case machine
        /// Brought along.
        case program
    }

    /// What `TERM` says.
    public let asked: String
    /// The name of the description that is used.
    public let taken: String
    /// Where the description came from.
    public let source: Source

    /// Whether another terminal's description stands in for the asked one.
    public var isStandIn: Bool { asked != taken }

    /// Nil when nothing is to stand in: without a name, and for `dumb`, by which editors mean that there is no screen.
    ///
    /// - Parameter isKnown: whether this machine has a description of that name.
    public init?(for type: String?, isKnown: (String) -> Bool) {
        guard let type, !type.isEmpty, type != "dumb" else { return nil }
        asked = type
        if isKnown(type) {
            (taken, source) = (type, .machine)
        } else if Self.isBroughtAlong(type) {
            (taken, source) = (type, .program)
        } else {
            (taken, source) = (Self.nearest(to: type), .program)
        }
    }

    /// What is said when something stands in.
    public var reason: Reason {
        .setup(.unknownTerminal(name: Self.printable(asked), usedAs: isStandIn ? taken : nil))
    }

    /// The same in English.
    public var words: String { reason.sentence }

    /// Runs `body` with the description in the environment, where ncurses looks for it. Afterwards the environment is as
    /// it was: the editor and the pager get the person's own.
    ///
    /// Call it before other threads are at work, since they may read the environment.
    func withEntry<Value>(_ body: (_ name: String) throws -> Value) rethrows -> Value {
        guard source == .program, let entry = cm_terminfo(taken) else { return try body(taken) }
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", entry, 1)
        defer { if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") } }
        return try body(taken)
    }

    // MARK: - Which one

    static func isBroughtAlong(_ name: String) -> Bool { cm_terminfo(name) != nil }

    /// Families by the beginnings of their names, the most telling first.
    private static let families: [(beginnings: [String], taken: String)] = [
        (["xterm-kitty", "kitty"], "xterm-kitty"), (["xterm-ghostty", "ghostty"], "xterm-ghostty"),
        (["tmux"], "tmux-256color"), (["screen"], "screen-256color"), (["alacritty"], "alacritty"), (["foot"], "foot"),
        (["putty"], "putty-256color"), (["rxvt", "urxvt"], "rxvt-unicode-256color"), (["linux", "fbterm"], "linux"),
        // Not vte, which is an xterm.
        (["vt1", "vt2", "vt3", "vt4", "vt5", "ansi"], "vt100"),
    ]

    /// A name that nobody knows is most likely a new terminal's, and those understand xterm's sequences.
    static func nearest(to type: String) -> String {
        let name = type.lowercased()
        for family in families where family.beginnings.contains(where: { name.hasPrefix($0) }) { return family.taken }
        return "xterm-256color"
    }

    /// The variable is the user's own, but its value need not be: no control may reach the terminal.
    static func printable(_ type: String) -> String {
        String(type.unicodeScalars.prefix(64).filter { $0.value > 0x20 && $0.value < 0x7F }.map(Character.init))
    }
}
