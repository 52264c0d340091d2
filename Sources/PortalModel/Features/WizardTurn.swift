import FoundationEssentials

/// What one action gives to a wizard and takes from it.
struct WizardTurn {
    let now: Date
    let languages: [String]
    let layout: WizardLayout
    /// Applications that belong to drafts: none of them can be a lost one.
    let known: Set<ApplicationID>
    /// Applications that the service was last seen to have; nil when it has not been asked yet.
    let listed: Set<ApplicationID>?
    /// Another wizard is open: the timers are its own.
    var isParked = false

    var effects: [Effect] = []
    var toast: Toast?
    var confirmation: Confirmation?
    /// A text to be read and copied, with its title.
    var reading: (title: String, body: String)?
    /// Show who takes part.
    var showsMembers = false
    /// Ask the service for the application again.
    var loadsApplication = false
    /// Something waits to be tried again.
    var retries = false
    /// Datasets that became part of a request and leave the basket.
    var usedDatasets: [DatasetID] = []
    /// Datasets that the portal did not take together, or one that it takes no request for.
    var refusal: DatasetRefusal?
    /// What cannot be in one request is chosen among in the basket.
    var returnsToBasket = false
    /// The service has the request: the draft is not needed any more.
    var discardsDraft = false
    /// That it has is to be remembered, and the draft discarded with that.
    var submission: Submission?
    var leaves = false
    /// For the log of failed calls.
    var failures: [PortalError] = []

    mutating func perform(_ effect: Effect) {
        if isParked, effect.isTimerOfOpenWizard { return }
        effects.append(effect)
    }

    mutating func tell(_ kind: Toast.Kind, _ text: String) { toast = Toast(kind, text) }
}

extension AppState {
    /// Lets the open wizard act, and does what it asks for.
    mutating func wizardTurn(_ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        // Taken out while it changes, so that its texts are not copied.
        guard var current = wizard else { return [] }
        wizard = nil
        guard screen == .wizard || isStillWanted(current) else { return [] }
        var turn = makeTurn()
        let wasWaiting = current.waitingSince != nil
        body(&current, &turn)
        if turn.loadsApplication {
            let id = nextRead(.wizardApplication)
            current.loading = Pending(id: id, since: now)
            if let application = current.draft.application {
                turn.perform(.read(id, .application(application)))
            } else if current.style == .atOnce {
                turn.perform(.read(id, .form(identifiers: current.draft.identifiers)))
            }
        }
        var effects = carryOut(turn, of: current)
        if !wasWaiting, current.waitingSince != nil { effects += tick() }
        if let confirmation = turn.confirmation { overlay = .confirm(confirmation) }
        if let text = turn.reading { overlay = .text(title: text.title, body: text.body, offset: 0) }
        wizard = current
        if turn.showsMembers { effects += showMembers() }
        if turn.returnsToBasket { return effects + returnToBasket() }
        return turn.leaves ? effects + leave(current) : effects
    }

    /// Lets a wizard act that was left with writes under way; it is dropped as soon as nothing is.
    mutating func parkedTurn(at index: Int, _ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        guard isStillWanted(parkedWizards[index]) else {
            parkedWizards.remove(at: index)
            return []
        }
        var turn = makeTurn()
        turn.isParked = true
        body(&parkedWizards[index], &turn)
        let effects = carryOut(turn, of: parkedWizards[index])
        if parkedWizards[index].isSettled { parkedWizards.remove(at: index) }
        return effects
    }

    private func makeTurn() -> WizardTurn {
        let known = requests.drafts.compactMap(\.application) + parkedWizards.compactMap(\.draft.application)
        return WizardTurn(
            now: now, languages: languages, layout: WizardLayout(terminal), known: Set(known),
            listed: requests.fetchedAt.map { _ in Set(requests.applications.map(\.id)) })
    }

    /// A draft that was deleted from the list must not come back with the next write of its wizard.
    func isStillWanted(_ wizard: WizardState) -> Bool {
        requests.drafts.contains { $0.id == wizard.draft.id }
    }

    private mutating func carryOut(_ turn: WizardTurn, of wizard: WizardState) -> [Effect] {
        var effects = turn.effects
        if turn.discardsDraft {
            requests.drafts.removeAll { $0.id == wizard.draft.id }
            moveRequests(.redraw)
            effects.append(turn.submission.map { .disk(.keepSubmission($0)) } ?? .disk(.discardDraft(wizard.draft.id)))
            // One's own sending is no news; what the committee makes of it is.
            if let id = wizard.draft.application {
                requests.seen[id] = .submitted
                effects.append(.disk(.keepSeen(requests.seen)))
            }
        } else {
            list(wizard.draft)
        }
        if !turn.usedDatasets.isEmpty {
            basket.items.removeAll { turn.usedDatasets.contains($0.id) }
            basket.selection = max(0, min(basket.selection, basket.items.count - 1))
            effects.append(keepBasket())
        }
        if let refusal = turn.refusal { effects += note(refusal) }
        if turn.retries, let timer = retryTimer(with: wizard) { effects.append(timer) }
        for failure in turn.failures { effects += record(failure) }
        if let toast = turn.toast { effects += show(toast.kind, toast.text) }
        return effects
    }

    /// Keeps the list of drafts as new as the wizard; finished requests and untouched ones are not drafts.
    private mutating func list(_ draft: Draft) {
        guard draft.phase != .submitted else { return }
        if let index = requests.drafts.firstIndex(where: { $0.id == draft.id }) {
            let makesOneRow = requests.drafts[index].application != draft.application
            requests.drafts[index] = draft
            if makesOneRow { moveRequests(.redraw) }
        } else if draft.revision > 0 {
            requests.drafts.insert(draft, at: 0)
        }
    }

    private mutating func leave(_ current: WizardState) -> [Effect] {
        screen = .requests
        return left(current)
    }

    /// From the page that says what became of the request, straight to where it was begun; one that was not submitted is
    /// found among the requests.
    mutating func leaveToOrigin() -> [Effect] {
        guard let current = wizard else { return [] }
        let effects = wizardTurn { $0.perform(.leaveWizard, &$1) }
        guard current.submission == .done, screen == .requests else { return effects }
        screen = current.begunAt
        return effects
    }

    private mutating func left(_ current: WizardState) -> [Effect] {
        // The request that was looked at before is not the one just sent.
        if current.submission == .done { requests.open = nil }
        if current.isSettled { wizard = nil }
        return refreshRequests() + pollAgain()
    }
}

extension Effect {
    fileprivate var isTimerOfOpenWizard: Bool {
        switch self {
        case .host(.startTimer(let timer, _)), .host(.stopTimer(let timer)):
            timer == .journalDraft || timer == .saveAtService
        case .host, .portals, .read, .cancelRead, .tryAtOnce, .write, .disk, .file, .identity, .makeDraftID: false
        }
    }
}
