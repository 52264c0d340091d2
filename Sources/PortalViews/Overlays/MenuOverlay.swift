import PortalModel
import TerminalCanvas

/// A small menu: what can be chosen, or ticked.
struct MenuOverlay {
    let menu: PortalModel.Menu
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        let items = state.items(of: menu)
        let columns = min(max(widest(items) + 12, 34), room.columns - 2)
        let inner = OverlayBox(title: title, columns: columns, rows: min(items.count + 2, room.rows))
            .draw(on: room, glyphs: context.glyphs)
        let viewport = ListViewport(itemCount: items.count, rows: inner.rows)
        let top = viewport.top(selected: menu.selection, from: 0)
        for index in viewport.visible(from: top) {
            let line = inner.line(index - top)
            draw(items[index], on: line.inset(left: 2))
            context.note(.overlayItem(index), on: inner, row: index - top)
            guard index == menu.selection else { continue }
            line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            line.placeCursor(column: 0, row: 0)
        }
        ScrollIndicator(top: top, count: items.count).draw(on: inner, glyphs: context.glyphs)
    }

    private func widest(_ items: [MenuItem]) -> Int {
        items.map { context.words($0.title).singleLine.columns + context.words($0.note).columns }.max() ?? 0
    }

    private func draw(_ item: MenuItem, on line: Canvas) {
        let (label, note) = (context.words(item.title).singleLine, context.words(item.note).singleLine)
        if let isOn = item.isOn {
            CheckboxRow(label, isOn: isOn, kind: menu.isTicked ? .checkbox : .radio, trailing: note)
                .draw(on: line.inset(right: 1), row: 0, glyphs: context.glyphs)
        } else {
            let end = line.inset(right: 1).drawTrailing(note, row: 0, style: .dim)
            line.drawCut(label, column: 0, row: 0, upTo: end - 1, glyphs: context.glyphs)
        }
    }

    private var title: TerminalText {
        switch menu.subject {
        case .requestFilter: context.words(OverlayWords.showRequests)
        case .datasets(let id): context.words(OverlayWords.datasetsOf(id: id.rawValue))
        case .files(let id): context.words(OverlayWords.filesOf(id: id.rawValue))
        case .export: context.words(OverlayWords.descriptionAs)
        case .columns: context.words(OverlayWords.columns)
        case .comparison: context.words(OverlayWords.comparisonAs)
        case .collection(let scope): context.words(OverlayWords.datasetsAs(count: state.count(of: scope)))
        case .series: context.words(OverlayWords.series)
        case .partOf: context.words(OverlayWords.partOf)
        case .searches: context.words(OverlayWords.earlierSearches)
        case .purpose: context.words(OverlayWords.purpose)
        case .portalGroups: context.words(OverlayWords.portalGroups)
        case .mirrorRecords: context.words(OverlayWords.mirrorRecords)
        }
    }
}
