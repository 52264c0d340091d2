import FoundationEssentials

/// Signing in and out without leaving the screen.
extension AppState {
    /// Asked for by the person: begins at once.
    mutating func signIn() -> [Effect] {
        guard let way = profile?.signInWay else { return [] }
        overlay = .login
        if login?.prompt != nil || login?.step == .beginning { return [] }
        return beginLogin(login?.way ?? way)
    }

    mutating func beginLogin(_ way: LoginWay) -> [Effect] {
        lastRead += 1
        login = LoginState(number: lastRead, way: way, step: .beginning)
        // What suits this person is tried first the next time.
        profile?.signInWay = way
        return [.identity(.signIn(lastRead, way))] + tick()
    }

    mutating func leaveLogin() -> [Effect] {
        login = nil
        overlay = nil
        return [.identity(.cancelSignIn)]
    }

    /// A paste is an answer wherever the cursor is: nothing else here could be meant.
    mutating func pasteIntoLogin(_ text: String) -> [Effect] {
        guard case .waiting(.browser) = login?.step else { return [] }
        login?.pasted = TextBuffer(text.filter { !$0.isWhitespace })
        return submitPasted()
    }

    mutating func submitPasted() -> [Effect] {
        guard let login, let text = login.pasted?.text, !text.isEmpty else { return [] }
        return [.identity(.pasteSignIn(login.number, text))]
    }

    // MARK: - What came of it

    mutating func identityEvent(_ event: IdentityEvent) -> [Effect] {
        switch event {
        case .prompted(let number, let prompt):
            guard login?.number == number else { return [] }
            login?.step = .waiting(prompt)
            return tick()
        case .pasted(let number, let failure):
            guard login?.number == number else { return [] }
            login?.note = failure
            if failure == nil { login?.pasted = nil }
            return []
        case .ended(let number, let result):
            if login?.number == number { return signInEnded(result) }
            // It was stopped too late: the service has let the person in, and the tokens are kept.
            guard case .success(let account) = result else { return [] }
            return (login == nil ? [] : [.identity(.cancelSignIn)]) + signedIn(account)
        case .signedInElsewhere(let account): return signedInElsewhere(account)
        case .signedOut(let report): return signedOut(report)
        }
    }

    private mutating func signInEnded(_ result: Result<Account?, LoginFailure>) -> [Effect] {
        switch result {
        case .failure(let failure):
            login?.step = .ended(failure)
            login?.pasted = nil
            if case .failed(let error) = failure { return record(error) }
            return []
        case .success(let account): return signedIn(account)
        }
    }

    private mutating func signedIn(_ account: Account?) -> [Effect] {
        login = nil
        if overlay == .login { overlay = nil }
        profile?.user = account?.name ?? "signed in"
        let words = Message.signIn(account.map { .signedInAs(name: $0.name) } ?? .signedIn)
        return show(.success, words) + resumeAfterSignIn()
    }

    /// Another program of the same person's, such as `portal login` in the next window, has signed in: it counts here.
    private mutating func signedInElsewhere(_ account: Account?) -> [Effect] {
        guard let profile, profile.signInWay != nil else { return [] }
        if profile.user != nil {
            guard let account, account.name != profile.user else { return [] }
            forgetPrivateAnswers()
            return [.disk(.keepSeen([:]))] + (login == nil ? [] : [.identity(.cancelSignIn)]) + signedIn(account)
        }
        let effects: [Effect] = login == nil ? [] : [.identity(.cancelSignIn)]
        return effects + signedIn(account)
    }

    mutating func signOut() -> [Effect] {
        login = nil
        if overlay == .login { overlay = nil }
        profile?.user = nil
        return [.identity(.cancelSignIn), .identity(.signOut)] + show(.information, .signIn(.signingOut))
    }

    private mutating func signedOut(_ report: SignOutReport) -> [Effect] {
        profile?.user = nil
        forgetPrivateAnswers()
        let kept = Message.signIn(.signedOut)
        return forgetFetching() + stopFollowing() + [.disk(.keepSeen([:]))] + leaveBeacon()
            + (report.problems.isEmpty
                ? show(.success, kept) : show(.warning, .several([kept] + report.problems.map(Message.because))))
    }

    private mutating func forgetPrivateAnswers() {
        requests.applications = []
        // Nobody knows now what the next person has.
        requests.fetchedAt = nil
        requests.entitlements = []
        requests.entitlementsError = nil
        passport = PassportState()
        requests.open = nil
        requests.granted = nil
        requests.filter = .all
        moveRequests(nil)
        // Of whose requests the states were seen is nobody else's business.
        requests.seen = [:]
        requests.shownAt = nil
        earlier = EarlierRequests()
        browser.fetched = []
        moveRequests(nil)
    }

    // MARK: - Refused calls

    /// A call was refused because nobody is signed in any more. The offer comes up where somebody was, or where a
    /// person does what needs it; whoever only browses is left alone.
    ///
    /// Somebody who is typing is told only: the next keys are words of a text, and the offer would take them away.
    mutating func signInLost() -> [Effect] {
        guard let way = profile?.signInWay else { return [] }
        let wasSignedIn = profile?.user != nil
        profile?.user = nil
        let needsIt = screen == .requests || screen == .wizard
        let ended = stopFollowing()
        guard overlay == nil, login == nil else { return ended }
        if keyContexts.first?.takesText == true {
            return wasSignedIn
                ? ended + show(.warning, .signIn(.goOnWriting)) : ended
        }
        guard wasSignedIn || needsIt && !hasOfferedSignIn else { return ended }
        lastRead += 1
        login = LoginState(number: lastRead, way: way, step: .offered)
        overlay = .login
        hasOfferedSignIn = true
        return ended
    }

    /// What was refused is asked for again; writes go on where they stood. A request that was being submitted waits for
    /// the person, who has the word on that.
    private mutating func resumeAfterSignIn() -> [Effect] {
        hasOfferedSignIn = false
        requests.error = nil
        var effects = stopFollowing() + loadFilters(anew: true) + refreshRequests() + pollAgain()
        if browser.results.error?.kind == .signedOut { effects += runSearch(anew: true) }
        if browser.detail?.error?.kind == .signedOut { effects += refreshDataset() }
        effects += wizardTurn { wizard, turn in wizard.session.signedIn(&turn.session) }
        for index in parkedWizards.indices.reversed() {
            effects += parkedTurn(at: index) { wizard, turn in wizard.session.signedIn(&turn.session) }
        }
        return effects
    }
}

extension LoginPrompt {
    /// Opens the right page at once where that is possible.
    public var addressToCopy: String {
        if case .device(let prompt) = self { prompt.completeAddress ?? prompt.address } else { address }
    }
}
