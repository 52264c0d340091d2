import TerminalCanvas

/// What this program is.
enum AboutWords: Equatable {
    case title
    case body(portal: TerminalText)
}
