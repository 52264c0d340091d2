import FoundationEssentials

/// The one place where the state changes: what happened goes in, what is to be done comes out.
///
/// Pure: no clock (the store sets `state.now`), no ids of its own, no input or output.
public func reduce(into state: inout AppState, _ action: AppAction) -> [Effect] {
    let (place, said, wasAsked) = (Place(state), state.message.number, state.isAsked)
    let wasInWizard = state.isInUnsentWizard
    var effects = carryOut(action, on: &state) + state.tellHeldFinding()
    if wasInWizard { effects += state.askAfterWizard() }
    state.settleMessage(from: place, number: said, isKey: action.isOfPerson)
    if state.isAsked, !wasAsked { state.askedAt = state.now }
    if action.tellsOfFailingPortal { state.hasPortalFailed = true }
    return action.isRefusedAsSignedOut ? effects + state.signInLost() : effects
}

private func carryOut(_ action: AppAction, on state: inout AppState) -> [Effect] {
    switch action {
    case .started(let stored): state.start(stored)
    case .input(let input): state.handle(input)
    case .commandChosen(let command): state.perform(command)
    case .timerFired(let timer): state.timerFired(timer)
    case .clicked(let target, let kind): state.clicked(target, kind)
    case .measured(let extent): state.measured(extent)

    case .recalled(let id, let kept): state.recalled(id, kept)
    case .answered(let id, let result): state.answered(id, result)
    case .request(let id, let event): state.requestEvent(id, event)
    case .callWaits(let wait): state.callWaits(wait)
    case .channel(let news): state.channelTold(news)

    case .session(let id, let event): state.sessionEvent(id, event)
    case .editorClosed(let field, let result): state.editorClosed(field, result)
    case .members(let id, let event): state.membersEvent(id, event)
    case .file(let event): state.fileEvent(event)
    case .identity(let event): state.identityEvent(event)

    case .draftIDMade(let id): state.openNewDraft(id)
    case .requestClaimed(let draft, let finding): state.requestClaimed(draft, finding)
    case .draftDiscarded(let id, let failure): state.draftDiscarded(id, failure)
    case .submissionKept(let id, let failure): state.submissionKept(id, failure)

    case .writingFinished: state.writingFinished()
    case .basketKept(let failure): state.basketKept(failure)
    case .keptInCache(let failure): state.record(failure)
    case .personKept(let failure): state.personKept(failure)
    case .copied(let bytes): state.show(.success, .general(.copied(bytes: bytes)))
    case .clipboardUnavailable(let text): state.showForSelecting(text)
    case .pagerClosed(let failure): state.pagerClosed(failure)
    case .noted(let note): state.show(.warning, .because(note))
    case .catalogueLinesSkipped(let lines): state.catalogueLinesSkipped(lines)
    case .catalogueRead(let reading): state.catalogueRead(reading)
    case .portalOpened(let result): state.portalOpened(result)
    case .portals(let event): state.portalsEvent(event)
    case .searches(let event): state.searchesEvent(event)
    case .mirror(let event): state.mirrorEvent(event)
    case .data(let event): state.dataEvent(event)
    }
}

extension AppState {
    /// The first frame shows what the last run left; everything newer is asked for behind it.
    mutating func start(_ stored: StoredState) -> [Effect] {
        person = stored.person
        dataKey = stored.dataKey
        searches = stored.searches
        if let table = stored.table { browser.table = table }
        basket.items = stored.basket
        moveBasket(nil)
        // Taken in hand and left before anything was made of it.
        requests.drafts = stored.drafts.filter { $0.revision > 0 || $0.application != nil || !$0.answers.isEmpty }
        requests.heldElsewhere = stored.heldElsewhere
        requests.seen = stored.seen
        moveRequests(nil)
        if let last = stored.lastResults { browser.restore(last) }
        guard profile != nil else { return [] }
        browser.isPreviewAway = terminal.isWide
        var effects = runSearch() + restPreview(after: 0)
        effects += loadFilters()
        effects += refreshRequests() + pollAgain()
        if stored.hasSavedSearches { effects += tellNewsAtStart() }
        if let there = portals.opensThere {
            portals.opensThere = nil
            effects += openDataset(there.dataset)
        }
        if let draft = requests.drafts.first(where: { stored.heldElsewhere[$0.id] == nil && $0.phase != .submitted }) {
            effects += show(
                .information,
                .general(.draftFound(count: draft.datasets.count)))
        }
        return effects
    }

    mutating func handle(_ input: TerminalInput) -> [Effect] {
        switch input {
        case .key(let key): return handle(key)
        case .paste(let text): return pane.paste(text, in: &self)
        case .pasteWasCut(let characters):
            return show(
                .warning, .general(.pasteCut(characters: characters)))
        case .mouse(let event): return handle(event)
        case .statusAnswer: return []
        case .resized(let columns, let rows):
            terminal.columns = columns
            terminal.rows = rows
            return keepInSight()
        }
    }

    mutating func timerFired(_ timer: TimerID) -> [Effect] {
        switch timer {
        case .searchDebounce: return asked(runSearch())
        case .previewRest:
            browser.isPreviewAway = false
            return loadPreview()
        case .pagesRest: return restOnPages()
        case .typingRest:
            lettersTyped = 0
            return []
        case .journalDraft: return wizardTurn { $0.session.journalTimerFired(&$1.session) }
        case .saveAtService: return wizardTurn { $0.session.saveAtService(&$1.session) }
        case .retryJournal: return inAllWizards { $0.session.retryJournal(&$1.session) }
        case .tryAgain: return tryAgain()
        case .pollRequests: return pollRequests()
        case .askAsTold: return askAsTold()
        case .clearToast:
            toast = nil
            return []
        case .ticker:
            return isLoading || login?.isCounting == true ? tick() : []
        }
    }

    fileprivate mutating func measured(_ extent: ScrollExtent) -> [Effect] {
        scrollLimit = extent.maximumOffset
        textFits = extent.maximumOffset == 0
        return []
    }
}

extension AppAction {
    /// Done by the person, who looks at what comes of it.
    fileprivate var isOfPerson: Bool {
        if case .clicked = self { return true }
        guard case .input(let input) = self else { return false }
        switch input {
        case .key, .paste, .mouse: return true
        case .pasteWasCut, .statusAnswer, .resized: return false
        }
    }
}
