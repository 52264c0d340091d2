import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The header line: the portal, the panes with what waits in them, and who is signed in.
struct HeaderLine {
    let input: Input
    let context: ViewContext

    /// All that the header tells of the state.
    struct Input: Equatable {
        var profile: ProfileInfo?
        var keys: KeyMap
        var screen: Screen
        var inBasket: Int
        var unread: Int
        /// Until the access ends that ends next, once it is time to renew it.
        var daysLeft: Int?
        /// While a text is typed the digits go into it.
        var takesDigits: Bool
        var columns: Int

        init(_ state: borrowing AppState) {
            profile = state.profile
            keys = state.keys
            screen = state.screen
            inBasket = state.basket.items.count
            unread = state.requests.unreadCount
            daysLeft = state.requests.daysLeft(at: state.now)
            takesDigits = state.keyContexts.contains(.global)
            columns = state.terminal.columns
        }
    }

    init(state: AppState, context: ViewContext) {
        input = Input(state)
        self.context = context
    }

    func draw(on canvas: Canvas) {
        context.header.draw(input, on: canvas, context: context, compose)
    }

    private func compose(on canvas: Canvas) {
        let layout = HeaderLayout(input, context.words)
        if let user = input.profile?.account(context.words).map(TerminalText.init(singleLine:)) {
            let shown = user.truncated(to: layout.userColumns, ellipsis: context.glyphs.ellipsis)
            canvas.draw(shown, column: canvas.columns - 1 - shown.columns, row: 0, style: .dim)
        }
        drawTitle(on: canvas, upTo: layout.start - 2)
        let keyStyle: Style = input.takesDigits ? .key : .dim
        for pane in layout.panes {
            context.note(
                .pane(pane.command), on: canvas, ScreenArea(column: pane.column, row: 0, columns: pane.columns, rows: 1)
            )
            var column = pane.column
            column += canvas.draw(TerminalText(singleLine: pane.key), column: column, row: 0, style: keyStyle) + 1
            let style: Style = pane.isActive ? .focus : .plain
            column += canvas.draw(TerminalText(singleLine: pane.label), column: column, row: 0, style: style)
            canvas.draw(TerminalText(singleLine: pane.news), column: column, row: 0, style: .warning)
        }
    }

    private func drawTitle(on canvas: Canvas, upTo end: Int) {
        let warning = input.profile?.warning.map { context.glyphs.warning + " " + TerminalText(singleLine: $0) }
        // A standing warning goes before the title, which the person knows, and stays as a sign where nothing fits.
        let room = warning.map { $0.columns + 2 } ?? 0
        if let warning, end < Self.name + room {
            let sign = end < Self.name ? context.glyphs.warning : warning
            canvas.drawCut(sign, column: 1, row: 0, style: .warning, upTo: max(end, 2), glyphs: context.glyphs)
            return
        }
        guard end >= 8 else { return }
        var column = 1 + canvas.draw(context.words(OverlayWords.portal), column: 1, row: 0, style: .title) + 2
        guard let profile = input.profile else { return }
        column = canvas.drawCut(
            TerminalText(singleLine: profile.title), column: column, row: 0, upTo: max(end - room, column),
            glyphs: context.glyphs)
        guard let warning else { return }
        canvas.drawCut(
            warning, column: min(column + 2, end - warning.columns), row: 0, style: .warning, upTo: end,
            glyphs: context.glyphs)
    }

    /// Up to behind the program's name.
    private static let name = 9
}

/// The last line: what can be done here, as far as it fits, most important first to stay.
struct FooterLine: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let offered = context.keyMap.offered(for: state)
        context.footerLine.draw(offered, on: canvas, context: context) { canvas in
            let shown = offered.hints.map { hint in
                Hint(
                    key: context.label(hint.keys), label: TerminalText(singleLine: hint.title),
                    importance: -hint.importance)
            }
            HintLine(shown).draw(on: canvas.inset(left: 1, right: 1), row: 0)
        }
    }
}

/// A message that goes away by itself: above the footer, or over it where there is no room.
struct ToastLine {
    let toast: Toast
    let context: ViewContext

    /// Rows that the whole message needs.
    func draw(on canvas: Canvas, layout: ScreenLayout) {
        let mark = toast.kind.mark(context.glyphs)
        let lines = context.words(toast.message).wrapped(to: max(canvas.columns - 4, 8))
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
