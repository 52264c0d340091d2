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
        let inner = OverlayPane(title: context.words(PortalWords.title), note: note(list)).draw(on: room, context)
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
        if state.portals.goingTo != nil { return context.words(PortalWords.changingOver) }
        if state.portals.list == nil { return context.words(PortalWords.reading) }
        return list.count == 1 ? context.words(PortalWords.one) : context.words(PortalWords.several(count: list.count))
    }

    private func draw(_ portal: KnownPortal, isSelected: Bool, on lines: Canvas) {
        if isSelected {
            lines.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            lines.placeCursor(column: 0, row: 0)
        }
        let marks = [
            portal.name == state.profile?.name ? context.words.text(PortalWords.open) : nil,
            portal.isDefault ? context.words.text(PortalWords.opensAtStart) : nil,
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
        guard let draft = portal.draft else { return context.words.text(PortalWords.demo) }
        let signIn =
            draft.issuer.isEmpty
            ? context.words.text(PortalWords.noSignIn)
            : portal.hasSignIn ? context.words.text(PortalWords.signInKept) : context.words.text(PortalWords.withSignIn)
        return [
            draft.discovery.withoutCredentials,
            draft.access.isEmpty ? context.words.text(PortalWords.browsingOnly) : nil, signIn,
            portal.drafts.flatMap {
                $0 == 0
                    ? nil
                    : $0 == 1
                        ? context.words.text(PortalWords.oneDraft) : context.words.text(PortalWords.drafts(count: $0))
            },
            portal.ownFile == nil ? nil : context.words.text(PortalWords.inConfiguration),
        ].compactMap(\.self).joined(separator: " \(context.glyphs.separator.plain) ")
    }

    private func words(columns: Int) -> ScrollText {
        var builder = ScrollTextBuilder(width: max(columns, 8), texts: context.texts)
        if let problem = state.portals.problem {
            builder.paragraph("\(context.glyphs.cross) \(context.words(problem))", style: .error)
        }
        if let name = state.portals.selected?.name {
            if state.portals.trying?.name == name {
                builder.paragraph(context.words(PortalWords.askingServices), style: .info)
            } else if let trial = state.portals.trials[name] {
                PortalTrialLines(trial: trial).compose(in: &builder, context)
            }
        }
        return builder.text
    }
}

/// What was found of each service.
struct PortalTrialLines {
    let trial: PortalTrial

    func compose(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        let glyphs = context.glyphs
        for finding in trial.findings {
            let words: TerminalText =
                "\(context.words(PortalFormWords.service(finding.service))): \(context.words(finding.reason))"
            builder.paragraph(
                "\(finding.isWell ? glyphs.check : glyphs.cross) \(words)", style: finding.isWell ? .success : .error)
        }
    }
}
