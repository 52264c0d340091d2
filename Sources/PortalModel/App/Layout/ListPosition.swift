/// A cursor in a list and the first row in sight.
struct ListPosition: Equatable {
    var selection: Int
    var top: Int
    /// At the edge, scroll by half of what is in sight instead of by one: where scrolling is dear.
    var jumps = false

    /// Moves by a command; `visible` is the number of items in sight.
    mutating func move(_ command: Command, count: Int, visible: Int) {
        switch command {
        case .moveUp: selection -= 1
        case .moveDown: selection += 1
        case .pageUp: turn(by: -max(1, visible - 1))
        case .pageDown: turn(by: max(1, visible - 1))
        case .moveToStart: selection = 0
        case .moveToEnd: selection = count - 1
        default: break
        }
        clamp(count: count, visible: visible)
    }

    /// The whole page moves, and the cursor keeps its place on it.
    private mutating func turn(by items: Int) {
        selection += items
        top += items
    }

    /// Keeps the cursor in the list and in sight.
    mutating func clamp(count: Int, visible: Int) {
        selection = min(max(0, selection), max(0, count - 1))
        top = min(max(0, top), max(0, count - visible))
        let leap = jumps ? visible / 2 : 0
        if selection < top { top = selection - leap }
        if selection >= top + visible { top = selection - visible + 1 + leap }
        top = min(max(0, top), max(0, count - visible))
    }
}
