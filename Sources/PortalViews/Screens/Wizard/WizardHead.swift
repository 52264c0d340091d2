import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The lines above a step: which request, what of it is saved where, and how far each step is.
struct WizardHead {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }
    private var isNarrow: Bool { state.terminal.columns < 60 }

    func draw(on canvas: Canvas) {
        let steps = wizard.steps
        var end = canvas.columns
        if let index = steps.firstIndex(of: wizard.step), steps.count > 1, !isNarrow {
            let place: TerminalText = "step \(index + 1) of \(steps.count)"
            end = canvas.inset(right: 1).drawTrailing(place, row: 0, style: .dim) - 1
        }
        let line = canvas.splitLeft(end).left
        var column = line.draw(name, column: 1, row: 0, style: .title) + 1
        for part in [WizardSavedText.here(wizard, now: state.now), WizardSavedText.service(wizard, now: state.now)] {
            guard let part else { continue }
            column += line.draw(" \(glyphs.separator) ", column: column, row: 0, style: .dim)
            let text = part.isAlarming ? glyphs.warning + " " + part.text : part.text
            column = line.drawCut(text, column: column, row: 0, style: part.style, glyphs: glyphs)
        }
        StepLine(wizard: wizard, languages: state.languages, glyphs: glyphs).draw(on: canvas, row: 1)
        if canvas.rows > 2 { canvas.rule(row: 2, glyphs: glyphs) }
    }

    private var name: TerminalText {
        let number = wizard.draft.application.map { "\($0.rawValue)" } ?? "(new)"
        guard !isNarrow else { return "\(number)" }
        guard let application = wizard.application else { return "Request \(number)" }
        return "Request \(number) \(glyphs.separator) \(application.state.word)"
    }
}

/// What is said of saving. "Saved" always says where, and is said of confirmed writes only.
enum WizardSavedText {
    struct Part {
        var text: TerminalText
        var style: Style
        var isAlarming = false
    }

    /// On this machine; nil while there is nothing to save.
    static func here(_ wizard: WizardState, now: Date) -> Part? {
        if wizard.submission == .done { return nil }
        if let error = wizard.journal.error {
            return Part(text: "not saved here: \(error.detail ?? error.sentence)", style: .error, isAlarming: true)
        }
        guard wizard.draft.revision > 0 else { return nil }
        guard wizard.isSavedHere else { return Part(text: "saving here…", style: .dim) }
        return Part(text: "saved here" + age(wizard.journal.confirmedAt, now: now), style: .dim)
    }

    /// At the service; nil while there is no application.
    static func service(_ wizard: WizardState, now: Date) -> Part? {
        guard wizard.application != nil, wizard.submission != .done else { return nil }
        let service = wizard.service
        if service.saving != nil { return Part(text: "saving at the portal…", style: .dim) }
        if let error = service.error {
            let next: TerminalText = service.isWaiting ? " It will be sent when the portal is back." : ""
            let text = TerminalText(singleLine: error.sentence) + next
            return Part(text: text, style: .warning, isAlarming: true)
        }
        if wizard.heldBack > 0, !wizard.needsSaving {
            return Part(text: "at the portal, except \(wizard.heldBack) to correct", style: .warning)
        }
        if wizard.needsSaving { return Part(text: "not yet at the portal", style: .dim) }
        guard let savedAt = service.savedAt else { return nil }
        return Part(text: "at the portal" + age(savedAt, now: now), style: .dim)
    }

    /// From a minute on, so that typing does not redraw it.
    private static func age(_ time: Date?, now: Date) -> TerminalText {
        guard let time, now.timeIntervalSince(time) >= 60 else { return .empty }
        return " \(AgeText.text(of: time, now: now))"
    }
}

/// The steps in one line, each with a sign for how far it is. Where there is no room only the open one has its name.
struct StepLine {
    let wizard: WizardState
    let languages: [String]
    let glyphs: GlyphSet

    private static let gap = 3

    func draw(on canvas: Canvas, row: Int) {
        var parts = wizard.steps.map { label($0, isShort: false) }
        let width = { (parts: [TerminalText]) in
            parts.reduce(0) { $0 + $1.columns } + max(parts.count - 1, 0) * Self.gap
        }
        let room = canvas.columns - 2
        if width(parts) > room {
            parts = wizard.steps.map { label($0, isShort: $0 != wizard.step) }
        }
        var column = 1
        for (step, part) in zip(wizard.steps, parts) {
            let style: Style = step == wizard.step ? .focus : wizard.progress(of: step) == .done ? .success : .plain
            column =
                canvas.drawCut(part, column: column, row: row, style: style, upTo: canvas.columns - 1, glyphs: glyphs)
                + (width(parts) > room ? 1 : Self.gap)
        }
    }

    private func label(_ step: WizardStep, isShort: Bool) -> TerminalText {
        let sign =
            switch wizard.progress(of: step) {
            case .notBegun: glyphs.circle
            case .begun: glyphs.halfCircle
            case .done: glyphs.disc
            }
        let name = isShort ? .empty : " " + name(step)
        return sign + name + count(step)
    }

    private func name(_ step: WizardStep) -> TerminalText {
        switch step {
        case .datasets: "Datasets"
        case .form(let id):
            TerminalText(singleLine: title(of: id)).truncated(to: 24, ellipsis: glyphs.ellipsis)
        case .licences: "Licences"
        case .review: "Review"
        case .result: "Submitted"
        }
    }

    private func title(of id: Int64) -> String {
        let title = wizard.application?.forms.first { $0.id == id }?.title.text(in: languages) ?? ""
        return title.isEmpty ? "Form" : title
    }

    private func count(_ step: WizardStep) -> TerminalText {
        switch step {
        case .datasets: return " \(wizard.draft.datasets.count)"
        case .form(let id):
            guard let form = wizard.application?.forms.first(where: { $0.id == id }) else { return .empty }
            let count = wizard.count(in: form)
            return " \(count.answered)/\(count.all)"
        case .licences:
            let all = wizard.application?.licences.count ?? 0
            return " \(all - wizard.licencesToAccept.count)/\(all)"
        case .review, .result: return .empty
        }
    }
}
