/// The orderly end: nobody leaves without having been told of what would be lost.
extension AppState {
    mutating func quit() -> [Effect] {
        guard !isQuitting else { return [] }
        if let loss { return ask(about: loss) }
        if let upload = sessions.flatMap(\.uploads).first(where: \.isUnderWay) { return ask(about: upload) }
        if let running = fetching.running { return ask(about: running) }
        isQuitting = true
        return writeAll() + [.host(.finishWriting)]
    }

    /// The person knows what may be lost. It is written all the same, if the disk takes it now.
    mutating func quitAnyway() -> [Effect] {
        isQuitting = true
        return writeAll() + [.host(.quit)]
    }

    func writeAll() -> [Effect] {
        flushDrafts().map { .disk(.journalDraft($0)) }
            + (basket.saveError == nil ? [] : [.disk(.keepBasket(basket.items))])
    }

    /// Ends the program when everything is on the disk, and else asks.
    mutating func writingFinished() -> [Effect] {
        guard isQuitting else { return [] }
        let unsaved = flushDrafts()
        guard !unsaved.isEmpty || basket.saveError != nil else { return [.host(.quit)] }
        // Without a refusal something was typed while the rest was being written.
        guard let loss else { return writeAll() + [.host(.finishWriting)] }
        isQuitting = false
        return ask(about: loss)
    }

    private mutating func ask(about loss: Message) -> [Effect] {
        overlay = .confirm(
            Confirmation(
                subject: .quit, question: .general(.mayBeLost(loss: loss)), word: "quit"))
        return []
    }

    private mutating func ask(about upload: Upload) -> [Effect] {
        overlay = .confirm(
            Confirmation(
                subject: .quit,
                question: .general(.uploadStops(name: upload.name)), word: "quit"))
        return []
    }

    private mutating func ask(about running: FetchingState.Running) -> [Effect] {
        fetching.isBehind = overlay == .fetching
        let files = running.job.files.count - running.done + fetching.queue.reduce(0) { $0 + $1.files.count }
        overlay = .confirm(
            Confirmation(subject: .quit, question: .fetching(.endStops(files: max(files, 1))), word: "quit"))
        return []
    }

    /// What the disk has refused so far.
    var loss: Message? {
        let unsaved = Set(flushDrafts().map(\.id))
        let refused = sessions.first { unsaved.contains($0.draft.id) && $0.journal.error != nil }
        if let error = refused?.journal.error {
            return .general(.draftNotWritten(error: error))
        }
        return basket.saveError.map { .general(.basketNotWritten(error: $0)) }
    }

    /// Drafts whose last change has not been confirmed by the disk: to be written before the program ends.
    public func flushDrafts() -> [Draft] {
        sessions.filter {
            $0.submission != .done && !$0.isSavedHere && !$0.journal.isTakingOver && isStillWanted($0.draft.id)
        }
        .map(\.draft)
    }

    /// The open wizard and those that were put aside.
    public var wizards: [WizardState] { [wizard].compactMap(\.self) + parkedWizards }

    /// Of these.
    public var sessions: [RequestSession] { wizards.map(\.session) }
}
