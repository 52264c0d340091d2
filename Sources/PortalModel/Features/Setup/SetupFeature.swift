extension AppState {
    mutating func setupCommand(_ command: Command) -> [Effect] {
        // One portal is opened at a time.
        if command == .choose, setup.isOpening { return [] }
        switch command {
        case .moveUp, .moveToStart, .pageUp: setup.selection = 0
        case .moveDown, .moveToEnd, .pageDown: setup.selection = 1
        case .choose where setup.selection == 0: return changeOver(to: .demo)
        case .choose: return setUpPortal()
        default: break
        }
        return []
    }
}
