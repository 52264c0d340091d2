extension KeyContext {
    public static let tour = KeyContext("tour", "Tour", moves: .list)
}

/// What somebody new looks at first.
struct TourPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("T")], "showTour", in: [.global], "tour", "Show the places to begin with.",
            when: { $0.isOpen },
            run: {
                $0.screen = .tour
                return []
            }),
        CommandSpec(
            [.enter], .choose, in: [.tour], "go there", "Go to this place.", importance: 9,
            run: { $0.perform([.showBrowser, .showBasket, .showRequests][$0.tour.selection]) }),
    ]

    func context(in state: AppState) -> KeyContext { .tour }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.tour.selection = ListPosition.moved(
            state.tour.selection, movement, count: TourState.count, visible: TourState.count)
        return []
    }

    func goBack(in state: inout AppState) -> [Effect] {
        state.screen = .browser
        return []
    }
}
