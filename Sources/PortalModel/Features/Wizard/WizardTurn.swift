import FoundationEssentials

/// What one action gives to a wizard and takes from it.
struct WizardTurn {
    let languages: [String]
    let layout: WizardLayout
    /// What the session was given, and asks for.
    var session: SessionTurn

    var toast: Toast?
    var confirmation: Confirmation?
    /// A text to be read and copied, with its title.
    var reading: (title: Message, body: Message)?
    /// A letter was typed into an answer: others follow it.
    var isTyped = false
    /// Show who takes part.
    var showsMembers = false
    /// Ask what the data are wanted for.
    var asksPurpose = false
    /// What cannot be in one request is chosen among in the basket.
    var returnsToBasket = false
    var leaves = false

    var now: Date { session.now }

    mutating func perform(_ effect: Effect) { session.perform(effect) }

    mutating func tell(_ kind: Toast.Kind, _ words: Message) { toast = Toast(kind, words) }
}

extension AppState {
    /// Lets the open wizard act, and does what it asks for.
    mutating func wizardTurn(_ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        // Taken out while it changes, so that its texts are not copied.
        guard var current = wizard else { return [] }
        wizard = nil
        guard screen == .wizard || isStillWanted(current.session.draft.id) else { return [] }
        var turn = makeTurn()
        let wasWaiting = current.session.waitingSince != nil
        body(&current, &turn)
        current.follow(&turn)
        if turn.session.loadsApplication {
            turn.session.load(&current.session, as: nextRead(.wizardApplication))
        }
        var effects = carryOut(turn, of: current)
        if !wasWaiting, current.session.waitingSince != nil { effects += tick() }
        if turn.isTyped { effects.append(goOnTyping()) }
        if let confirmation = turn.confirmation { overlay = .confirm(confirmation) }
        if let text = turn.reading { overlay = .text(title: text.title, body: text.body, offset: 0) }
        wizard = current
        if turn.showsMembers { effects += showMembers() }
        if turn.asksPurpose { effects += askForPurpose() }
        effects += askForDataUses()
        if turn.returnsToBasket { return effects + returnToBasket() }
        return turn.leaves ? effects + leave(current) : effects
    }

    /// Lets a wizard act that was left with writes under way; it is dropped as soon as nothing is.
    mutating func parkedTurn(at index: Int, _ body: (inout WizardState, inout WizardTurn) -> Void) -> [Effect] {
        guard isStillWanted(parkedWizards[index].session.draft.id) else {
            parkedWizards.remove(at: index)
            return []
        }
        var turn = makeTurn()
        turn.session.isAside = true
        body(&parkedWizards[index], &turn)
        parkedWizards[index].follow(&turn)
        let effects = carryOut(turn, of: parkedWizards[index])
        if parkedWizards[index].session.isSettled { parkedWizards.remove(at: index) }
        return effects
    }

    /// While letters come one after another, nothing beside them changes that can wait.
    private mutating func goOnTyping() -> Effect {
        lettersTyped += 1
        return .host(.startTimer(.typingRest, milliseconds: 1000))
    }

    private func makeTurn() -> WizardTurn {
        let known = requests.drafts.compactMap(\.application) + parkedWizards.compactMap(\.session.draft.application)
        return WizardTurn(
            languages: languages, layout: WizardLayout(terminal),
            session: SessionTurn(
                now: now, known: Set(known),
                listed: requests.fetchedAt.map { _ in Set(requests.applications.map(\.id)) }))
    }

    /// A draft that was deleted from the list must not come back with the next write of its wizard.
    func isStillWanted(_ id: DraftID) -> Bool { requests.drafts.contains { $0.id == id } }

    private mutating func carryOut(_ turn: WizardTurn, of wizard: WizardState) -> [Effect] {
        let (session, asked) = (wizard.session, turn.session)
        var effects = asked.effects
        if asked.discardsDraft {
            requests.drafts.removeAll { $0.id == session.draft.id }
            moveRequests(nil)
            effects.append(
                asked.submission.map { .disk(.keepSubmission($0)) } ?? .disk(.discardDraft(session.draft.id)))
            // One's own sending is no news; what the committee makes of it is.
            if let id = session.draft.application {
                requests.seen[id] = .submitted
                effects.append(.disk(.keepSeen(requests.seen)))
            }
        } else {
            list(session.draft)
        }
        if !asked.usedDatasets.isEmpty {
            basket.items.removeAll { asked.usedDatasets.contains($0.id) }
            basket.selection = max(0, min(basket.selection, basket.items.count - 1))
            effects.append(keepBasket())
        }
        if let refusal = asked.refusal { effects += note(refusal) }
        if asked.retries, let timer = retryTimer(with: session) { effects.append(timer) }
        for failure in asked.failures { effects += record(failure) }
        if let toast = turn.toast { effects += show(toast.kind, toast.message) }
        return effects
    }

    /// Keeps the list of drafts as new as the wizard; finished requests and untouched ones are not drafts.
    private mutating func list(_ draft: Draft) {
        guard draft.phase != .submitted else { return }
        if let index = requests.drafts.firstIndex(where: { $0.id == draft.id }) {
            let makesOneRow = requests.drafts[index].application != draft.application
            requests.drafts[index] = draft
            if makesOneRow { moveRequests(nil) }
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
        let effects = wizardTurn { $0.goBack(&$1) }
        guard current.session.submission == .done, screen == .requests else { return effects }
        screen = current.begunAt
        return effects
    }

    private mutating func left(_ current: WizardState) -> [Effect] {
        // The request that was looked at before is not the one just sent.
        if current.session.submission == .done { requests.open = nil }
        if current.session.isSettled { wizard = nil }
        return refreshRequests() + pollAgain()
    }
}
