import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The first step: what access is asked for.
struct WizardDatasetsView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let datasets = wizard.session.draft.datasets
        let title: TerminalText = context.words(WizardWords.askedFor(count: datasets.count))
        canvas.draw(title, column: 1, row: 0, style: .dim, maxColumns: canvas.columns - 2)
        let rowsPerItem = canvas.rows >= 8 ? 2 : 1
        let list = canvas.inset(top: canvas.rows >= 8 ? 2 : 1)
        let viewport = ListViewport(itemCount: datasets.count, rowsPerItem: rowsPerItem, rows: list.rows)
        let top = viewport.top(selected: wizard.selection, from: 0)
        for index in viewport.visible(from: top) {
            draw(datasets[index], on: list, row: viewport.row(of: index, top: top), isWhole: rowsPerItem == 2)
            context.note(.wizardItem(index), on: list, row: viewport.row(of: index, top: top), rows: rowsPerItem)
            guard index == wizard.selection else { continue }
            list.drawSelection(
                row: viewport.row(of: index, top: top), terminal: state.terminal, hasFocus: state.overlay == nil,
                glyphs: context.glyphs)
        }
        ScrollIndicator(top: top, count: datasets.count)
            .draw(on: list, inSight: viewport.itemsInSight, glyphs: context.glyphs)
    }

    private func draw(_ item: BasketItem, on canvas: Canvas, row: Int, isWhole: Bool) {
        let title = item.title.isEmpty ? item.id.rawValue : item.title
        let end = canvas.columns - 2
        canvas.drawCut(TerminalText(singleLine: title), column: 3, row: row, upTo: end, glyphs: context.glyphs)
        guard isWhole else { return }
        let facts = [item.identifier, item.publisher].compactMap { $0 }.joined(separator: " · ")
        canvas.drawCut(
            TerminalText(singleLine: facts), column: 3, row: row + 1, style: .dim, upTo: end, glyphs: context.glyphs)
    }
}

