import PortalModel
import TerminalCanvas

/// The portals that are set up: two lines each, and below them what was found when one was tried.
struct PortalsOverlay {
    let state: AppState
    let context: ViewContext

    private static let rowsOfOne = 2

    func draw(on room: Canvas) {
        if let form = state.portals.form {
            return PortalFormOverlay(form: form, context: context).draw(on: room)
        }
        let list = state.portals.list ?? []
        let inner = OverlayPane(title: "Portals", note: note(list)).draw(on: room, context)
        let words = words(columns: inner.columns - 2)
        let wordRows = min(words.lineCount, max(inner.rows - Self.rowsOfOne - 1, 0))
        let visible = max((inner.rows - wordRows - (wordRows > 0 ? 1 : 0)) / Self.rowsOfOne, 1)
        let selected = state.portals.selection
        let top = ListViewport(itemCount: list.count, rows: visible).top(selected: selected, from: 0)
        var row = 0
        for index in top..<min(top + visible, list.count) {
            let area = ScreenArea(column: 0, row: row, columns: inner.columns, rows: Self.rowsOfOne)
            let lines = inner.subcanvas(area)
            context.note(.overlayItem(index), on: lines, row: 0)
            context.note(.overlayItem(index), on: lines, row: 1)
            draw(list[index], isSelected: index == selected, on: lines)
            row += Self.rowsOfOne
        }
        words.draw(on: inner.inset(left: 2, top: min(row + 1, inner.rows)), offset: 0, context: context, reports: false)
    }

    private func note(_ list: [KnownPortal]) -> TerminalText {
        if state.portals.goingTo != nil { return "changing over\(context.glyphs.ellipsis)" }
        if state.portals.list == nil { return "reading\(context.glyphs.ellipsis)" }
        return list.count == 1 ? "1 portal" : "\(list.count) portals"
    }

    private func draw(_ portal: KnownPortal, isSelected: Bool, on lines: Canvas) {
        if isSelected {
            lines.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            lines.placeCursor(column: 0, row: 0)
        }
        let marks = [
            portal.name == state.profile?.name ? "open" : nil, portal.isDefault ? "opens at start" : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let end = lines.inset(right: 1).drawTrailing(TerminalText(singleLine: marks), row: 0, style: .success)
        let title = portal.title == portal.name ? portal.name : "\(portal.title) (\(portal.name))"
        lines.drawCut(
            TerminalText(singleLine: title), column: 2, row: 0, style: isSelected ? .focus : .plain,
            upTo: max(end - 1, 3), glyphs: context.glyphs)
        lines.drawCut(
            TerminalText(singleLine: about(portal)), column: 4, row: 1, style: .dim, upTo: lines.columns - 1,
            glyphs: context.glyphs)
    }

    private func about(_ portal: KnownPortal) -> String {
        guard let draft = portal.draft else { return "on this machine, with made-up data" }
        let signIn = draft.issuer.isEmpty ? "no sign-in" : portal.hasSignIn ? "sign-in kept" : "with sign-in"
        return [
            draft.discovery, draft.access.isEmpty ? "browsing only" : nil, signIn,
            portal.drafts.flatMap { $0 == 0 ? nil : $0 == 1 ? "1 draft" : "\($0) drafts" },
            portal.ownFile == nil ? nil : "in your config.yaml",
        ].compactMap(\.self).joined(separator: " \(context.glyphs.separator.plain) ")
    }

    private func words(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: max(columns, 8), texts: context.texts)
        if let problem = state.portals.problem {
            builder.paragraph("\(context.glyphs.cross) \(TerminalText(sanitizing: problem))", style: .error)
        }
        if let name = state.portals.selected?.name {
            if state.portals.trying?.name == name {
                builder.paragraph("Asking its services\(context.glyphs.ellipsis)", style: .info)
            } else if let trial = state.portals.trials[name] {
                PortalTrialLines(trial: trial).compose(in: &builder, context.glyphs)
            }
        }
        return builder.text
    }
}

/// What was found of each service.
struct PortalTrialLines {
    let trial: PortalTrial

    func compose(in builder: inout ScrollTextBuilder, _ glyphs: GlyphSet) {
        for finding in trial.findings {
            let words: TerminalText =
                "\(TerminalText(singleLine: finding.service)): \(TerminalText(sanitizing: finding.words))"
            builder.paragraph(
                "\(finding.isWell ? glyphs.check : glyphs.cross) \(words)", style: finding.isWell ? .success : .error)
        }
    }
}
