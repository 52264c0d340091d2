import TerminalCanvas

/// The signs on the screen, and how keys are written.
enum LegendWords: Equatable {
    case signs
    case keys
    case done
    case begun
    case notBegun
    case inOrder
    case wrong
    case attention
    case restricted
    case external
    case inBasket
    case required
    case example
    case control
    case alt
    case shiftTab
    case enter
    case backspace
    case page
}
