extension KeyContext {
    /// The text of a licence, over the wizard.
    public static let licence = KeyContext("licence", "A licence", moves: .text)
}

/// A licence over the whole screen, in the wizard.
struct LicencePane: Pane {
    let offset: Int

    static let commands: [CommandSpec] = [
        .inWizard(
            [.character(" ")], .acceptLicence, in: licences, "accept", "Accept the licence, or take it back.",
            importance: 9, also: ["agree", "terms", "license"], when: { $0.canAcceptLicence },
            run: { $0.toggleLicence(&$1) }),
        CommandSpec(
            [.enter], .open, in: [.wizardLicences], "read", "Read the licence in full.", importance: 6,
            when: { $0.wizard?.mode == .licences ? .available : .hidden }, run: { $0.readLicence() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.licence], "back", "Back to the list.", importance: 8,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.tab, .character("n")], .next, in: [.licence], "next licence", "Read the next licence.", importance: 5,
            run: { $0.readLicence(after: 1) }),
        CommandSpec(
            [.backTab, .character("p")], .previous, in: [.licence], "licence before", "Read the licence before.",
            run: { $0.readLicence(after: -1) }),
        .inWizard(
            [.character("A")], .acceptAllLicences, in: licences, "accept all", "Accept all licences.", importance: 5,
            also: ["agree", "terms", "license"], when: { $0.canAcceptAllLicences },
            run: { $0.session.toggle($0.session.licencesToAccept, &$1.session) }),
        .inWizard(
            [.character("t")], .changeLanguage, in: [.wizardLicences], "language",
            "Show the terms in the next language that the portal has them in.", importance: 3,
            when: { $0.canChangeLanguage }, run: { $0.changeLicenceLanguage(&$1) }),
        CommandSpec(
            [.character("t")], .changeLanguage, in: [.licence], "language",
            "Show the terms in the next language that the portal has them in.", importance: 3,
            when: { $0.wizard?.canChangeLanguage ?? .hidden }, run: { $0.readInNextLanguage() }),
        CommandSpec(
            [.character("y")], .copyIdentifier, in: licences, "copy", "Copy the address, or the terms.", importance: 3,
            when: { $0.canCopyLicence }, run: { $0.copyLicence() }),
        CommandSpec(
            [.character("s")], .downloadFile, in: licences, "download",
            "Fetch the file with the terms into your download folder.", importance: 2, when: { $0.canFetchLicence },
            run: { $0.wizardTurn { $0.fetchLicence(isToRead: false, &$1) } }),
        CommandSpec(
            [.character("r")], .refresh, in: [.licence], "fetch again", "Fetch the file with the terms again.",
            run: { $0.wizardTurn { $0.fetchLicence(again: true, &$1) } }),
    ]

    private static let licences: [KeyContext] = [.wizardLicences, .licence]

    func context(in state: AppState) -> KeyContext { .licence }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        state.overlay = .licence(offset: state.scrolled(offset, movement))
        return []
    }
}
