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
        let separator = " \(glyphs.separator) " as TerminalText
        let parts = [
            WizardSavedText.here(wizard, now: state.now),
            WizardSavedText.service(wizard, now: state.now, canSignIn: state.profile?.signInWay != nil),
        ].compactMap(\.self).map { ($0.isAlarming ? glyphs.warning + " " + $0.text : $0.text, $0.style) }
        let used = parts.reduce(name.columns + 1) { $0 + separator.columns + $1.0.columns }
        if used + place.columns + 3 <= canvas.columns {
            canvas.inset(right: 1).drawTrailing(place, row: 0, style: .dim)
        }
        var column = canvas.draw(name, column: 1, row: 0, style: .title) + 1
        for (text, style) in parts {
            column += canvas.draw(separator, column: column, row: 0, style: .dim)
            column = canvas.drawCut(text, column: column, row: 0, style: style, glyphs: glyphs)
        }
        StepLine(wizard: wizard, languages: state.languages, context: context).draw(on: canvas, row: 1)
        if canvas.rows > 2 { canvas.rule(row: 2, glyphs: glyphs) }
    }

    /// Left out where what is saved needs the room: the line below shows it too.
    private var place: TerminalText {
        let steps = wizard.steps
        guard let index = steps.firstIndex(of: wizard.step), steps.count > 1, !isNarrow else { return .empty }
        return "step \(index + 1) of \(steps.count)"
    }

    private var name: TerminalText {
        let number = wizard.draft.application.map { "\($0.rawValue)" } ?? "(new)"
        guard !isNarrow else { return "Request \(number)" }
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
        switch wizard.opening {
        // What is there is not ours to tell of.
        case .reading, .notRead: return nil
        default: break
        }
        if wizard.isTakenOver {
            return Part(text: "another program has it: M-t takes it over", style: .error, isAlarming: true)
        }
        if let error = wizard.journal.error {
            return Part(text: "not saved here: \(error.detail ?? error.sentence)", style: .error, isAlarming: true)
        }
        guard wizard.draft.revision > 0 else { return nil }
        guard wizard.isSavedHere else { return Part(text: "saving here…", style: .dim) }
        return Part(text: "saved here" + age(wizard.journal.confirmedAt, now: now), style: .dim)
    }

    /// At the service; nil while there is no application.
    static func service(_ wizard: WizardState, now: Date, canSignIn: Bool) -> Part? {
        guard wizard.application != nil, wizard.submission != .done else { return nil }
        let service = wizard.service
        if !wizard.conflicts.isEmpty {
            let answers = wizard.conflicts.count == 1 ? "one answer" : "\(wizard.conflicts.count) answers"
            return Part(text: "conflict in \(answers): F12 compares", style: .warning, isAlarming: true)
        }
        if wizard.isRecalled {
            guard wizard.loading == nil else { return Part(text: "asking the portal…", style: .dim) }
            return Part(text: "the portal is away: kept here until it is back", style: .warning, isAlarming: true)
        }
        if service.saving != nil, service.attempts > 0 {
            return Part(text: "no answer from the portal, trying again…", style: .warning, isAlarming: true)
        }
        if service.saving != nil { return Part(text: "saving at the portal…", style: .dim) }
        if let error = service.error {
            if error.kind == .signedOut, canSignIn {
                return Part(text: "signed out: F6 signs in", style: .warning, isAlarming: true)
            }
            let next: TerminalText = service.isWaiting ? " It will be sent when the portal is back." : ""
            let text = TerminalText(singleLine: error.sentence) + next + TerminalText(singleLine: error.idNote)
            return Part(text: text, style: .warning, isAlarming: true)
        }
        if !wizard.needsSaving, wizard.heldBack > 0 {
            return Part(text: "at the portal but for \(wizard.heldBack) to correct", style: .warning)
        }
        if !wizard.needsSaving, !wizard.keptOtherwise.isEmpty {
            return Part(
                text: "at the portal, except \(wizard.keptOtherwise.count) that it keeps otherwise", style: .warning)
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

/// The steps in one line, each with a sign for how far it is. Where room is short the names of those that are not open
/// are cut, and left out at last.
struct StepLine {
    let wizard: WizardState
    let languages: [String]
    let context: ViewContext

    private var glyphs: GlyphSet { context.glyphs }

    private static let widestName = 40
    private static let leastName = 4
    /// The open step keeps this much of its name.
    private static let openName = 24

    func draw(on canvas: Canvas, row: Int) {
        let (parts, gap) = fitting(canvas.columns - 2)
        var column = 1
        for (step, part) in zip(wizard.steps, parts) {
            let style: Style = step == wizard.step ? .focus : wizard.progress(of: step) == .done ? .success : .plain
            let end = canvas.drawCut(
                part, column: column, row: row, style: style, upTo: canvas.columns - 1, glyphs: glyphs)
            context.note(.step(step), on: canvas, ScreenArea(column: column, row: row, columns: end - column, rows: 1))
            column = end + gap
        }
    }

    /// The longest labels that fit, and the columns between them.
    private func fitting(_ room: Int) -> (parts: [TerminalText], gap: Int) {
        for width in stride(from: Self.widestName, through: Self.leastName, by: -1) {
            let parts = labels(otherNames: width)
            for gap in [3, 2] where Self.columns(parts, gap: gap) <= room { return (parts, gap) }
        }
        let parts = labels(otherNames: 0)
        return (parts, Self.columns(parts, gap: 2) <= room ? 2 : 1)
    }

    private static func columns(_ parts: [TerminalText], gap: Int) -> Int {
        parts.reduce(0) { $0 + $1.columns } + max(parts.count - 1, 0) * gap
    }

    /// - Parameter width: columns for the names of the steps that are not open; 0 leaves them out.
    private func labels(otherNames width: Int) -> [TerminalText] {
        wizard.steps.map { step in
            let room = step == wizard.step ? max(width, Self.openName) : width
            let name = name(step).truncated(to: room, ellipsis: glyphs.ellipsis)
            return sign(step) + (room == 0 ? .empty : " " + name) + count(step)
        }
    }

    private func sign(_ step: WizardStep) -> TerminalText {
        switch wizard.progress(of: step) {
        case .notBegun: glyphs.circle
        case .begun: glyphs.halfCircle
        case .done: glyphs.disc
        }
    }

    private func name(_ step: WizardStep) -> TerminalText {
        switch step {
        case .datasets: "Datasets"
        case .form(let id): TerminalText(singleLine: title(of: id))
        case .licences: "Licences"
        case .review: "Review"
        case .result: "Submitted"
        }
    }

    private func title(of id: Int64) -> String {
        let title = wizard.application?.forms.first { $0.id == id }?.title.text(in: languages) ?? ""
        return title.isEmpty ? "Form" : title
    }

    /// How much of it is there; of the forms that are not open only while they are half done.
    private func count(_ step: WizardStep) -> TerminalText {
        if case .form = step {
            let progress = wizard.progress(of: step)
            if progress == .done || progress == .notBegun && step != wizard.step { return .empty }
        }
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
