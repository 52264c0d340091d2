/// Which way a cursor or a text moves.
enum Movement: Hashable, Sendable, CaseIterable {
    case up, down, pageUp, pageDown, start, end

    /// Nil for a command that moves nothing.
    init?(_ command: Command) {
        guard let way = Self.allCases.first(where: { $0.command == command }) else { return nil }
        self = way
    }

    /// The command that moves this way.
    var command: Command {
        switch self {
        case .up: .moveUp
        case .down: .moveDown
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .start: .moveToStart
        case .end: .moveToEnd
        }
    }
}

extension AppState {
    /// An offset of a text after it has moved, within what the view last measured.
    func scrolled(_ offset: Int, _ movement: Movement) -> Int {
        let page = max(1, pageRows - 1)
        let current = min(offset, scrollLimit)
        let moved =
            switch movement {
            case .up: current - 1
            case .down: current + 1
            case .pageUp: current - page
            case .pageDown: current + page
            case .start: 0
            case .end: scrollLimit
            }
        return min(max(0, moved), scrollLimit)
    }
}
