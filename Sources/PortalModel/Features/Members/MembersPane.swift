extension KeyContext {
    /// The list of who takes part in a request.
    public static let members = KeyContext("members", "Members of a request", moves: .list)
    /// The form for a name and an address.
    public static let invitation = KeyContext("invitation", "Inviting a member", takesText: true)
    /// The question before somebody is removed.
    public static let memberQuestion = KeyContext("memberQuestion", "Before somebody is removed", holdsKeys: true)
}

/// The people of an application. What is typed and under way outlasts it (`AppState.members`).
struct MembersPane: Pane {
    let application: ApplicationID

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.character("m"), .function(5)], .showMembers,
            in: [.wizardDatasets, .wizardLicences, .wizardReview, .wizardResult], "members",
            "Show who takes part, invite somebody, or remove a member.", importance: 3,
            also: ["members", "people", "colleagues", "team"], when: { $0.membersAvailability },
            run: { $0.showMembers() }),
        CommandSpec(
            [.character("m"), .function(5)], .showMembers, in: [.request], "members",
            "Show who takes part, invite somebody, or remove a member.", importance: 1,
            when: { $0.membersAvailability }, run: { $0.showMembers() }),
        CommandSpec(
            [.function(5), .alt("m")], .showMembers, in: [.everywhere], "members",
            "Show who takes part in this request, invite somebody, or remove a member.",
            when: { $0.membersAvailability }, run: { $0.showMembers() }),
        CommandSpec(
            [.character("i"), .enter, .insert], .inviteMember, in: [.members], "invite",
            "Invite somebody by name and e-mail address.", importance: 9, also: ["invite", "add member", "colleague"],
            when: { $0.inviteAvailability }, run: { $0.inMembers { people, _ in people.beginInvitation() } }),
        CommandSpec(
            [.character("d"), .delete], .removeMember, in: [.members], "remove",
            "Remove the member, or take the invitation back; asks first.", importance: 8, isDestructive: true,
            also: ["remove member", "uninvite"], when: { $0.removalAvailability },
            run: { $0.inMembers { people, _ in people.question = people.selected } }),
        CommandSpec(
            [.character("r")], .refresh, in: [.members], "ask again", "Ask the portal again.", importance: 5,
            run: { $0.inMembers { $0.refresh(&$1) } }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.members], "back", "Close this.", importance: 7,
            run: { $0.inMembers { $0.goBack(&$1) } }),
        CommandSpec(
            [.enter], .choose, in: [.invitation], "go on", "On to the address, then send the invitation.",
            importance: 9, run: { $0.inMembers { $0.goOn(&$1) } }),
        CommandSpec(
            [.tab, .down], .next, in: [.invitation], "next", "The other field.", importance: 6,
            run: { $0.inMembers { people, _ in people.goToOtherField() } }),
        CommandSpec(
            [.backTab, .up], .previous, in: [.invitation], "previous", "The other field.",
            run: { $0.inMembers { people, _ in people.goToOtherField() } }),
        CommandSpec(
            [.escape], .goBack, in: [.invitation], "back", "Invite nobody now; what is typed stays.", importance: 8,
            run: { $0.inMembers { $0.goBack(&$1) } }),
        CommandSpec(
            [.character("y")], .choose, in: [.memberQuestion], "yes", "Do it.", importance: 9,
            run: { $0.inMembers { $0.remove(&$1) } }),
        CommandSpec(
            [.escape, .character("n")], .goBack, in: [.memberQuestion], "no", "Leave it as it is.", importance: 8,
            run: { $0.inMembers { $0.goBack(&$1) } }),
    ]

    func context(in state: AppState) -> KeyContext {
        guard let people = state.members[application] else { return .members }
        return people.question != nil ? .memberQuestion : people.isInviting ? .invitation : .members
    }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        guard let people = state.members[application] else { return [] }
        state.members[application]?.selection = ListPosition.moved(
            people.selection, movement, count: people.people.count, visible: 6)
        return []
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        state.members[application]?.edit(change)
        return []
    }

    func paste(_ text: String, in state: inout AppState) -> [Effect] {
        state.members[application]?.paste(text)
        return []
    }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        switch target {
        case .member(let index): state.members[application]?.selection = index
        case .invitation(let field): state.members[application]?.invitation.field = field
        default: break
        }
        return []
    }
}
