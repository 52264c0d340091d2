/// One search of all portals that are set up.
extension AppState {
    mutating func showAllPortals() -> [Effect] {
        overlay = .allPortals
        if allPortals.query == nil, allPortals.line.isEmpty {
            // Typed over by the first letter, as the line of the list is.
            allPortals.line = TextBuffer(lineOfSearch)
            allPortals.line.selectAll()
        }
        allPortals.isTyping = allPortals.query == nil
        return [.portals(.listPortals)]
    }

    /// The line is asked, unless something is wrong with it.
    mutating func searchAllPortals() -> [Effect] {
        if allPortals.completion?.selection != nil { return takeAllPortalsCompletion() }
        allPortals.completion = nil
        do throws(QueryProblem) {
            allPortals.query = try QueryLine.parse(allPortals.line.text)
        } catch {
            allPortals.problem = error
            return []
        }
        allPortals.isTyping = false
        allPortals.wanted = AllPortalsState.page
        allPortals.rows = []
        allPortals.selection = 0
        return askAllPortals()
    }

    /// Those before whose answers are still awaited are not waited for any more.
    mutating func askAllPortals() -> [Effect] {
        guard let query = allPortals.query else { return [] }
        allPortals.lastNumber += 1
        guard let list = portals.list else {
            allPortals.awaitsPortals = true
            return [.portals(.listPortals)]
        }
        allPortals.awaitsPortals = false
        let names = askedGroup?.members ?? everyPortal(of: list)
        allPortals.portals = names.map { AllPortalsState.Asked(name: $0) }
        guard !names.isEmpty else { return [] }
        return [
            .portals(
                .searchAll(
                    AllPortalsSearch(
                        number: allPortals.lastNumber, line: query, portals: names, rows: allPortals.wanted,
                        seconds: AllPortalsState.patience)))
        ]
    }

    /// The portal that is open is asked too where it is none of them: the one that comes with the program, or one that was
    /// opened by its addresses.
    private func everyPortal(of list: [KnownPortal]) -> [String] {
        let known = list.filter { $0.draft != nil }.map(\.name)
        return [profile?.name].compactMap(\.self).filter { !known.contains($0) } + known
    }

    mutating func askAllForMore() -> [Effect] {
        allPortals.wanted += AllPortalsState.page
        return askAllPortals()
    }

    /// Answers to a question of before are nobody's any more.
    mutating func foundInAll(_ number: Int, _ name: String, _ outcome: PortalOutcome) -> [Effect] {
        guard number == allPortals.lastNumber else { return [] }
        allPortals.take(outcome, of: name)
        guard case .failed(let error, _) = outcome, error.kind != .cancelled else { return [] }
        return record(error)
    }

    // MARK: - A dataset

    mutating func openOfAll() -> [Effect] {
        guard let dataset = allPortals.selected else { return [] }
        return describe(AllPortalsState.Opened(dataset: dataset, number: 0))
    }

    /// The same dataset as the next portal has it.
    mutating func showNextPlace() -> [Effect] {
        guard var opened = allPortals.opened else { return [] }
        opened.place = (opened.place + 1) % opened.dataset.places.count
        return describe(opened)
    }

    mutating func describeAgain() -> [Effect] { allPortals.opened.map { describe($0) } ?? [] }

    private mutating func describe(_ opened: AllPortalsState.Opened) -> [Effect] {
        var opened = opened
        allPortals.lastDescription += 1
        opened.number = allPortals.lastDescription
        (opened.detail, opened.error, opened.offset) = (nil, nil, 0)
        scrollLimit = Self.unmeasured
        allPortals.opened = opened
        return [.portals(.describe(opened.number, portal: opened.placed.portal, opened.placed.dataset.id))]
    }

    mutating func describedOfAll(_ number: Int, _ result: Result<DatasetDetail, PortalError>) -> [Effect] {
        guard allPortals.opened?.number == number else { return [] }
        switch result {
        case .success(let detail):
            allPortals.opened?.detail = detail
            return []
        case .failure(let error):
            allPortals.opened?.error = error
            return record(error)
        }
    }

    mutating func showNextPart() -> [Effect] {
        guard let tab = allPortals.opened?.tab else { return [] }
        let tabs = AllPortalsState.tabs
        let place = tabs.firstIndex(of: tab) ?? 0
        allPortals.opened?.tab = tabs[(place + 1) % tabs.count]
        allPortals.opened?.offset = 0
        scrollLimit = Self.unmeasured
        return []
    }

    // MARK: - Going on there

    /// Access is asked for where the dataset is: at the portal that is open its page opens, to another one the program
    /// changes over after a question.
    mutating func goToItsPortal() -> [Effect] {
        guard let place = allPortals.opened?.placed ?? allPortals.selected?.first else { return [] }
        guard place.portal != profile?.name else {
            allPortals.opened = nil
            closeOverlay()
            return openDataset(place.dataset.id)
        }
        let title = portals.list?.first { $0.name == place.portal }?.title ?? place.portal
        allPortals.isBehind = true
        overlay = .confirm(
            Confirmation(
                subject: .goToPortal(place), question: .portals(.goThere(title: title, dataset: place.dataset.title)),
                word: "go"))
        return []
    }

    mutating func confirmedGoToPortal(_ place: PlacedDataset) -> [Effect] {
        allPortals.isBehind = false
        allPortals.opened = nil
        let choice: PortalChoice = place.portal == "demo" ? .demo : .named(place.portal)
        portals.opensThere = PortalsState.Destination(portal: choice, dataset: place.dataset.id)
        return changeOver(to: choice)
    }

    /// One level up: from the page to the list, from the line to the list, and out.
    mutating func leaveAllPortals() -> [Effect] {
        if allPortals.isTyping, closeAllPortalsCompletion() { return [] }
        if allPortals.opened != nil {
            allPortals.opened = nil
        } else if allPortals.isTyping, allPortals.query != nil {
            allPortals.isTyping = false
            allPortals.problem = nil
        } else {
            closeOverlay()
        }
        return []
    }
}
