import FoundationEssentials

/// From the basket to a draft: of everything where that is one request, else of what the person chooses.
extension AppState {
    mutating func beginRequest() -> [Effect] {
        basket.chosen = nil
        let groups = basketGroups.filter(\.isRequest)
        guard groups.count > 1 else { return [.makeDraftID] }
        let here = groups.firstIndex { $0.items.contains { $0.id == basketItemInHand?.id } } ?? 0
        overlay = .chooseRequest(selection: here)
        return []
    }

    /// What can be chosen: each group and, where the portal may take it, everything at once.
    public var requestChoices: [BasketGroup] {
        let groups = basketGroups.filter(\.isRequest)
        let all = groups.flatMap(\.items)
        return groups.count > 1 && BasketGrouping.mayBeTried(all)
            ? groups + [BasketGroup(items: all, name: nil, reason: nil)] : groups
    }

    /// What was chosen becomes a draft. It stays in the basket until the portal has made the application.
    mutating func openNewDraft(_ id: DraftID) -> [Effect] {
        let direct = basket.direct
        let items = direct.map { [$0] } ?? itemsForRequest
        basket.chosen = nil
        basket.direct = nil
        guard !items.isEmpty else { return [] }
        let draft = Draft(id: id, datasets: items, created: now, modified: now)
        // The key was pressed twice: it is being looked for.
        if let session = wizard?.session, case .claiming = session.opening,
            Set(session.draft.identifiers) == Set(draft.identifiers)
        {
            return []
        }
        // The key was pressed twice, or whether the portal made the first one is not known yet.
        let begun = requests.drafts.first { other in
            other.application == nil && Set(other.identifiers) == Set(draft.identifiers)
        }
        if let begun {
            return openWizard(on: begun) + show(.information, .basket(.begunBefore))
        }
        if let standing = standingRequest(for: draft.identifiers) {
            return askForAnother(draft, skipsDatasets: direct != nil, question(about: standing.id, standing.state))
        }
        let left = direct == nil ? basket.items.count - items.count : 0
        let effects = claim(draft)
        // What is asked for was read a moment ago.
        wizard?.skipsDatasets = direct != nil
        return left > 0 ? effects + show(.information, wordsAboutOthers(left)) : effects
    }

    /// A request for the same datasets that the portal has and that was not turned down or ended.
    private func standingRequest(for identifiers: [String]) -> ApplicationSummary? {
        requests.applications.first {
            $0.state.keepsRequest && Set($0.datasets.map(\.identifier)) == Set(identifiers)
        }
    }

    func question(about standing: ApplicationID, _ state: ApplicationState) -> Message {
        .basket(.standing(number: standing.rawValue, state: state))
    }

    /// The question holds the draft itself: what is chosen meanwhile is another matter.
    mutating func askForAnother(_ draft: Draft, skipsDatasets: Bool, _ question: Message) -> [Effect] {
        overlay = .confirm(
            Confirmation(
                subject: .anotherRequest(draft, skipsDatasets: skipsDatasets), question: question, word: "another"))
        return []
    }

    /// Another request on purpose, though one for the same datasets stands at the portal.
    mutating func openAnother(_ draft: Draft, _ skipsDatasets: Bool) -> [Effect] {
        let effects = openWizard(on: draft, begins: .anew)
        wizard?.skipsDatasets = skipsDatasets
        return effects
    }

    private func wordsAboutOthers(_ count: Int) -> Message {
        if profile?.capabilities.datasetsPerRequest != nil {
            return .basket(.oneAtATime)
        }
        return count == 1
            ? .basket(.otherStays)
            : .basket(.othersStay(count: count))
    }

    /// What was chosen, else all that one request can hold, from the cursor on where the portal takes only so many.
    private var itemsForRequest: [BasketItem] {
        let groups = basketGroups.filter(\.isRequest)
        let all = groups.flatMap(\.items)
        if let chosen = basket.chosen { return all.filter { chosen.contains($0.id) } }
        guard let limit = profile?.capabilities.datasetsPerRequest, limit < all.count else {
            return groups.first?.items ?? []
        }
        let first = max(0, min(basket.selection, all.count - limit))
        return Array(all[first..<first + limit])
    }

    /// Remembers with the datasets what the portal said of them: the basket shows it from now on.
    mutating func note(_ refusal: DatasetRefusal) -> [Effect] {
        for index in basket.items.indices {
            guard let identifier = basket.items[index].identifier else { continue }
            switch refusal {
            case .together(let identifiers) where identifiers.contains(identifier):
                basket.items[index].refusedWith.insert(identifiers)
            case .alone(identifier, let words): basket.items[index].refusal = words
            case .together, .alone: break
            }
        }
        moveBasket(nil)
        return [keepBasket()]
    }

    /// The wizard could not make one request of it: the basket asks which it is to be.
    mutating func returnToBasket() -> [Effect] {
        wizard = nil
        screen = .basket
        moveBasket(nil)
        return basketGroups.contains(where: \.isRequest) ? beginRequest() : []
    }
}
