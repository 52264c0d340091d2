import FoundationEssentials

/// What one action gives to the people of an application, and takes from them.
struct MembersTurn {
    let now: Date
    var effects: [Effect] = []
    var toast: Toast?
    /// For the log of failed calls.
    var failures: [PortalError] = []
    /// The service is to be asked for the list.
    var loads = false
    var closes = false

    mutating func tell(_ kind: Toast.Kind, _ words: Message) { toast = Toast(kind, words) }
}

extension MembersState {
    mutating func beginInvitation() {
        isInviting = true
        if case .notDone = change?.progress { change = nil }
    }

    mutating func goToOtherField() { invitation.field = invitation.field == .name ? .email : .name }

    mutating func goBack(_ turn: inout MembersTurn) {
        if question != nil {
            question = nil
        } else if isInviting {
            // What is typed stays for the next time.
            isInviting = false
            invitation.problem = nil
        } else {
            turn.closes = true
        }
    }

    mutating func refresh(_ turn: inout MembersTurn) {
        if case .unknown(_, let purpose) = change?.progress { return check(purpose, &turn) }
        turn.loads = true
    }

    // MARK: Inviting

    /// Enter in the form: on to the address, or send.
    mutating func goOn(_ turn: inout MembersTurn) {
        guard isInviting, !isBusy else { return }
        if case .unknown(_, let purpose) = change?.progress { return check(purpose, &turn) }
        if invitation.field == .name, invitation.email.isEmpty, !invitation.name.text.trimmingSpaces.isEmpty {
            invitation.field = .email
            return
        }
        let (name, email) = (invitation.name.text.trimmingSpaces, invitation.email.text.trimmingSpaces)
        invitation.problem = problem(name: name, email: email)
        if let problem = invitation.problem {
            invitation.field = problem.field
            return
        }
        change = MemberChange(.invite(name: name, email: email), .underWay(since: turn.now))
        if inDoubt.contains(email.lowercased()) { return check(.beforeSending, &turn) }
        send(&turn)
    }

    private func problem(name: String, email: String) -> Invitation.Problem? {
        if name.isEmpty {
            return Invitation.Problem(field: .name, reason: .nameNeeded)
        }
        if email.isEmpty { return Invitation.Problem(field: .email, reason: .emailNeeded) }
        guard FieldSyntax.isEmail(email) else {
            return Invitation.Problem(field: .email, reason: .invalidEmail)
        }
        guard let known = person(at: email) else { return nil }
        return Invitation.Problem(field: .email, reason: .known(name: known.name, invited: known.isPending))
    }

    private mutating func send(_ turn: inout MembersTurn) {
        guard case .invite(let name, let email) = change?.what else { return }
        change?.progress = .underWay(since: turn.now)
        turn.effects.append(.write(.inviteMember(application, name: name, email: email)))
    }

    // MARK: Removing

    mutating func remove(_ turn: inout MembersTurn) {
        guard let member = question, !isBusy else { return }
        question = nil
        change = MemberChange(.remove(member), .underWay(since: turn.now))
        turn.effects.append(.write(.removeMember(application, member)))
    }

    // MARK: Answers

    mutating func answered(_ what: MemberChange.What, _ failure: PortalError?, _ turn: inout MembersTurn) {
        guard change?.what == what, case .underWay = change?.progress else { return }
        guard let failure else { return done(what, &turn) }
        turn.failures.append(failure)
        if failure.outcomeIsUnknown { return check(.lostAnswer, &turn) }
        change?.progress = .notDone(failure)
        // Somebody may have changed it at the web page.
        if failure.kind == .conflict || failure.kind == .notFound { turn.loads = true }
    }

    /// Asks what the service has, after the calls before. Changes nothing.
    private mutating func check(_ purpose: MemberChange.Purpose, _ turn: inout MembersTurn) {
        change?.progress = .checking(since: turn.now, purpose)
        turn.effects.append(.write(.checkMembers(application)))
    }

    mutating func checked(_ result: Result<Application, PortalError>, _ turn: inout MembersTurn) {
        guard let what = change?.what, case .checking(_, let purpose) = change?.progress else { return }
        switch result {
        case .success(let found):
            take(found)
            if shows(what) { return done(what, &turn) }
            if purpose == .beforeSending { return send(&turn) }
            if case .invite(_, let email) = what { inDoubt.insert(email.lowercased()) }
            change?.progress = .notDone(nil)
        case .failure(let error):
            turn.failures.append(error)
            change?.progress = .unknown(error, purpose)
        }
    }

    private mutating func done(_ what: MemberChange.What, _ turn: inout MembersTurn) {
        change = nil
        turn.loads = true
        switch what {
        case .invite(let name, let email):
            inDoubt.remove(email.lowercased())
            invitation = Invitation()
            isInviting = false
            if person(at: email) == nil {
                members = people + [Member(name: name, email: email, isPending: true)]
            }
            selection = people.firstIndex { $0.email?.lowercased() == email.lowercased() } ?? selection
            turn.tell(.success, .members(.invited(name: name)))
        case .remove(let member):
            members?.removeAll { $0.isSame(as: member) }
            selection = max(0, min(selection, people.count - 1))
            turn.tell(
                .success,
                member.isPending
                    ? .members(.takenBack(name: member.name)) : .members(.removed(name: member.name)))
        }
    }

    // MARK: Typing

    mutating func edit(_ change: (inout TextBuffer) -> Void) {
        guard isInviting, !isBusy else { return }
        switch invitation.field {
        case .name: change(&invitation.name)
        case .email: change(&invitation.email)
        }
        invitation.problem = nil
    }

    /// An address as mail programs copy it, `Grace Hopper <grace@example.org>`, fills both fields.
    mutating func paste(_ text: String) {
        let line = TextEditor.clean(text, isMultiline: false).trimmingSpaces
        guard isInviting, !isBusy, line.hasSuffix(">"), let start = line.lastIndex(of: "<") else {
            return edit { $0.insert(line) }
        }
        let address = String(line[line.index(after: start)...].dropLast())
        guard FieldSyntax.isEmail(address) else { return edit { $0.insert(line) } }
        let name = line[..<start].filter { $0 != "\"" }
        if !String(name).trimmingSpaces.isEmpty { invitation.name = TextBuffer(String(name).trimmingSpaces) }
        invitation.email = TextBuffer(address)
        invitation.field = .email
        invitation.problem = nil
    }
}
