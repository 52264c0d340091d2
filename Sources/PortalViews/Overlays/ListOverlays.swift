import PortalModel
import TerminalCanvas

/// Every command by name, narrowed by what is typed.
struct PaletteOverlay {
    let palette: PortalModel.Palette
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let lines = context.keyMap.palette(for: state, find: palette.find.text)
        let list = OverlayPane(title: context.words(OverlayWords.commands))
            .draw(on: room, find: palette.find, placeholder: context.words(OverlayWords.typeWhatToDo), context)
        guard !lines.isEmpty else {
            list.draw(context.words(OverlayWords.noCommand), column: 0, row: 0, style: .dim)
            return
        }
        let top = ListViewport(itemCount: lines.count, rows: list.rows).top(selected: palette.selection, from: 0)
        let keysWidth = min(lines.map { context.label($0.keys).columns }.max() ?? 0, 12)
        for (row, index) in (top..<min(lines.count, top + list.rows)).enumerated() {
            draw(lines[index], isChosen: index == palette.selection, keysWidth: keysWidth, on: list.line(row))
            context.note(.overlayItem(index), on: list, row: row)
        }
        ScrollIndicator(top: top, count: lines.count).draw(on: list, glyphs: context.glyphs)
    }

    private func draw(_ line: HelpLine, isChosen: Bool, keysWidth: Int, on canvas: Canvas) {
        if isChosen { canvas.draw(context.glyphs.marker, column: 0, row: 0, style: .accent) }
        canvas.drawCut(
            context.label(line.keys), column: 2, row: 0, style: .key, upTo: 2 + keysWidth, glyphs: context.glyphs)
        let text = line.reason.map { "\(line.title): \(context.words($0)) \(line.help)" } ?? line.help
        let style: Style = line.reason == nil ? (isChosen ? .plain.bold : .plain) : .dim
        canvas.drawCut(
            TerminalText(singleLine: text), column: keysWidth + 4, row: 0, style: style, upTo: canvas.columns - 1,
            glyphs: context.glyphs)
    }
}

/// The orders of the results.
struct SortOverlay {
    let selection: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let orders = state.offeredOrders
        let inner = OverlayBox(title: context.words(OverlayWords.sortBy), columns: 34, rows: orders.count + 2)
            .draw(on: room, glyphs: context.glyphs)
        let top = ListViewport(itemCount: orders.count, rows: inner.rows).top(selected: selection, from: 0)
        for (row, index) in (top..<min(orders.count, top + inner.rows)).enumerated() {
            let line = inner.line(row)
            context.note(.overlayItem(index), on: line, row: 0)
            let order = orders[index]
            CheckboxRow(name(of: order), isOn: state.isInForce(order), kind: .radio)
                .draw(
                    on: line.inset(left: 2), row: 0, glyphs: context.glyphs,
                    style: state.refusal(of: order) == nil ? .plain : .dim)
            if index == selection {
                line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
                line.placeCursor(column: 0, row: 0)
            }
        }
    }
}

extension SortOverlay {
    private func name(of order: OfferedOrder) -> TerminalText {
        switch order {
        case .service(let sort): return context.words(sort)
        case .column(let column):
            let name: TerminalText = context.words(Message.search(.column(column)))
            guard state.refusal(of: order) == nil else {
                return name + " (" + context.words(OverlayWords.byMirrorOnly) + ")"
            }
            guard let inForce = state.columnOfOrder, inForce.column == column else { return name }
            return name + " " + context.glyphs.sign(of: inForce)
        }
    }
}

extension GlyphSet {
    /// Which way a column runs: words from A, and numbers from the greatest, unless it is turned round.
    func sign(of order: (column: ListColumn, isReversed: Bool)) -> TerminalText {
        let beginsGreat = order.column.isNumber || order.column == .period
        return beginsGreat == order.isReversed ? up : down
    }
}

/// A question before something that cannot be undone: a word has to be typed.
struct ConfirmOverlay {
    let question: Confirmation
    let context: ViewContext

    func draw(on room: Canvas) {
        let columns = min(64, room.columns - 2)
        let lines = context.words(question.question).wrapped(to: columns - 4)
        let inner = OverlayBox(
            title: question.title(context.words), columns: columns, rows: min(lines.count + 5, room.rows)
        )
        .draw(on: room, glyphs: context.glyphs)
        let shown = lines.prefix(max(inner.rows - 2, 1))
        for (row, line) in shown.enumerated() { inner.draw(line, column: 0, row: row) }
        let row = min(shown.count + 1, inner.rows - 2)
        let prompt: TerminalText =
            question.isLight
            ? context.words(OverlayWords.yes) : context.words(OverlayWords.typeWord(word: question.word))
        let column = inner.draw(prompt, column: 0, row: row, style: .accent)
        TextField(question.typed.text, cursor: question.typed.cursor, isFocused: true)
            .draw(
                on: inner.subcanvas(ScreenArea(column: column, row: row, columns: inner.columns - column, rows: 1)),
                row: 0,
                glyphs: context.glyphs)
        if question.isConfirmed {
            inner.draw(
                context.glyphs.check + " " + context.key(.choose, in: .confirmation)
                    + context.words(OverlayWords.doesIt), column: 0, row: row + 1, style: .success
            )
        } else if question.takesKey {
            inner.draw(context.words(OverlayWords.keyOrEscape), column: 0, row: row + 1, style: .dim)
        } else {
            inner.draw(context.words(OverlayWords.escape), column: 0, row: row + 1, style: .dim)
        }
    }
}

extension Confirmation {
    fileprivate func title(_ words: Phrasing) -> TerminalText {
        switch subject {
        case .submit: words(OverlayWords.submit)
        case .createAgain: words(OverlayWords.createAgain)
        case .anotherRequest: words(OverlayWords.another)
        case .takeOver: words(OverlayWords.takeOver)
        case .deleteDraft, .deleteApplication: words(OverlayWords.deleteDraft)
        case .closeApplication: words(OverlayWords.close)
        case .quit: words(OverlayWords.quit)
        case .copyRequest: words(OverlayWords.copy)
        case .renewRequest: words(OverlayWords.renew)
        case .requestDataset: words(OverlayWords.askForAccess)
        case .removePortal: words(OverlayWords.removePortal)
        case .goToPortal: words(OverlayWords.goToPortal)
        case .askArchive: words(FetchingWords.askArchive)
        case .fetchMuch: words(FetchingWords.fetchMuch)
        }
    }
}