/// Before the forms are there: what is under way, what went wrong, and what can be done.
struct WizardOpeningView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns - 4, texts: context.texts)
        compose(in: &builder)
        let text = builder.text
        text.draw(on: canvas.inset(left: 2), offset: 0, context: context, reports: false)
        if case .ambiguous(let candidates) = wizard.session.opening {
            drawChoices(candidates, on: canvas.inset(top: min(text.lineCount + 1, canvas.rows - 2)))
        } else if state.overlay == nil {
            canvas.placeCursor(column: 0, row: 0)
        }
    }

    private func compose(in builder: inout ScrollTextBuilder) {
        let again: TerminalText = context.words(WizardWords.triesAgainAllKept)
        switch (wizard.session.submission, wizard.session.opening) {
        case (.checking, _):
            builder.paragraph(context.words(WizardWords.askingWhether(waited: waited)))
        case (.unknown(_, let error), _):
            builder.paragraph(context.words(WizardWords.notKnownWhether(error: context.words(error))), style: .warning)
            builder.paragraph(again)
        case (_, .claiming): builder.paragraph(context.words(WizardWords.lookingHere(waited: waited)))
        case (_, .reading): builder.paragraph(context.words(WizardWords.openingDraft))
        case (_, .notRead(let error)):
            builder.paragraph(context.words(WizardWords.cannotOpen), style: .warning)
            problem(error, in: &builder)
            if error.kind == .heldElsewhere {
                builder.paragraph(
                    context.words(WizardWords.takesOver))
            }
            builder.paragraph(context.words(WizardWords.triesAgain))
        case (_, .asking): builder.paragraph(context.words(WizardWords.askingRequests(waited: waited)))
        case (_, .journalling):
            builder.paragraph(context.words(WizardWords.savingDraft))
            if let error = wizard.session.journal.error {
                problem(error, in: &builder)
                builder.paragraph(context.words(WizardWords.nothingSent(again: again)))
            }
        case (_, .creating): builder.paragraph(context.words(WizardWords.creating(waited: waited)))
        case (_, .checking):
            builder.paragraph(context.words(WizardWords.creationLost(waited: waited)))
        case (_, .unknown(let error)):
            builder.paragraph(context.words(WizardWords.creationUnknown), style: .warning)
            problem(error, in: &builder)
            builder.paragraph(context.words(WizardWords.asksByItself(again: again)))
        case (_, .notCreated(let error?)) where error.refusesBundle:
            builder.paragraph(context.words(WizardWords.oneEach), style: .warning)
            if let reason = error.reason { builder.paragraph(context.words(reason)) }
            builder.paragraph(context.words(WizardWords.goesToBasket))
        case (_, .notCreated(let error)):
            guard wizard.session.draft.creationIsInDoubt else {
                builder.paragraph(context.words(WizardWords.notCreated), style: .warning)
                if let error { problem(error, in: &builder) }
                return builder.paragraph(again)
            }
            builder.paragraph(context.words(WizardWords.creationNotThere), style: .warning)
            if let error { problem(error, in: &builder) }
            builder.paragraph(
                context.words(WizardWords.mayStillArrive))
        case (_, .ambiguous):
            builder.paragraph(context.words(WizardWords.ambiguous))
        case (_, .ready): loading(in: &builder)
        }
    }

    /// How long it has been so, once that is worth telling.
    private var waited: TerminalText {
        let what: TerminalText =
            isBegun ? context.words(WizardWords.everythingKept) : context.words(WizardWords.nothingMade)
        let leaves: TerminalText = context.words(WizardWords.leaves(what: what))
        if let wait = state.wizardWait { return ". \(context.words(WaitWords(wait, now: state.now))). \(leaves)" }
        guard let elapsed = wizard.waited(now: state.now) else { return context.glyphs.ellipsis }
        return ", \(elapsed). \(leaves)"
    }

    /// Whether there is anything yet that could be kept.
    private var isBegun: Bool { if case .claiming = wizard.session.opening { false } else { true } }

    private func loading(in builder: inout ScrollTextBuilder) {
        guard let error = wizard.session.loadError, wizard.session.loading == nil else {
            builder.paragraph(context.words(WizardWords.loadingForms(waited: waited)))
            return
        }
        if wizard.session.hasLostApplication {
            builder.paragraph(context.words(WizardWords.lostApplication), style: .warning)
            builder.paragraph(context.words(WizardWords.makesNew))
            return
        }
        builder.paragraph(context.words(WizardWords.formsFailed), style: .warning)
        problem(error, in: &builder)
        builder.paragraph(context.words(WizardWords.triesAgainAnswersKept))
    }

    private func problem(_ error: PortalError, in builder: inout ScrollTextBuilder) {
        builder.paragraph(context.words(error))
        if let reason = error.reason { builder.paragraph(context.words(reason)) }
        if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
    }

    private func drawChoices(_ candidates: [ApplicationSummary], on canvas: Canvas) {
        let viewport = ListViewport(itemCount: candidates.count + 1, rows: canvas.rows)
        let top = viewport.top(selected: wizard.selection, from: 0)
        for index in viewport.visible(from: top) {
            let text: TerminalText
            if candidates.indices.contains(index) {
                let candidate = candidates[index]
                let made =
                    candidate.created.map {
                        context.words.text(WizardWords.made(age: context.words.age(of: $0, now: state.now)))
                    } ?? ""
                text = context.words(
                    WizardWords.candidate(id: candidate.id.rawValue, made: made, title: candidate.title))
            } else {
                text = context.words(WizardWords.noneOfThese)
            }
            canvas.drawCut(text.singleLine, column: 3, row: index - top, glyphs: context.glyphs)
            if index == wizard.selection {
                canvas.drawSelection(
                    row: index - top, terminal: state.terminal, hasFocus: state.overlay == nil, glyphs: context.glyphs)
            }
        }
    }
}

extension WizardState {
    /// How long the portal has been waited for, once that is worth telling.
    func waited(now: Date) -> String? {
        guard let seconds = session.waitingSince.map(now.timeIntervalSince), seconds >= 1 else { return nil }
        return AgeText.elapsed(seconds: seconds)
    }
}
