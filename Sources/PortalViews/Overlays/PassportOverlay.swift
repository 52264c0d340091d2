import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The visas of the person's passport, each with what looking at its signature came to, and what is missing in it.
struct PassportOverlay {
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let inner = OverlayPane(title: context.words(PassportWords.title), note: note).draw(on: room, context)
        text(columns: inner.columns).draw(on: inner, offset: offset, context: context)
    }

    private var note: TerminalText {
        guard let asked = state.passport.askedAt else { return .empty }
        guard state.passport.pending == nil else {
            return context.words(
                PassportWords.asking(elapsed: context.words.elapsed(seconds: state.now.timeIntervalSince(asked))))
        }
        return context.words(PassportWords.asked(age: context.words.age(of: asked, now: state.now)))
    }

    private func text(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        let passport = state.passport
        if let failure = passport.failure {
            builder.paragraph(context.words(failure.why).singleLine, style: .error)
        } else if passport.report == nil {
            builder.paragraph(context.words(PassportWords.askingShort), style: .info)
        }
        if let report = passport.report { describe(report, in: &builder) }
        return builder.text
    }

    private func describe(_ report: PassportReport, in builder: inout ScrollTextBuilder) {
        for failure in report.failures {
            builder.paragraph(
                context.words(PassportWords.notAsked(failure.origin, failure.reason)).singleLine, style: .warning)
        }
        if report.visas.isEmpty { builder.paragraph(context.words(PassportWords.none)) }
        for visa in report.visas { describe(visa, in: &builder) }
        let missing = state.grantedWithoutVisa
        if !missing.isEmpty { builder.heading(context.words(PassportWords.missing)) }
        for access in missing {
            let name = access.title.isEmpty ? access.entitlement.datasetIdentifier : access.title
            builder.paragraph(
                context.words.glyphs.warning + " " + TerminalText(singleLine: name), style: .warning, indent: 2)
            let day = access.entitlement.start.map { context.words.day($0) }
            builder.paragraph(context.words(PassportWords.notYet(day: day)), indent: 4)
        }
        builder.blank()
        builder.paragraph(context.words(PassportWords.archiveDecides), style: .dim)
    }

    private func describe(_ visa: Visa, in builder: inout ScrollTextBuilder) {
        let title = state.title(of: visa)
        let value = TerminalText(singleLine: visa.value)
        if visa.kind == .unknown {
            builder.heading(context.words(PassportWords.unreadable))
        } else {
            builder.heading(title.isEmpty ? value : TerminalText(singleLine: title))
            let kind: TerminalText = context.words(PassportWords.kind(visa.kind))
            builder.paragraph(title.isEmpty ? kind : "\(kind): \(value)", style: .dim, indent: 2)
        }
        let mark = visa.verdict.mark(context.words)
        builder.paragraph(mark.text, style: mark.style, indent: 2)
        if let source = visa.source {
            let words = PassportWords.decided(
                by: TerminalText(singleLine: source), role: visa.by, day: visa.asserted.map { context.words.day($0) })
            builder.paragraph(context.words(words), indent: 2)
        }
        if let issuer = visa.issuer {
            let words = PassportWords.issued(
                by: TerminalText(singleLine: issuer), day: visa.issued.map { context.words.day($0) })
            builder.paragraph(context.words(words), indent: 2)
        }
        if let expires = visa.expires {
            let left = context.words.remaining(until: expires, now: state.now)
            builder.paragraph(
                context.words(PassportWords.goodUntil(day: context.words.day(expires), remaining: left.text)),
                style: style(of: visa), indent: 2)
        }
    }

    private func style(of visa: Visa) -> Style {
        guard let days = visa.daysLeft(at: state.now) else { return .plain }
        return days < Visa.urgentDays ? .error : days < Visa.warningDays ? .warning : .plain
    }
}

extension VisaVerdict {
    /// A sign, words and a colour.
    func mark(_ words: Phrasing) -> StateMark {
        let glyphs = words.glyphs
        return switch self {
        case .checked: StateMark(glyph: glyphs.check, word: words(PassportWords.checked), style: .success)
        case .notChecked(let reason):
            StateMark(glyph: "?", word: words(PassportWords.notChecked(.passport(reason))), style: .warning)
        case .failed(let reason):
            StateMark(glyph: glyphs.cross, word: words(PassportWords.failed(.passport(reason))), style: .error)
        }
    }
}
