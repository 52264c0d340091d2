import FoundationEssentials

/// The catalogue that is kept on this machine: looked at, filled, and asked in the portal's place.
extension AppState {
    mutating func showMirror() -> [Effect] {
        overlay = .mirror(offset: 0)
        return [.mirror(.look)]
    }

    /// - Parameter records: reads so many full records too.
    mutating func fillMirror(records: Int? = nil) -> [Effect] {
        guard mirror.filling == nil else { return [] }
        mirror.filling = MirrorPaneState.Filling(since: now)
        mirror.problem = nil
        return [.mirror(records.map { .fillWithRecords($0) } ?? .fill)] + tick()
    }

    mutating func stopFillingMirror() -> [Effect] { mirror.filling == nil ? [] : [.mirror(.stop)] }

    mutating func toggleSource() -> [Effect] {
        let left = leaveOverlay()
        return left + ask(browser.source == .portal ? .mirror : .portal)
    }

    // MARK: - Who is asked

    /// Asks somebody else about datasets from here on. What only the one before could be asked is taken off, and said.
    mutating func ask(_ source: CatalogueSource) -> [Effect] {
        guard browser.source != source else { return [] }
        let stopped = stopReads()
        let before = browser.query
        browser.source = source
        browser.query.facets.removeAll { source == .portal ? $0.isOfMirror : $0.isOfBeacon }
        if source == .mirror { browser.query.includeBeacon = false }
        browser.remember(from: before)
        let lost = before.facets.count - browser.query.facets.count
        forgetAnswers()
        screen = .browser
        browser.openedFrom = nil
        browser.focus = .list
        let change: Message = .mirror(
            source == .mirror
                ? .asksMirror(datasets: mirror.facts?.datasets ?? 0, age: mirrorAge) : .asksPortal)
        let words = lost > 0 ? [change, .mirror(.facetsLeft(count: lost, to: source))] : [change]
        return stopped + runSearch() + loadFilters() + show(.information, .several(words))
    }

    /// What the one before has answered is not what the other one would.
    private mutating func forgetAnswers() {
        var facets = FacetPanel()
        facets.isOpen = browser.facets.isOpen
        browser.facets = facets
        browser.results = ResultList()
        browser.selection = 0
        browser.top = 0
        browser.markAnchor = nil
        browser.detail = nil
        browser.trail = []
        browser.fetched = []
        browser.answersTake = nil
        browser.entry = LineEntry()
        browser.searchField = TextBuffer(browser.query.text)
    }

    /// In seconds, since the portal was asked last what is new; nil before the first filling was done.
    private var mirrorAge: Int? {
        mirror.facts?.checkedAt.map { max(0, Int(now.timeIntervalSince($0))) }
    }

    // MARK: - Where the portal is not to be reached

    /// Nothing came of a search: what is kept here may answer it.
    func offerMirror(after error: PortalError) -> [Effect] {
        browser.source == .portal && error.kind.isOfTheWay ? [.mirror(.look)] : []
    }

    private mutating func tellMirror() -> [Effect] {
        guard browser.source == .portal, let error = browser.results.error, error.kind.isOfTheWay, overlay == nil,
            let facts = mirror.facts, facts.datasets > 0
        else { return [] }
        return show(.information, .mirror(.canAnswer(datasets: facts.datasets, age: mirrorAge)))
    }

    // MARK: - What came of it

    mutating func mirrorEvent(_ event: MirrorEvent) -> [Effect] {
        switch event {
        case .found(.success(let facts)):
            mirror.facts = facts
            mirror.isKnown = true
            return tellMirror()
        case .found(.failure(let error)):
            mirror.facts = nil
            mirror.isKnown = true
            mirror.problem = error
            return record(error)
        case .progressed(let progress):
            mirror.filling?.progress = progress
            return []
        case .filled(let result): return mirrorFilled(result)
        }
    }

    private mutating func mirrorFilled(_ result: Result<MirrorReport, PortalError>) -> [Effect] {
        mirror.filling = nil
        switch result {
        case .success(let report):
            // What is on the screen may be of before.
            let effects = browser.source == .mirror ? runSearch(anew: true) + loadFilters(anew: true) : []
            return effects + show(.success, .mirror(.filled(report)))
        case .failure(let error):
            guard error.kind != .cancelled else { return show(.information, .mirror(.fillStopped)) }
            mirror.problem = error
            return show(error, kept: .mirror(.whatWasReadStays))
        }
    }

    // MARK: - What can be done

    var mirrorSourceAvailability: Availability {
        guard case .mirror = overlay else { return .hidden }
        if browser.source == .mirror || (mirror.facts?.datasets ?? 0) > 0 { return .available }
        return .unavailable(reason: .mirror(.noneYet))
    }

    var mirrorFillAvailability: Availability {
        guard case .mirror = overlay else { return .hidden }
        return mirror.filling == nil ? .available : .unavailable(reason: .mirror(.isFilling))
    }

    var mirrorStopAvailability: Availability {
        guard case .mirror = overlay, mirror.filling != nil else { return .hidden }
        return .available
    }
}
