import FoundationEssentials
import PortalModel
import TerminalCanvas

/// What access was granted: datasets, the period, and how much of it is left.
struct GrantedScreen {
    let state: AppState
    let granted: GrantedState
    let context: ViewContext

    /// Titles say more than identifiers, which give way first.
    private static func table(columns: Int) -> TableLayout {
        TableLayout(
            [
                TableColumn(ideal: 44, minimum: columns < 60 ? 16 : 34, stretch: 1),
                TableColumn(ideal: 18, minimum: 14, importance: 3),
                TableColumn(ideal: 10, minimum: 10, importance: 2),
                TableColumn(ideal: 10, minimum: 10, importance: 1),
                TableColumn(ideal: 15, minimum: 13, alignment: .right),
            ], width: columns)
    }

    /// - Parameter canvas: the whole screen.
    func draw(on canvas: Canvas) {
        let area = GrantedLayout(state.layout).list
        let all = state.grantedAccess
        heading(count: all.count)
            .draw(on: canvas.subcanvas(state.layout.body), rows: area.row - 1, glyphs: context.glyphs)
        let list = canvas.subcanvas(area)
        if all.isEmpty { drawEmpty(on: list) } else { draw(all, on: list) }
    }

    private func heading(count: Int) -> PaneHeading {
        let ending = state.requests.entitlements.expiring(at: state.now).count
        let counted = TerminalText(singleLine: context.words.count(count, .dataset))
        guard ending > 0 else {
            return PaneHeading(title: context.words(GrantedWords.title), note: count == 0 ? .empty : counted)
        }
        return PaneHeading(
            title: context.words(GrantedWords.title),
            note: context.words(
                GrantedWords.endingWithin(counted: counted, ending: ending, days: Entitlement.warningDays)),
            noteStyle: .warning)
    }

    private func draw(_ all: [GrantedAccess], on list: Canvas) {
        let viewport = ListViewport(itemCount: all.count, rows: list.rows)
        let top = viewport.top(selected: granted.selection, from: granted.top)
        let table = Self.table(columns: list.columns - 5)
        for index in viewport.visible(from: top) {
            draw(all[index], table, on: list, row: index - top)
            if index == granted.selection {
                list.drawSelection(
                    row: index - top, terminal: state.terminal, hasFocus: state.overlay == nil, glyphs: context.glyphs)
            }
        }
        context.note(.rows(from: top, each: 1), on: list, row: 0, rows: min(list.rows, all.count - top))
        ScrollIndicator(top: top, count: all.count).draw(on: list, glyphs: context.glyphs)
    }

    private func draw(_ access: GrantedAccess, _ table: TableLayout, on list: Canvas, row: Int) {
        let entitlement = access.entitlement
        let mark = EntitlementMark(entitlement, now: state.now, context.words)
        let identifier = TerminalText(singleLine: entitlement.datasetIdentifier)
        table.draw(
            [
                mark.glyph + " " + (access.title.isEmpty ? identifier : TerminalText(singleLine: access.title)),
                access.title.isEmpty ? .empty : identifier,
                TerminalText(singleLine: entitlement.start.map { context.words.day($0) } ?? ""),
                TerminalText(singleLine: entitlement.end.map { context.words.day($0) } ?? ""),
                mark.remaining,
            ],
            on: list.inset(left: 3, right: 2), row: row, glyphs: context.glyphs,
            styles: [mark.isOver ? .dim : .plain, .dim, .dim, .dim, mark.style])
    }

    private func drawEmpty(on canvas: Canvas) {
        var builder = ScrollTextBuilder(width: canvas.columns - 4, texts: context.texts)
        if state.requests.entitlementsPending != nil {
            builder.paragraph(context.words(CommonWords.askingPortal), style: .dim)
        } else if let error = whyUnknown {
            // Nobody has said that there is none.
            describe(error, in: &builder)
        } else {
            builder.paragraph(context.words(GrantedWords.nothingYet))
            builder.blank()
            builder.paragraph(context.words(GrantedWords.howItComes))
        }
        builder.text.draw(
            on: canvas.inset(left: 3, top: canvas.rows > 6 ? 1 : 0), offset: 0, context: context, reports: false)
        if state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }

    private var whyUnknown: PortalError? {
        if let error = state.requests.entitlementsError { return error }
        guard let profile = state.profile, profile.signInWay != nil, profile.user == nil else { return nil }
        return PortalError(.signedOut, operation: "loading your entitlements")
    }

    private func describe(_ error: PortalError, in builder: inout ScrollTextBuilder) {
        builder.paragraph("\(context.glyphs.cross) \(context.words(error))", style: .error)
        if let reason = error.reason { builder.paragraph(context.words(reason)) }
        if error.kind == .signedOut {
            let canSignIn = state.profile?.signInWay != nil
            builder.paragraph(context.words(canSignIn ? RequestListWords.signsIn : .noSignIn))
            builder.paragraph(context.words(GrantedWords.knownWhenSignedIn))
        } else {
            builder.paragraph(context.words(CommonWords.triesAgain))
        }
    }
}

/// How an access stands: a sign, the words for the time that is left, and a colour.
struct EntitlementMark {
    let glyph: TerminalText
    let remaining: TerminalText
    let style: Style
    let isOver: Bool

    init(_ entitlement: Entitlement, now: Date, _ words: Phrasing) {
        let glyphs = words.glyphs
        let left = words.remaining(until: entitlement.end, now: now)
        isOver = entitlement.daysLeft(at: now).map { $0 < 0 } ?? false
        remaining = TerminalText(singleLine: left.text)
        glyph = isOver ? glyphs.cross : left.isUrgent ? glyphs.warning : glyphs.check
        style = isOver ? .dim : left.isUrgent ? .warning : .dim
    }
}
