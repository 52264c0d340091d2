extension AppState {
    /// Shows a message that goes away by itself.
    mutating func show(_ kind: Toast.Kind, _ words: Message) -> [Effect] {
        toast = Toast(kind, words)
        message.number += 1
        // Where nothing moves by itself it stays for the next key to take away.
        guard !terminal.isStill else { return [] }
        // How long it takes to read is known where its words are.
        return [.host(.startTimer(.clearToast, milliseconds: Toast.leastMilliseconds))]
    }

    /// Shows a failure with what is safe and what to do, and keeps it for the log view.
    mutating func show(_ error: PortalError, kept: Message? = nil, next: Message? = nil) -> [Effect] {
        _ = record(error)
        guard error.kind != .cancelled else { return [] }
        return show(.failure, .failure(error, kept: kept, next: next))
    }

    /// The text alone on the screen, for copying with the terminal's own means.
    mutating func showForSelecting(_ text: String) -> [Effect] {
        overlay = .text(title: .general(.selectAndCopy), body: .verbatim(text), offset: 0)
        return []
    }

    /// Keeps a failure for the log view; at most the last 200.
    mutating func record(_ error: PortalError?) -> [Effect] {
        guard let error, error.kind != .cancelled else { return [] }
        failures.append(FailureRecord(at: now, error: error))
        if error.kind == .unsupported, let feature = error.feature { profile?.capabilities.lose(feature) }
        if failures.count > 200 { failures.removeFirst(failures.count - 200) }
        return []
    }

    /// Tells how many lines of the catalogue are missing; the log view has the reasons.
    mutating func catalogueLinesSkipped(_ lines: SkippedLines) -> [Effect] {
        let more = lines.count - lines.first.count
        let rest = more > 0 ? [CatalogueReason.linesSkipped(more: more)] : []
        // The log shows the newest first: so it shows them in the order of the file.
        for report in (lines.first.map(CatalogueReason.lineSkipped) + rest).reversed() {
            _ = record(PortalError(.invalid([]), operation: "reading \(lines.file)", because: .catalogue(report)))
        }
        return show(
            .warning, .general(.linesSkipped(count: lines.count, file: lines.file, first: lines.first.first)))
    }

    mutating func catalogueRead(_ reading: CatalogueReading?) -> [Effect] {
        self.reading = reading
        return []
    }

    /// Something is being fetched for the screen that is shown.
    public var isLoading: Bool {
        !browser.results.pending.isEmpty || browser.detail?.pending != nil || requests.open?.pending != nil
            || screen == .wizard && wizard?.session.waitingSince != nil || !health.pending.isEmpty || isWaiting
            || mirror.filling != nil || frequencies.pending != nil || passport.pending != nil
            || fetching.lookingSince != nil
    }

    /// Redraws elapsed seconds while something loads; not at all where nothing is to move by itself.
    mutating func tick() -> [Effect] { terminal.isStill ? [] : [.host(.startTimer(.ticker, milliseconds: 1000))] }

    /// Cancels every read that the person waits for.
    mutating func stopReads() -> [Effect] {
        var effects = browser.results.pending.keys.sorted().map { Effect.cancelRead(.results(page: $0)) }
        if !effects.isEmpty { effects.append(.host(.stopTimer(.searchDebounce))) }
        browser.results.pending = [:]
        if browser.detail?.pending != nil {
            browser.detail?.pending = nil
            effects.append(.cancelRead(.dataset))
        }
        if browser.detail?.members?.pending != nil {
            browser.detail?.members = nil
            effects.append(.cancelRead(.series))
        }
        if requests.open?.pending != nil {
            requests.open?.pending = nil
            effects.append(.cancelRead(.application))
        }
        if screen == .requests { effects += stopRequestWaits() }
        return effects + stopHealth()
    }

    /// After a resize: the chosen row of every list stays in sight.
    mutating func keepInSight() -> [Effect] {
        moveBrowser(nil)
        moveBasket(nil)
        moveRequests(nil)
        moveGranted(nil)
        return ensurePages() + restPreview()
    }
}
