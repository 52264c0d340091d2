import Glibc

/// Whether this terminal can show the program at all, found out before anything is drawn.
public enum TerminalCheck {
    /// What the check looks at.
    public struct Facts: Sendable, Hashable {
        /// Whether standard input is a terminal.
        public var inputIsTerminal: Bool
        /// Whether standard output is a terminal.
        public var outputIsTerminal: Bool
        /// The value of `TERM`.
        public var type: String?
        /// Whether the terminal's description says how to move the cursor; nil when there is no description.
        public var canMoveCursor: Bool?
        /// How many colours the description names; nil when it names none.
        public var colors: Int?
        /// By which the terminal would be written to; nil where there is nothing to go by.
        public var description: TerminalDescription?

        public init(
            inputIsTerminal: Bool, outputIsTerminal: Bool, type: String?, canMoveCursor: Bool?, colors: Int? = nil,
            description: TerminalDescription? = nil
        ) {
            self.colors = colors
            self.description = description
            self.inputIsTerminal = inputIsTerminal
            self.outputIsTerminal = outputIsTerminal
            self.type = type
            self.canMoveCursor = canMoveCursor
        }
    }

    /// Why the screen cannot be shown, in words for the user.
    public enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// Standard input is a file or a pipe.
        case inputIsNoTerminal
        /// Standard output is a file or a pipe.
        case outputIsNoTerminal
        /// TERM is not set or empty.
        case noType
        /// TERM names a type that no description is to be had of.
        case unknownType(String)
        /// TERM names a type that cannot place the cursor or clear the screen.
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
                This computer has no description of the terminal “\(TerminalDescription.printable(type))” that TERM \
                names, and the program's own cannot be read. Try export TERM=xterm-256color, or install the package \
                ncurses-term.
                """
            case .tooSimple(let type):
                """
                The terminal “\(TerminalDescription.printable(type))” that TERM names cannot move its cursor, so no \
                screen can be shown. If your terminal can do more, try: export TERM=xterm-256color
                """
            }
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
