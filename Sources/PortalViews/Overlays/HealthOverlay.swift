import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The status view: each service with its state, the time it took and its address, as soon as it is known.
struct HealthOverlay {
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let title = TerminalText(singleLine: state.profile?.title ?? "")
        let inner = OverlayPane(title: context.words(HealthWords.title(title: title)), note: note).draw(
            on: room, context)
        text(columns: inner.columns).draw(on: inner, offset: offset, context: context)
    }

    private var note: TerminalText {
        guard let asked = state.health.askedAt else { return .empty }
        guard state.health.pending.isEmpty else {
            return context.words(
                HealthWords.asking(elapsed: context.words.elapsed(seconds: state.now.timeIntervalSince(asked))))
        }
        return context.words(HealthWords.asked(age: context.words.age(of: asked, now: state.now)))
    }

    private func text(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        for place in state.profile?.services ?? [] { describe(place, in: &builder) }
        if state.profile?.isFollowed == true { describeChannel(in: &builder) }
        builder.blank()
        builder.paragraph(
            context.words(HealthWords.showsMore), style: .dim)
        return builder.text
    }

    /// Whether changes are told at once, and what is done where they are not.
    private func describeChannel(in builder: inout ScrollTextBuilder) {
        let glyphs = context.glyphs
        builder.heading(context.words(HealthWords.changes))
        switch state.channel {
        case .live: builder.paragraph("\(glyphs.check) \(context.words(HealthWords.live))", style: .success, indent: 2)
        case .connecting: builder.paragraph(context.words(HealthWords.connecting), style: .info, indent: 2)
        case .lost(let since, let next, let error):
            let age = context.words.age(of: since, now: state.now)
            let rest = context.words.elapsed(seconds: next.timeIntervalSince(state.now))
            builder.paragraph(
                "\(glyphs.warning) \(context.words(HealthWords.lost(age: age, rest: rest)))", style: .warning, indent: 2
            )
            builder.paragraph(context.words(error.why).singleLine, indent: 2)
        case .refused(let error):
            builder.paragraph("\(glyphs.cross) \(context.words(HealthWords.notFollowed))", style: .error, indent: 2)
            builder.paragraph(context.words(error.why).singleLine, indent: 2)
        case .none: builder.paragraph(context.words(HealthWords.notAsked), style: .dim, indent: 2)
        }
        builder.paragraph(
            context.words(HealthWords.interval(elapsed: context.words.elapsed(seconds: Double(state.interval) / 1000))),
            style: .dim, indent: 2)
    }

    private func describe(_ place: ServicePlace, in builder: inout ScrollTextBuilder) {
        builder.heading(context.words(place.service))
        let finding = state.health.findings[place.service]
        if state.health.pending[place.service] != nil {
            builder.paragraph(context.words(HealthWords.askingShort), style: .info, indent: 2)
        } else if let finding {
            let mark = finding.state.mark(context.words)
            let time = TerminalText(
                singleLine: context.words.text(HealthWords.milliseconds(count: finding.milliseconds)))
            let version =
                finding.version.map {
                    context.words(HealthWords.version(version: TerminalText(singleLine: $0))) as TerminalText
                } ?? .empty
            builder.paragraph("\(mark.text), \(time)\(version)", style: mark.style, indent: 2)
            if let rest = finding.rest {
                builder.paragraph(
                    context.words(HealthWords.leftAlone(rest: rest)), style: .warning,
                    indent: 2)
            }
            if let reason = finding.reason { builder.paragraph(context.words(reason).singleLine, indent: 2) }
        } else {
            builder.paragraph(context.words(HealthWords.notAsked), style: .dim, indent: 2)
        }
        if let address = finding?.place.address ?? place.address {
            builder.paragraph(TerminalText(singleLine: address), style: .dim, indent: 2)
        }
    }
}

extension ServiceFinding.State {
    var words: HealthWords {
        switch self {
        case .healthy: .healthy
        case .unhealthy: .unhealthy
        case .unreachable: .unreachable
        }
    }

    func mark(_ words: Phrasing) -> StateMark {
        let glyphs = words.glyphs
        return switch self {
        case .healthy: StateMark(glyph: glyphs.check, word: words(self.words), style: .success)
        case .unhealthy: StateMark(glyph: glyphs.warning, word: words(self.words), style: .warning)
        case .unreachable: StateMark(glyph: glyphs.cross, word: words(self.words), style: .error)
        }
    }
}
