import FoundationEssentials

/// The people of a request, over the screen.
extension AppState {
    /// The application that the person has before them.
    private var applicationInHand: Application? { screen.pane.application(in: self) }

    mutating func showMembers() -> [Effect] {
        guard let application = applicationInHand else { return [] }
        var people = members[application.id] ?? MembersState(application: application.id)
        people.take(application)
        members[application.id] = people
        overlay = .members(application.id)
        return loadMembers(application.id)
    }

    private mutating func loadMembers(_ id: ApplicationID) -> [Effect] {
        let read = nextRead(.members, asksAnew: true)
        members[id]?.pending = Pending(id: read, since: now)
        return [.read(read, .application(id))]
    }

    /// Lets the people on the screen act.
    mutating func inMembers(_ body: (inout MembersState, inout MembersTurn) -> Void) -> [Effect] {
        guard case .members(let id) = overlay else { return [] }
        return membersTurn(id, body)
    }

    mutating func membersEvent(_ id: ApplicationID, _ event: MembersEvent) -> [Effect] {
        switch event {
        case .changed(let what, let failure): membersTurn(id) { $0.answered(what, failure, &$1) }
        case .checked(let result): membersTurn(id) { $0.checked(result, &$1) }
        }
    }

    mutating func membersAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> [Effect] {
        guard let application = members.first(where: { $0.value.pending?.id == id })?.key else { return [] }
        members[application]?.pending = nil
        switch result {
        case .success(let found):
            members[application]?.error = nil
            members[application]?.take(found)
            shareMembers(of: application)
            return []
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            members[application]?.error = error
            return record(error)
        }
    }

    private mutating func membersTurn(
        _ id: ApplicationID, _ body: (inout MembersState, inout MembersTurn) -> Void
    ) -> [Effect] {
        guard var people = members[id] else { return [] }
        var turn = MembersTurn(now: now)
        body(&people, &turn)
        members[id] = people
        shareMembers(of: id)
        var effects = turn.effects
        for failure in turn.failures { effects += record(failure) }
        if turn.loads { effects += loadMembers(id) }
        if turn.closes { closeOverlay() }
        if let toast = turn.toast { effects += show(toast.kind, toast.message) }
        if overlay != .members(id), case .notDone(let error) = people.change?.progress, !turn.failures.isEmpty {
            effects += show(.failure, .members(.asTheyWere(number: id.rawValue, error: error)))
        }
        return effects
    }

    /// What is shown of the people elsewhere is as new as here.
    private mutating func shareMembers(of id: ApplicationID) {
        guard let people = members[id]?.members else { return }
        if wizard?.session.application?.id == id { wizard?.session.application?.members = people }
        if requests.open?.application?.id == id { requests.open?.application?.members = people }
    }

    // MARK: What can be done

    var membersAvailability: Availability {
        // Not over a question, which would be gone.
        guard overlay == nil, screen == .wizard || screen == .requests else { return .hidden }
        guard let application = applicationInHand else { return .hidden }
        guard application.members.isEmpty, case .unavailable(let reason) = offered(.inviteMember) else {
            return .available
        }
        return .unavailable(reason: reason)
    }

    var inviteAvailability: Availability {
        unlessAsked { people in
            guard case .available = offered(.inviteMember) else { return offered(.inviteMember) }
            return people.mayInvite
        }
    }

    var removalAvailability: Availability {
        unlessAsked { people in
            guard let member = people.selected else { return .unavailable(reason: .members(.nobodyHere)) }
            guard case .available = offered(.removeMember) else { return offered(.removeMember) }
            return people.mayRemove(member)
        }
    }

    private func unlessAsked(_ condition: (MembersState) -> Availability) -> Availability {
        guard case .members(let id) = overlay, let people = members[id] else { return .hidden }
        guard people.question == nil, !people.isInviting else { return .hidden }
        if people.isBusy { return .unavailable(reason: .members(.awaited)) }
        return condition(people)
    }
}

extension MembersState {
    private static let prefix = "application.command/"

    fileprivate var mayInvite: Availability {
        allows(["invite-member"]) ? .available : mayNot(.invite)
    }

    fileprivate func mayRemove(_ member: Member) -> Availability {
        let needed = member.isPending ? ["uninvite-member", "remove-member"] : ["remove-member"]
        return allows(needed) ? .available : mayNot(member.isPending ? .takeBack : .remove)
    }

    private func allows(_ commands: [String]) -> Bool {
        permissions.isEmpty || commands.contains { permissions.contains(Self.prefix + $0) }
    }

    private func mayNot(_ what: MemberRight) -> Availability {
        .unavailable(reason: .members(.mayNot(state: state, what: what)))
    }
}
