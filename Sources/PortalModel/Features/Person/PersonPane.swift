extension KeyContext {
    /// The form of the personal profile.
    public static let person = KeyContext("person", "Your profile", takesText: true)
}

/// The personal profile: what forms ask of the person.
struct PersonPane: Pane {
    let form: PersonForm

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.tab, .down], .next, in: [.person], "next line", "Go to the next line.", importance: 8,
            run: { $0.inPerson { $0.go(by: 1) } }),
        CommandSpec(
            [.backTab, .up], .previous, in: [.person], "line before", "Go to the line before.",
            run: { $0.inPerson { $0.go(by: -1) } }),
        CommandSpec(
            [.enter], .choose, in: [.person], "next line", "Go to the next line; after the last one keep it all.",
            importance: 7, run: { $0.choose() }),
        CommandSpec(
            [.control("s")], .saveNow, in: [.person], "keep", "Keep it on this machine.", importance: 9,
            run: { $0.keepWholePerson() }),
        CommandSpec(
            [.escape], .goBack, in: [.person], "leave, kept", "Leave; what is written is kept.", importance: 6,
            run: { state in state.personForm.map { state.keepPerson($0) } ?? [] }),
        CommandSpec(
            [.character("P")], .editPerson, in: [.global], "your profile",
            "Write down what forms ask of you; it is offered then.", also: ["profile", "orcid", "about me"],
            when: { $0.personForm == nil ? .available : .hidden }, run: { $0.editPerson() }),
        CommandSpec(
            [.alt("p")], .editPerson, in: [.everywhere], "your profile",
            "Write down what forms ask of you; it is offered then.",
            when: { $0.personForm == nil ? .available : .hidden }, run: { $0.editPerson() }),
    ]

    func context(in state: AppState) -> KeyContext { .person }

    func choose(in state: inout AppState) -> [Effect] {
        guard form.entry == PersonForm.Entry.allCases.last else { return state.inPerson { $0.go(by: 1) } }
        return state.keepWholePerson()
    }

    func type(_ key: Key, in state: inout AppState) -> [Effect] { state.inPerson { $0.type(key) } }
    func paste(_ text: String, in state: inout AppState) -> [Effect] { state.inPerson { $0.paste(text) } }

    func clicked(_ target: ClickTarget, _ kind: MouseEvent.Kind, in state: inout AppState) -> [Effect] {
        guard case .person(let entry) = target else { return [] }
        return state.inPerson { $0.go(to: entry) }
    }

    /// What was written is kept before something else takes the form's place.
    func left(for command: Command, in state: inout AppState) -> [Effect] {
        let replacing: Set<Command> = [
            .showHelp, .showPalette, .showHealth, .showMembers, .signIn, .showPortals, .cancel,
        ]
        return replacing.contains(command) ? state.keepPerson(form) : []
    }
}

extension AppState {
    fileprivate var personForm: PersonForm? { if case .person(let form) = overlay { form } else { nil } }

    fileprivate mutating func inPerson(_ body: (inout PersonForm) -> Void) -> [Effect] {
        guard var form = personForm else { return [] }
        body(&form)
        overlay = .person(form)
        return []
    }

    /// Keeps it all, or goes to the first line that cannot be kept.
    fileprivate mutating func keepWholePerson() -> [Effect] {
        guard var form = personForm else { return [] }
        form.touched = Set(PersonForm.Entry.allCases)
        guard let first = form.faulty.first else { return keepPerson(form) }
        form.go(to: first)
        overlay = .person(form)
        return []
    }
}
