import Glibc

/// Whether this terminal can show the program at all, found out before anything is drawn.
public enum TerminalCheck {
    /// What the check looks at.
    public struct Facts: Sendable, Hashable {
        public var inputIsTerminal: Bool
        public var outputIsTerminal: Bool
        /// The value of `TERM`.
        public var type: String?
        /// Whether the terminal's description says how to move the cursor; nil when there is no description.
        public var canMoveCursor: Bool?
        /// How many colours the description names; nil when it names none.
        public var colors: Int?

        public init(
            inputIsTerminal: Bool, outputIsTerminal: Bool, type: String?, canMoveCursor: Bool?, colors: Int? = nil
        ) {
            self.colors = colors
            self.inputIsTerminal = inputIsTerminal
            self.outputIsTerminal = outputIsTerminal
            self.type = type
            self.canMoveCursor = canMoveCursor
        }
    }

    /// Why the screen cannot be shown, in words for the user.
    public enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        case inputIsNoTerminal
        case outputIsNoTerminal
        case noType
        case unknownType(String)
        case tooSimple(String)

        public var description: String {
            switch self {
            case .inputIsNoTerminal:
                """
                The keyboard is not connected: standard input is not a terminal. Start the program directly in a \
                terminal, without a pipe or a file in front of it; over SSH use `ssh -t`.
                """
            case .outputIsNoTerminal:
                """
                The screen is not connected: standard output is not a terminal. Start the program directly in a \
                terminal, without `|` or `>` behind it; over SSH use `ssh -t`.
                """
            case .noType:
                """
                The kind of terminal is not known, because TERM is not set. Set it to what your terminal is, for \
                example: export TERM=xterm-256color
                """
            case .unknownType(let type):
                """
                This computer has no description of the terminal “\(Self.printable(type))” that TERM names. Try \
                export TERM=xterm-256color, or install the package ncurses-term.
                """
            case .tooSimple(let type):
                """
                The terminal “\(Self.printable(type))” that TERM names cannot move its cursor, so no screen can be \
                shown. If your terminal can do more, try: export TERM=xterm-256color
                """
            }
        }

        /// The variable is the user's own, but its value need not be: no control may reach the terminal.
        private static func printable(_ type: String) -> String {
            String(type.unicodeScalars.prefix(64).filter { $0.value > 0x20 && $0.value < 0x7F }.map(Character.init))
        }
    }

    /// The first reason against showing the screen; nil when there is none.
    public static func refusal(for facts: Facts) -> Refusal? {
        guard facts.inputIsTerminal else { return .inputIsNoTerminal }
        guard facts.outputIsTerminal else { return .outputIsNoTerminal }
        guard let type = facts.type, !type.isEmpty else { return .noType }
        // Editors and build tools say "dumb" without meaning a terminal that has a description.
        guard type != "dumb" else { return .tooSimple(type) }
        guard let canMoveCursor = facts.canMoveCursor else { return .unknownType(type) }
        return canMoveCursor ? nil : .tooSimple(type)
    }
}

/// The characters that the locale allows.
public enum CharacterSupport: Sendable, Hashable {
    case unicode
    /// Frames and marks are drawn with ASCII, and what a description holds beyond it as `?`.
    case ascii

    /// Chooses the locale that the environment names, or `C.UTF-8` where that one lacks UTF-8 or does not exist.
    ///
    /// Must run before the screen starts. An environment that asks for ASCII by `LC_ALL=C` or `POSIX` keeps it.
    public static func fromEnvironment() -> CharacterSupport {
        let named = setlocale(LC_CTYPE, "") != nil
        if isUTF8 { return .unicode }
        let wish = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
            .compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
            .first { !$0.isEmpty }
        if named, let wish, asksForASCII(wish) { return .ascii }
        for candidate in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, candidate) != nil {
            if isUTF8 { return .unicode }
        }
        return .ascii
    }

    /// Only an explicit wish: a bare Debian or a cluster node often names no locale or one that is not installed.
    static func asksForASCII(_ locale: String) -> Bool { locale == "C" || locale == "POSIX" }

    private static var isUTF8: Bool {
        nl_langinfo(Int32(CODESET)).map { String(cString: $0).uppercased() == "UTF-8" } ?? false
    }
}
