import FoundationEssentials

/// The one place where the state changes: what happened goes in, what is to be done comes out.
///
/// Pure: no clock (the store sets `state.now`), no ids of its own, no input or output.
public func reduce(into state: inout AppState, _ action: AppAction) -> [Effect] {
    let (place, said, wasAsked) = (Place(state), state.message.number, state.isAsked)
    let effects = carryOut(action, on: &state) + state.tellHeldFinding()
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
    case .applicationCopied(let id, let result): state.applicationCopied(id, result)
    case .applicationDeleted(let id, let failure): state.applicationDeleted(id, failure)
    case .requestChanged(let id, let change, let failure): state.requestChanged(id, change, failure)
    case .callWaits(let wait): state.callWaits(wait)

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
    case .copied(let bytes): state.show(.success, "Copied (\(bytes) bytes), if your terminal allows it.")
    case .clipboardUnavailable(let text): state.showForSelecting(text)
    case .pagerClosed(let failure): state.pagerClosed(failure)
    case .noted(let note): state.show(.warning, note)
    case .catalogueLinesSkipped(let lines): state.catalogueLinesSkipped(lines)
    case .portalOpened(let result): state.portalOpened(result)
    case .portals(let event): state.portalsEvent(event)
    }
}

extension AppState {
    /// The first frame shows what the last run left; everything newer is asked for behind it.
    mutating func start(_ stored: StoredState) -> [Effect] {
        person = stored.person
        basket.items = stored.basket
        moveBasket(.redraw)
        // Taken in hand and left before anything was made of it.
        requests.drafts = stored.drafts.filter { $0.revision > 0 || $0.application != nil || !$0.answers.isEmpty }
        requests.heldElsewhere = stored.heldElsewhere
        requests.seen = stored.seen
        moveRequests(.redraw)
        if let last = stored.lastResults { browser.restore(last) }
        guard profile != nil else { return [] }
        var effects = runSearch()
        effects += loadFilters()
        effects += refreshRequests() + pollAgain()
        if let draft = requests.drafts.first(where: { stored.heldElsewhere[$0.id] == nil && $0.phase != .submitted }) {
            effects += show(
                .information,
                "A draft of \(draft.datasets.count == 1 ? "1 dataset" : "\(draft.datasets.count) datasets") was kept: "
                    + "3 opens the requests.")
        }
        return effects
    }

    mutating func handle(_ input: TerminalInput) -> [Effect] {
        switch input {
        case .key(let key): return handle(key)
        case .paste(let text): return paste(text)
        case .pasteWasCut(let characters):
            return show(
                .warning, "What was pasted is longer than \(characters) characters: the rest of it was left out.")
        case .mouse(let event): return handle(event)
        case .statusAnswer: return []
        case .resized(let columns, let rows):
            terminal.columns = columns
            terminal.rows = rows
            return keepInSight()
        }
    }

    /// Does a command if it can be done now, else says why not.
    mutating func perform(_ command: Command) -> [Effect] {
        if case .palette = overlay, !command.isPaletteCommand { overlay = nil }
        switch availability(of: command) {
        case .available: return personLeft(for: command) + asked(carryOut(command))
        // That all is there is good news.
        case .unavailable(let reason): return show(command == .nextMissing ? .success : .warning, reason)
        case .hidden: return []
        }
    }

    private mutating func carryOut(_ command: Command) -> [Effect] {
        switch command {
        case .showHelp: overlay = .help(find: TextBuffer(), offset: 0)
        case .showPalette: overlay = .palette(Palette())
        case .showFailures: overlay = .failures(offset: 0)
        case .showHealth: return showHealth()
        case .showMembers: return showMembers()
        case .editPerson: return editPerson()
        case .showPortals: return showPortals()
        case .showBrowser: return goToBrowser()
        case .search where overlay == nil: return beginSearch()
        case .showBasket: return go(to: .basket)
        case .showRequests: return go(to: .requests)
        case .signIn: return signIn()
        case .signOut: return signOut()
        case .openPager: return openPager()
        case .quit: return quit()
        case .cancel: return cancelAll()
        case .exportRequest: return beginExport()
        case .loadAnswers: return beginAnswersFile(.load)
        case .saveAnswers: return beginAnswersFile(.save)
        case .suspend: return [.host(.suspend)]
        case .redraw: return [.host(.redraw)]
        case .toggleMouse:
            terminal.usesMouse.toggle()
            return [.host(.setMouse(terminal.usesMouse))]
                + show(.information, terminal.usesMouse ? "Mouse on." : "Mouse off: the terminal can select text.")
        default:
            if overlay != nil { return overlayCommand(command) }
            return screenCommand(command)
        }
        return []
    }

    private mutating func screenCommand(_ command: Command) -> [Effect] {
        switch screen {
        case .browser:
            if command == .undoSearch { return undoSearch() }
            let before = browser.query
            defer { browser.remember(from: before) }
            switch browser.focus {
            case .list, .search: return browserCommand(command)
            case .facets: return facetCommand(command)
            case .detail: return datasetCommand(command)
            }
        case .basket: return basketCommand(command)
        case .requests:
            if requests.open != nil { return requestCommand(command) }
            return requests.granted == nil ? requestsCommand(command) : grantedCommand(command)
        case .wizard: return wizardCommand(command)
        case .setup: return setupCommand(command)
        }
    }

    /// A second time it leads to the list.
    private mutating func goToBrowser() -> [Effect] {
        if screen == .browser, overlay == nil, browser.focus == .detail {
            browser.focus = .list
            browser.openedFrom = nil
            return restPreview()
        }
        return go(to: .browser)
    }

    private mutating func go(to target: Screen) -> [Effect] {
        overlay = nil
        screen = target
        return (target == .requests ? refreshRequests() : []) + pollAgain()
    }

    /// Stops what is loading. The program goes on.
    private mutating func cancelAll() -> [Effect] {
        let stopped = stopReads()
        if !stopped.isEmpty { return stopped + show(.information, Self.stoppedNote) }
        if overlay == .login { return loginCommand(.goBack) }
        if overlay != nil {
            closeOverlay()
            return []
        }
        let way = keyContexts.first?.takesText == true ? "Esc leaves this, then q quits" : "q quits"
        return show(.information, "Nothing is running. \(way); everything is kept.")
    }

    mutating func timerFired(_ timer: TimerID) -> [Effect] {
        switch timer {
        case .searchDebounce: return asked(runSearch())
        case .previewRest: return loadPreview()
        case .journalDraft: return wizardTurn { $0.session.journalTimerFired(&$1.session) }
        case .saveAtService: return wizardTurn { $0.session.saveAtService(&$1.session) }
        case .retryJournal: return inAllWizards { $0.session.retryJournal(&$1.session) }
        case .tryAgain: return tryAgain()
        case .pollRequests: return pollRequests()
        case .clearToast:
            toast = nil
            return []
        case .ticker:
            return isLoading || login?.isCounting == true ? tick() : []
        }
    }

    fileprivate mutating func measured(_ extent: ScrollExtent) -> [Effect] {
        scrollLimit = extent.maximumOffset
        return []
    }
}

extension AppAction {
    /// Done by the person, who looks at what comes of it.
    fileprivate var isOfPerson: Bool {
        switch self {
        case .input(.key), .input(.paste), .input(.mouse), .clicked: true
        default: false
        }
    }
}

extension Command {
    /// Works on the palette itself; every other command closes it first.
    fileprivate var isPaletteCommand: Bool {
        switch self {
        case .moveUp, .moveDown, .choose, .goBack, .next, .previous, .redraw, .suspend, .cancel: true
        default: false
        }
    }
}
