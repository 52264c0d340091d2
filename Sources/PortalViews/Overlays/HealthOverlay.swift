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
        let inner = OverlayPane(title: "Status of \(title)", note: note).draw(on: room, context)
        text(columns: inner.columns).draw(on: inner, offset: offset, context: context)
    }

    private var note: TerminalText {
        guard let asked = state.health.askedAt else { return .empty }
        guard state.health.pending.isEmpty else {
            return "asking, \(AgeText.elapsed(seconds: state.now.timeIntervalSince(asked)))"
        }
        return "asked \(AgeText.text(of: asked, now: state.now))"
    }

    private func text(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: columns, texts: context.texts)
        for place in state.profile?.services ?? [] { describe(place, in: &builder) }
        builder.blank()
        builder.paragraph(
            "\(context.key(.showFailures)) shows the calls that failed, \(context.key(.showPortals)) the portals that are "
                + "set up.", style: .dim)
        return builder.text
    }

    private func describe(_ place: ServicePlace, in builder: inout ScrollTextBuilder) {
        builder.heading(place.service.words)
        let finding = state.health.findings[place.service]
        if state.health.pending[place.service] != nil {
            builder.paragraph("\(context.glyphs.ellipsis) asking", style: .info, indent: 2)
        } else if let finding {
            let mark = finding.state.mark(context.glyphs)
            let time = TerminalText(singleLine: "\(CountText.text(finding.milliseconds)) ms")
            let version = finding.version.map { ", version \(TerminalText(singleLine: $0))" as TerminalText } ?? .empty
            builder.paragraph("\(mark.text), \(time)\(version)", style: mark.style, indent: 2)
            if let rest = finding.rest {
                builder.paragraph(
                    "left alone for \(rest) s after failures; what you ask for is tried all the same", style: .warning,
                    indent: 2)
            }
            if let detail = finding.detail { builder.paragraph(TerminalText(singleLine: detail), indent: 2) }
        } else {
            builder.paragraph("not asked", style: .dim, indent: 2)
        }
        if let address = finding?.place.address ?? place.address {
            builder.paragraph(TerminalText(singleLine: address), style: .dim, indent: 2)
        }
    }
}

extension ServiceFinding.State {
    func mark(_ glyphs: GlyphSet) -> StateMark {
        switch self {
        case .healthy: StateMark(glyph: glyphs.check, word: "healthy", style: .success)
        case .unhealthy: StateMark(glyph: glyphs.warning, word: "unhealthy", style: .warning)
        case .unreachable: StateMark(glyph: glyphs.cross, word: "unreachable", style: .error)
        }
    }
}
