import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The header line: the portal, the panes with what waits in them, and who is signed in.
struct HeaderLine {
    let state: AppState
    let context: ViewContext

    private struct Pane {
        var key: TerminalText
        var label: TerminalText
        var isActive: Bool
        /// Something new is in it.
        var news: TerminalText = .empty

        var columns: Int { key.columns + 1 + label.columns + news.columns }
    }

    func draw(on canvas: Canvas) {
        var end = canvas.columns - 1
        let panes = state.profile == nil ? [] : panes
        let panesWidth = panes.reduce(0) { $0 + $1.columns } + max(panes.count - 1, 0) * 2
        if let user = state.profile?.user.map(TerminalText.init(singleLine:)), canvas.columns >= 60 {
            let shown = user.truncated(to: max(min(20, end - panesWidth - 14), 0), ellipsis: context.glyphs.ellipsis)
            canvas.draw(shown, column: end - shown.columns, row: 0, style: .dim)
            end -= shown.columns + 3
        }
        let start = max(end - panesWidth, 1)
        drawTitle(on: canvas, upTo: start - 2)
        draw(panes, on: canvas, column: start)
    }

    private func draw(_ panes: [Pane], on canvas: Canvas, column: Int) {
        var column = column
        // While a text is typed the digits go into it.
        let keyStyle: Style = state.keyContexts.contains(.global) ? .key : .dim
        for pane in panes {
            column += canvas.draw(pane.key, column: column, row: 0, style: keyStyle) + 1
            column += canvas.draw(pane.label, column: column, row: 0, style: pane.isActive ? .focus : .plain)
            column += canvas.draw(pane.news, column: column, row: 0, style: .warning) + 2
        }
    }

    private func drawTitle(on canvas: Canvas, upTo end: Int) {
        guard end >= 8 else { return }
        var column = 1 + canvas.draw("Portal", column: 1, row: 0, style: .title) + 2
        guard let profile = state.profile else { return }
        column = canvas.drawCut(
            TerminalText(singleLine: profile.title), column: column, row: 0, upTo: end, glyphs: context.glyphs)
        guard let warning = profile.warning, end - column >= 12 else { return }
        let text = context.glyphs.warning + " " + TerminalText(singleLine: warning)
        canvas.drawCut(text, column: column + 2, row: 0, style: .warning, upTo: end, glyphs: context.glyphs)
    }

    private var panes: [Pane] {
        let inBasket = state.basket.items.count
        let unread = state.requests.unreadCount
        return [
            Pane(key: context.key(.showBrowser), label: "Datasets", isActive: state.screen == .browser),
            Pane(
                key: context.key(.showBasket), label: inBasket == 0 ? "Basket" : "Basket \(inBasket)",
                isActive: state.screen == .basket),
            Pane(
                key: context.key(.showRequests), label: "Requests",
                isActive: state.screen == .requests || state.screen == .wizard,
                news: unread == 0 ? .empty : " \(unread)!"),
        ]
    }
}

/// The last line: what can be done here, as far as it fits, most important first to stay.
struct FooterLine {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let line = context.footer(context.keyMap.hints(for: state)) { hints in
            HintLine(
                hints.map {
                    Hint(
                        key: context.label($0.keys), label: TerminalText(singleLine: $0.title),
                        importance: -$0.importance)
                })
        }
        line.draw(on: canvas.inset(left: 1, right: 1), row: 0)
    }
}

/// A message that goes away by itself: above the footer, or over it where there is no room.
struct ToastLine {
    let toast: Toast
    let context: ViewContext

    /// Rows that the whole message needs.
    func draw(on canvas: Canvas, layout: ScreenLayout) {
        let mark = toast.kind.mark(context.glyphs)
        let lines = TerminalText(sanitizing: toast.text).wrapped(to: max(canvas.columns - 4, 8))
        let last = layout.messageRow ?? layout.footerRow
        let shown = lines.prefix(max(min(3, last - 1), 1))
        for (index, line) in shown.enumerated() {
            let row = last - shown.count + 1 + index
            canvas.fill(row: row)
            if index == 0 { canvas.draw(mark.glyph, column: 1, row: row, style: mark.style) }
            let text =
                index == 2 && lines.count > 3
                ? line.prefix(columns: canvas.columns - 5) + context.glyphs.ellipsis : line
            canvas.draw(text, column: 3, row: row, style: mark.style)
        }
    }
}
