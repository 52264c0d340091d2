/// A cursor in a list and the first row in sight.
struct ListPosition: Equatable {
    var selection: Int
    var top: Int

    /// Moves the cursor, or only keeps it in the list; `visible` is the number of items in sight.
    mutating func move(_ movement: Movement?, count: Int, visible: Int) {
        switch movement {
        case .up: selection -= 1
        case .down: selection += 1
        case .pageUp: turn(by: -max(1, visible - 1))
        case .pageDown: turn(by: max(1, visible - 1))
        case .start: selection = 0
        case .end: selection = count - 1
        case nil: break
        }
        clamp(count: count, visible: visible)
    }

    /// The whole page moves, and the cursor keeps its place on it.
    private mutating func turn(by items: Int) {
        selection += items
        top += items
    }

    /// Where the cursor of a list comes to whose rows in sight nobody keeps.
    static func moved(_ selection: Int, _ movement: Movement, count: Int, visible: Int) -> Int {
        var position = ListPosition(selection: selection, top: 0)
        position.move(movement, count: count, visible: visible)
        return position.selection
    }

    /// Keeps the cursor in the list and in sight.
    mutating func clamp(count: Int, visible: Int) {
        selection = min(max(0, selection), max(0, count - 1))
        top = min(max(0, top), max(0, count - visible))
        if selection < top { top = selection }
        if selection >= top + visible { top = selection - visible + 1 }
        top = min(max(0, top), max(0, count - visible))
    }
}
