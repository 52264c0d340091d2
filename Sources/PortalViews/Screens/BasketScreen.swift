import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The basket: the datasets of the next request.
struct BasketScreen {
    let state: AppState
    let context: ViewContext

    private static let columns = [
        TableColumn(ideal: 50, minimum: 40, stretch: 3),
        TableColumn(ideal: 24, minimum: 20, stretch: 1, importance: 1),
        TableColumn(ideal: 12, minimum: 12, importance: 2, alignment: .right),
    ]

    /// - Parameter canvas: the whole body of the screen.
    func draw(on canvas: Canvas) {
        let basket = state.basket
        let layout = BasketLayout(state.layout)
        let headRows = layout.list.row - state.layout.body.row
        heading.draw(on: canvas, rows: headRows, glyphs: context.glyphs)
        let list = canvas.inset(top: headRows)
        guard !basket.items.isEmpty else {
            drawEmpty(on: list)
            return
        }
        let lines = state.basketLines
        let items = lines.items
        let viewport = ListViewport(itemCount: lines.lines.count, rows: list.rows)
        let top = lines.top(showing: basket.selection, from: basket.top, visible: list.rows)
        let table = TableLayout(Self.columns, width: list.columns - 5)
        for index in viewport.visible(from: top) {
            let row = index - top
            switch lines.lines[index] {
            case .heading(let group): draw(lines.groups[group], number: group + 1, on: list, row: row)
            case .note(let words):
                list.drawCut(
                    context.words(words), column: 5, row: row, style: .warning, upTo: list.columns - 1,
                    glyphs: context.glyphs)
            case .item(let item):
                draw(items[item], table, on: list, row: row)
                guard item == basket.selection else { continue }
                list.drawSelection(
                    row: row, terminal: state.terminal, hasFocus: state.overlay == nil, glyphs: context.glyphs)
            }
        }
        context.note(.rows(from: top, each: 1), on: list, row: 0, rows: min(list.rows, lines.lines.count - top))
        ScrollIndicator(top: top, count: lines.lines.count).draw(on: list, glyphs: context.glyphs)
    }

    /// Which request the datasets below belong to, and why not to another.
    private func draw(_ group: BasketGroup, number: Int, on canvas: Canvas, row: Int) {
        let end = canvas.drawCut(
            title(of: group, number: number), column: 1, row: row, style: group.isRequest ? .title : .warning,
            upTo: canvas.columns - 1, glyphs: context.glyphs)
        guard let why = why(group) else { return }
        canvas.drawCut(
            why, column: end + 2, row: row, style: .dim, upTo: canvas.columns - 1, glyphs: context.glyphs)
    }

    private func title(of group: BasketGroup, number: Int) -> TerminalText {
        guard group.isRequest else { return context.words(BasketWords.notRequestable) }
        let name = group.name.map { ": \($0)" } ?? ""
        return TerminalText(singleLine: context.words.text(BasketWords.request(number: number, name: name)))
    }

    private func why(_ group: BasketGroup) -> TerminalText? {
        switch group.reason {
        case .workflow: context.words(BasketWords.separateDecision)
        case .catalogue: context.words(BasketWords.separateCatalogues)
        case .refused(let titles):
            TerminalText(singleLine: context.words.text(BasketWords.refusedWith) + titles.joined(separator: ", "))
        case .notHere, .none: nil
        }
    }

    private var heading: PaneHeading {
        let count = state.basket.items.count
        if let error = state.basket.saveError {
            return PaneHeading(
                title: context.words(BasketWords.title),
                note: context.words(BasketWords.notOnDisk(reason: context.words.text(error.why))),
                noteStyle: .error)
        }
        let requests = state.basketGroups.filter(\.isRequest).count
        let datasets =
            context.words.count(count, .dataset)
            + (requests > 1 ? context.words.text(BasketWords.inRequests(requests: requests)) : "")
        let note: TerminalText =
            state.basket.isKept
            ? context.words(BasketWords.kept(datasets: datasets))
            : context.words(BasketWords.saving(datasets: datasets))
        return PaneHeading(title: context.words(BasketWords.title), note: count == 0 ? .empty : note)
    }

    private func draw(_ item: BasketItem, _ table: TableLayout, on canvas: Canvas, row: Int) {
        table.draw(
            [
                TerminalText(singleLine: item.title.isEmpty ? item.id.rawValue : item.title),
                TerminalText(singleLine: item.publisher ?? ""),
                TerminalText(singleLine: context.words.age(of: item.added, now: state.now)),
            ],
            on: canvas.inset(left: 3, right: 2), row: row, glyphs: context.glyphs, styles: [.plain, .dim, .dim])
    }

    private func drawEmpty(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns - 4, texts: context.texts)
        builder.paragraph(context.words(BasketWords.isEmpty))
        builder.blank()
        builder.paragraph(
            context.words(BasketWords.howToFill))
        if !state.basket.lastRemoved.isEmpty {
            builder.paragraph(context.words(BasketWords.putsBack))
        }
        builder.text.draw(
            on: canvas.inset(left: 3, top: canvas.rows > 6 ? 1 : 0), offset: 0, context: context, reports: false)
        if state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }
}
