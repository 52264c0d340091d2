extension KeyContext {
    /// The list of what was put aside.
    public static let basket = KeyContext("basket", "Basket", moves: .list)
}

/// The datasets that were collected, by the requests that they would be.
struct BasketPane: Pane {
    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("n")], .newRequest, in: [.basket], "new request",
            "Ask for access to what is in the basket.", importance: 8, when: { $0.newRequestAvailability },
            run: { $0.beginRequest() }),
        CommandSpec(
            [.enter, .right, .character("l")], .open, in: [.basket], "open", "Open the dataset.", importance: 7,
            when: { $0.anyInBasket }, run: { state in state.basketItemInHand.map { state.openDataset($0.id) } ?? [] }),
        CommandSpec(
            [.character("d"), .delete], .removeFromBasket, in: [.basket], "remove", "Take the dataset out.",
            importance: 6, also: ["delete", "take out"], when: { $0.anyInBasket },
            run: { state in state.basketItemInHand.map { state.remove([$0.id]) } ?? [] }),
        CommandSpec(
            [.character("u")], .undoRemove, in: [.basket], "undo", "Put back what was taken out last.", importance: 5,
            also: ["undo", "restore"],
            when: {
                $0.basket.lastRemoved.isEmpty ? .unavailable(reason: .basket(.nothingTakenOut)) : .available
            },
            run: { $0.putBack() }),
    ]

    func context(in state: AppState) -> KeyContext { .basket }
    func pageRows(in state: AppState) -> Int { BasketLayout(state.layout).visibleItems }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.moveBasket(movement)
        return []
    }

    func goBack(in state: inout AppState) -> [Effect] {
        state.screen = .browser
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        let lines = state.basketLines
        // The list may have changed since it was drawn.
        guard case .row(let line) = target, lines.lines.indices.contains(line), let index = lines.item(at: line)
        else { return [] }
        let again = index == state.basket.selection
        state.basket.selection = index
        return again || kind == .doubleClick ? state.perform(.open) : []
    }
}

extension AppState {
    fileprivate var anyInBasket: Availability {
        basket.items.isEmpty ? .unavailable(reason: .basket(.isEmpty)) : .available
    }

    /// A catalogue that takes no requests says so, and whom to ask as far as that is known by now.
    var newRequestAvailability: Availability {
        guard case .unavailable(let reason) = offered(.requests) else { return basketAnswer }
        let detail = browser.fetched.first { $0.detail.summary.id == basketItemInHand?.id }?.detail
        let contact = detail?.contacts.first.map { contact in
            [contact.name, contact.email.map { "<\($0)>" }].compactMap(\.self).joined(separator: " ")
        }
        return .unavailable(
            reason: .basket(.noRequestsHere(reason: reason, contact: contact)))
    }

    private var basketAnswer: Availability {
        guard !basket.items.isEmpty else {
            return .unavailable(reason: .basket(.isEmptyHere))
        }
        let groups = basketGroups
        guard let reason = groups.first?.reasonNotHere, groups.allSatisfy({ !$0.isRequest }) else { return .available }
        return .unavailable(reason: reason)
    }
}

/// The basket holds several requests: which is it to be?
struct RequestChoicePane: Pane {
    let selection: Int

    /// Has the keys of a menu.
    func context(in state: AppState) -> KeyContext { .menu }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        let count = state.requestChoices.count
        state.overlay = .chooseRequest(
            selection: ListPosition.moved(selection, movement, count: count, visible: max(count, 1)))
        return []
    }

    func choose(in state: inout AppState) -> [Effect] {
        let choices = state.requestChoices
        state.overlay = nil
        guard choices.indices.contains(selection) else { return [] }
        state.basket.chosen = choices[selection].items.map(\.id)
        return [.makeDraftID]
    }
}
