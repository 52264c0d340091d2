extension KeyContext {
    /// The line in which the path of an answers file is typed.
    public static let answersPath = KeyContext("answersPath", "An answers file", takesText: true)
    /// The choice of what is taken over from an answers file.
    public static let answersOffer = KeyContext("answersOffer", "What an answers file would change")
    /// Several datasets that are being written into a file.
    public static let exporting = KeyContext("exporting", "Datasets on their way into a file")
}

/// An answers file that is asked for, read or written, over the wizard.
struct AnswersPane: Pane {
    let prompt: AnswersPrompt

    static let commands: [CommandSpec] = [
        CommandSpec(
            [.alt("o")], .loadAnswers, in: answered, "load answers",
            "Load answers from a file; nothing is replaced unasked.", also: ["answers file", "yaml"],
            when: { $0.isInWizard }, run: { $0.beginAnswersFile(.load) }),
        CommandSpec(
            [.alt("w")], .saveAnswers, in: answered, "save answers", "Save the answers to a file, for other requests.",
            also: ["answers file", "yaml"], when: { $0.isInWizard }, run: { $0.beginAnswersFile(.save) }),
        CommandSpec(
            [.enter], .choose, in: [.answersPath, .answersOffer], "go", "Do it.", importance: 8,
            run: { state in state.answersPrompt.map { state.goOn($0) } ?? [] }),
        CommandSpec(
            [.tab], .completePath, in: [.answersPath], "complete", "Write the name out as far as it is clear.",
            importance: 7, run: { state in state.answersPrompt.map { state.completePath($0) } ?? [] }),
        CommandSpec(
            [.escape], .goBack, in: [.answersPath, .answersOffer], "back", "Close this.", importance: 9,
            run: { $0.leaveOverlay() }),
        CommandSpec(
            [.character("q")], .goBack, in: [.answersOffer], "back", "Close this.", run: { $0.leaveOverlay() }),
        CommandSpec(
            [.character("x")], "stopExport", in: [.exporting], "stop", "Stop writing; no file is kept.", importance: 8,
            also: ["cancel", "abort"], run: { $0.stopCollection() }),
        CommandSpec(
            [.escape, .character("q")], .goBack, in: [.exporting], "back", "Close this; the writing goes on.",
            importance: 9, run: { $0.leaveOverlay() }),
        CommandSpec(
            [.down, .character("j"), .tab], .moveDown, in: [.answersOffer], "down", "One down.",
            run: { $0.move(.down) }),
        CommandSpec(
            [.up, .character("k"), .backTab], .moveUp, in: [.answersOffer], "up", "One up.", run: { $0.move(.up) }),
    ]

    /// Where the wizard has a form in hand.
    private static let answered: [KeyContext] = [
        .wizardDatasets, .wizardText, .wizardMultiline, .wizardChoice, .wizardTable, .wizardFiles, .wizardLicences,
        .wizardReview,
    ]

    func context(in state: AppState) -> KeyContext {
        if prompt.isExporting { return .exporting }
        return if case .offer = prompt.stage { .answersOffer } else { .answersPath }
    }

    func move(_ movement: Movement, in state: inout AppState) -> [Effect] {
        guard case .offer(let offer, let selection) = prompt.stage else { return [] }
        let count = offer.choices.count
        var prompt = prompt
        prompt.stage = .offer(offer, selection: ListPosition.moved(selection, movement, count: count, visible: count))
        state.overlay = .answersFile(prompt)
        return []
    }

    func type(_ key: Key, in state: inout AppState) -> [Effect] {
        var prompt = prompt
        guard prompt.stage == .path, prompt.entry.beginsAnew(with: key) else {
            return edit({ $0.apply(key) }, in: &state)
        }
        state.overlay = .answersFile(prompt)
        return prompt.toList
    }

    func edit(_ change: (inout TextBuffer) -> Void, in state: inout AppState) -> [Effect] {
        guard prompt.stage == .path else { return [] }
        var prompt = prompt
        change(&prompt.path)
        prompt.problem = nil
        state.overlay = .answersFile(prompt)
        return prompt.toList
    }
}

extension AppState {
    fileprivate var isInWizard: Availability { screen == .wizard && overlay == nil ? .available : .hidden }

    fileprivate var answersPrompt: AnswersPrompt? {
        if case .answersFile(let prompt) = overlay { prompt } else { nil }
    }

    fileprivate mutating func completePath(_ prompt: AnswersPrompt) -> [Effect] {
        guard prompt.stage == .path else { return [] }
        var prompt = prompt
        prompt.entry.complete()
        prompt.problem = nil
        overlay = .answersFile(prompt)
        return prompt.toList
    }

    /// Enter: the path is complete, or what the file would change is chosen.
    fileprivate mutating func goOn(_ prompt: AnswersPrompt) -> [Effect] {
        switch prompt.stage {
        case .path: return choosePath(prompt)
        case .offer(let offer, let selection):
            overlay = nil
            return takeOver(offer, offer.choices[min(selection, offer.choices.count - 1)])
        case .working: return []
        }
    }
}
