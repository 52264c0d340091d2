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
        let title: TerminalText = "Access is asked for \(CountText.text(datasets.count, "dataset")):"
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
        let ellipsis = context.glyphs.ellipsis
        let again: TerminalText = "\(context.label("↵")) tries again. Everything is kept here."
        switch (wizard.session.submission, wizard.session.opening) {
        case (.checking, _):
            builder.paragraph("Asking the portal whether it has this request\(waited)")
        case (.unknown(_, let error), _):
            builder.paragraph("It is not known whether the portal has this request: \(error.sentence)", style: .warning)
            builder.paragraph(again)
        case (_, .claiming): builder.paragraph("Looking whether this request is known already\(waited)")
        case (_, .reading): builder.paragraph("Opening the draft\(ellipsis)")
        case (_, .notRead(let error)):
            builder.paragraph("This draft cannot be opened now. Nothing of it is lost.", style: .warning)
            problem(error, in: &builder)
            if error.kind == .heldElsewhere {
                builder.paragraph(
                    "\(context.key(.takeOver)) takes it over: the other program then stops writing, and says so.")
            }
            builder.paragraph("\(context.label("↵")) tries again.")
        case (_, .asking): builder.paragraph("Asking the portal which requests it has\(waited)")
        case (_, .journalling):
            builder.paragraph("Saving the draft on this machine\(ellipsis)")
            if let error = wizard.session.journal.error {
                problem(error, in: &builder)
                builder.paragraph("Nothing was sent to the portal. \(again)")
            }
        case (_, .creating): builder.paragraph("The portal makes the application\(waited)")
        case (_, .checking):
            builder.paragraph("The portal's answer was lost. Asking it what it has\(waited)")
        case (_, .unknown(let error)):
            builder.paragraph("It is not known whether the portal made the application.", style: .warning)
            problem(error, in: &builder)
            builder.paragraph("It is asked again by itself before anything is made anew. \(again)")
        case (_, .notCreated(let error?)) where error.refusesBundle:
            builder.paragraph("These datasets need a request each.", style: .warning)
            if let detail = error.detail { builder.paragraph(detail) }
            builder.paragraph("\(context.label("↵")) goes to the basket, where you choose which to ask for first.")
        case (_, .notCreated(let error)):
            guard wizard.session.draft.creationIsInDoubt else {
                builder.paragraph("The portal did not make an application.", style: .warning)
                if let error { problem(error, in: &builder) }
                return builder.paragraph(again)
            }
            builder.paragraph("The portal does not have the application, and its answer was lost.", style: .warning)
            if let error { problem(error, in: &builder) }
            builder.paragraph(
                "What was sent may still arrive there; then it is taken over. \(context.label("↵")) looks once more, and "
                    + "only if it is not there makes another one. Everything is kept here.")
        case (_, .ambiguous):
            builder.paragraph("The portal's answer was lost, and several drafts there could be this one:")
        case (_, .ready): loading(in: &builder)
        }
    }

    /// How long it has been so, once that is worth telling.
    private var waited: TerminalText {
        let what: TerminalText = isBegun ? "everything is kept." : "nothing was made."
        let leaves: TerminalText = "\(context.key(.leaveWizard)) leaves; \(what)"
        if let wait = state.wizardWait { return ". \(wait.words(now: state.now)). \(leaves)" }
        guard let elapsed = wizard.waited(now: state.now) else { return context.glyphs.ellipsis }
        return ", \(elapsed). \(leaves)"
    }

    /// Whether there is anything yet that could be kept.
    private var isBegun: Bool { if case .claiming = wizard.session.opening { false } else { true } }

    private func loading(in builder: inout ScrollTextBuilder) {
        guard let error = wizard.session.loadError, wizard.session.loading == nil else {
            builder.paragraph("Loading the forms\(waited)")
            return
        }
        if wizard.session.hasLostApplication {
            builder.paragraph("The portal does not have this request any more.", style: .warning)
            builder.paragraph("Your answers are kept here. \(context.label("↵")) makes a new request with them.")
            return
        }
        builder.paragraph("The forms could not be loaded.", style: .warning)
        problem(error, in: &builder)
        builder.paragraph("\(context.label("↵")) tries again. Your answers are kept here.")
    }

    private func problem(_ error: PortalError, in builder: inout ScrollTextBuilder) {
        builder.paragraph(error.sentence)
        if let detail = error.detail, !detail.isEmpty { builder.paragraph(detail) }
        if let id = error.requestID { builder.paragraph("request id \(id)", style: .dim) }
    }

    private func drawChoices(_ candidates: [ApplicationSummary], on canvas: Canvas) {
        let viewport = ListViewport(itemCount: candidates.count + 1, rows: canvas.rows)
        let top = viewport.top(selected: wizard.selection, from: 0)
        for index in viewport.visible(from: top) {
            let text: TerminalText
            if candidates.indices.contains(index) {
                let candidate = candidates[index]
                let made = candidate.created.map { ", made \(AgeText.text(of: $0, now: state.now))" } ?? ""
                text = "Request \(candidate.id.rawValue)\(made)  \(candidate.title)"
            } else {
                text = "None of these: make a new one"
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
