import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The requests: applications and drafts in one list, and below it what access was granted.
struct RequestsScreen {
    let state: AppState
    let context: ViewContext

    /// The title is what a request is known by: the number of datasets gives way to it first.
    private static func table(columns: Int, _ language: Language) -> TableLayout {
        // The widest word of a state, and of a number of datasets.
        let (state, datasets) = language == .german ? (15, 12) : (12, 11)
        return TableLayout(
            [
                TableColumn(ideal: state, minimum: state - 1),
                TableColumn(ideal: 6, minimum: 4, importance: 2, alignment: .right),
                TableColumn(ideal: 40, minimum: columns < 60 ? 12 : 30, stretch: 1),
                TableColumn(ideal: datasets, minimum: datasets, importance: 3),
                TableColumn(ideal: 14, minimum: 14, importance: 1, alignment: .right),
            ], width: columns)
    }

    /// - Parameter canvas: the whole screen.
    func draw(on canvas: Canvas) {
        let layout = state.requestsLayout
        let body = state.layout.body
        let rows = state.requests.rows
        drawHead(on: canvas.subcanvas(body), rows: layout.list.row - body.row, count: rows.count)
        let list = canvas.subcanvas(layout.list)
        if rows.isEmpty { drawEmpty(on: list) } else { draw(rows, on: list) }
        if let area = layout.entitlements {
            EntitlementsView(state: state, context: context).draw(on: canvas.subcanvas(area))
        }
    }

    private func drawHead(on canvas: Canvas, rows: Int, count: Int) {
        let requests = state.requests
        guard requests.isFinding || !requests.find.isEmpty else {
            heading(count: count).draw(on: canvas, rows: rows, glyphs: context.glyphs)
            return
        }
        let state: TerminalText =
            requests.filter == .all ? .empty : " \(context.glyphs.separator) \(context.words(requests.filter))"
        let note: TerminalText = context.words(RequestListWords.found(count: count)) + state
        PaneHeading(title: "/", note: note).draw(on: canvas, rows: rows, glyphs: context.glyphs)
        let field = canvas.subcanvas(ScreenArea(column: 3, row: 0, columns: canvas.columns - note.columns - 6, rows: 1))
        TextField(
            requests.find.text, cursor: requests.find.cursor,
            isFocused: requests.isFinding && self.state.overlay == nil,
            isSelected: requests.find.isSelected, placeholder: context.words(RequestListWords.findExamples)
        ).draw(on: field, row: 0, glyphs: context.glyphs)
    }

    private func heading(count: Int) -> PaneHeading {
        let requests = state.requests
        if let wait = state.requestsWait {
            return PaneHeading(
                title: context.words(RequestListWords.title),
                note: wait.line(now: state.now, stoppedBy: context.key(.goBack), context.words),
                noteStyle: .warning)
        }
        if let error = requests.error {
            let age =
                requests.shownAt.map {
                    context.words.text(RequestListWords.olderBy(age: context.words.age(of: $0, now: state.now)))
                } ?? ""
            let note: TerminalText = "\(context.glyphs.warning) \(context.words.short(error))\(age)"
            let named = note + context.words.idNote(error)
            // An empty list says it below.
            let fits = count > 0 && named.columns <= state.terminal.columns - 14
            return PaneHeading(
                title: context.words(RequestListWords.title), note: fits ? named : note, noteStyle: .error)
        }
        let separator = " \(context.glyphs.separator) " as TerminalText
        guard requests.fetchedAt != nil else {
            let age = requests.shownAt.map {
                context.words(CommonWords.asOf(age: context.words.age(of: $0, now: state.now)))
            }
            let asking = requests.pending.map { _ in context.words(RequestListWords.askingPortal) }
            return PaneHeading(
                title: context.words(RequestListWords.title),
                note: [age, asking].compactMap(\.self).joined(separator: separator))
        }
        if let since = requests.pending?.since, state.now.timeIntervalSince(since) >= 2 {
            let elapsed = context.words.elapsed(seconds: state.now.timeIntervalSince(since))
            return PaneHeading(
                title: context.words(RequestListWords.title),
                note: context.words(RequestListWords.asking(elapsed: elapsed)), noteStyle: .accent)
        }
        return PaneHeading(
            title: context.words(RequestListWords.title), note: counted(count).joined(separator: separator))
    }

    /// How many there are, which of them are shown, and in what order; the order gives way first.
    private func counted(_ count: Int) -> [TerminalText] {
        let requests = state.requests
        let isNarrow = state.terminal.columns < 60
        var parts: [TerminalText] = []
        if requests.filter == .all {
            parts.append(TerminalText(singleLine: context.words.count(count, .request)))
            if count > 1 { parts.append(context.words(RequestListWords.allStates)) }
        } else {
            let all = requests.filters.first?.count ?? count
            parts +=
                isNarrow
                ? [context.words(RequestListWords.shownOf(count: count, all: all)), context.words(requests.filter)]
                : [
                    context.words(RequestListWords.shownOfRequests(count: count, all: all)),
                    context.words(RequestListWords.state(name: context.words(requests.filter))),
                ]
        }
        if count > 1, !isNarrow { parts.append(context.words(requests.sort)) }
        if state.profile?.isFollowed == true, !isNarrow { parts.append(channel) }
        return parts
    }

    /// How soon a change is seen here.
    private var channel: TerminalText {
        guard state.channel != .live else { return context.words(RequestListWords.live) }
        let interval = context.words.elapsed(seconds: Double(state.interval) / 1000)
        return context.words(RequestListWords.asksEvery(elapsed: interval))
    }

    private func draw(_ rows: [RequestRow], on list: Canvas) {
        let requests = state.requests
        let viewport = ListViewport(itemCount: rows.count, rows: list.rows)
        let top = viewport.top(selected: requests.selection, from: requests.top)
        let table = Self.table(columns: list.columns - 5, context.words.language)
        for index in viewport.visible(from: top) {
            draw(rows[index], table, on: list, row: index - top)
            if index == requests.selection {
                list.drawSelection(
                    row: index - top, terminal: state.terminal, hasFocus: !requests.isFinding && state.overlay == nil,
                    glyphs: context.glyphs)
            }
        }
        context.note(.rows(from: top, each: 1), on: list, row: 0, rows: min(list.rows, rows.count - top))
        ScrollIndicator(top: top, count: rows.count).draw(on: list, glyphs: context.glyphs)
    }

    private func draw(_ row: RequestRow, _ table: TableLayout, on list: Canvas, row line: Int) {
        let mark = row.state.mark(context.words)
        let isUnread = row.application.map(state.requests.isUnread) ?? false
        let isLeftOver = row.application.map { state.requests.leftOver.contains($0.id) } ?? false
        table.draw(
            [
                mark.text,
                row.application.map { "\($0.id.rawValue)" } ?? (context.glyphs.isUnicode ? "–" : "-"),
                title(of: row),
                TerminalText(singleLine: context.words.count(row.datasetCount, .dataset)),
                note(row, isUnread: isUnread),
            ],
            on: list.inset(left: 3, right: 2), row: line, glyphs: context.glyphs,
            styles: [mark.style, .dim, isUnread ? .plain.bold : .plain, .dim, isUnread || isLeftOver ? .warning : .dim])
    }

    private func title(of row: RequestRow) -> TerminalText {
        guard !row.title.isEmpty else { return context.words(RequestListWords.noTitleYet) }
        let title = row.application.map { context.words.title(row.title, of: $0.id) } ?? row.title
        guard let stage = row.application?.processingState?.text(in: state.languages) else {
            return TerminalText(singleLine: title)
        }
        return "\(TerminalText(singleLine: title)) \(context.glyphs.separator) \(TerminalText(singleLine: stage))"
    }

    /// How old the state is, or what keeps the request from being worked on.
    private func note(_ row: RequestRow, isUnread: Bool) -> TerminalText {
        if let id = row.application?.id, state.requests.deleting.contains(id) {
            return context.words(RequestListWords.deleting)
        }
        if let id = row.application?.id, state.requests.leftOver.contains(id) {
            return context.words(RequestListWords.emptyCopy)
        }
        if let draft = row.draft, state.requests.heldElsewhere[draft.id] != nil {
            return context.words(RequestListWords.openElsewhere)
        }
        if !isUnread, row.draft?.application == nil, let source = row.draft?.copyOf {
            return TerminalText(singleLine: context.words.text(RequestListWords.copyOf(id: source.rawValue)))
        }
        let age = row.changed.map { context.words.age(of: $0, now: state.now) } ?? ""
        return isUnread
            ? (age.utf8.count <= 9
                ? context.words(RequestListWords.newSince(age: age)) : context.words(RequestListWords.new))
            : TerminalText(singleLine: age)
    }

    private func drawEmpty(on canvas: Canvas) {
        let requests = state.requests
        var builder = ScrollTextBuilder(width: canvas.columns - 4, texts: context.texts)
        if !requests.find.isEmpty {
            builder.paragraph(context.words(RequestListWords.noMatch))
        } else if requests.filter != .all {
            builder.paragraph(context.words(RequestListWords.noneInState(name: context.words(requests.filter))))
        } else if let error = requests.error {
            describe(error, in: &builder)
        } else if requests.fetchedAt != nil {
            builder.paragraph(context.words(RequestListWords.nothingYet))
            builder.blank()
            builder.paragraph(
                context.words(RequestListWords.howToBegin))
        }
        builder.text.draw(
            on: canvas.inset(left: 3, top: canvas.rows > 6 ? 1 : 0), offset: 0, context: context, reports: false)
        if !requests.isFinding, state.overlay == nil { canvas.placeCursor(column: 0, row: 0) }
    }

    private func describe(_ error: PortalError, in builder: inout ScrollTextBuilder) {
        guard error.kind != .unsupported else {
            builder.paragraph(context.words(error.why))
            builder.paragraph(context.words(RequestListWords.showsWhomToAsk))
            return
        }
        builder.paragraph("\(context.glyphs.cross) \(context.words(error))", style: .error)
        if let reason = error.reason { builder.paragraph(context.words(reason)) }
        builder.paragraph(context.words(RequestListWords.draftsAreSafe(next: wayOut(of: error))))
        if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
    }

    private func wayOut(of error: PortalError) -> TerminalText {
        guard error.kind == .signedOut else { return context.words(CommonWords.triesAgain) }
        if state.profile?.signInWay != nil { return context.words(RequestListWords.signsIn) }
        return context.words(RequestListWords.noSignIn)
    }
}

/// Granted accesses with the time that is left.
struct EntitlementsView {
    let state: AppState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let all = state.grantedAccess
        canvas.draw(context.words(RequestListWords.granted), column: 1, row: 1, style: .title)
        let rows = canvas.rows - 2
        for (index, access) in all.prefix(rows).enumerated() {
            draw(access, on: canvas.line(index + 2).inset(left: 3, right: 2))
        }
        canvas.inset(right: 2).drawTrailing(note(hidden: all.count - rows), row: 1, style: .dim)
    }

    private func note(hidden: Int) -> TerminalText {
        return hidden > 0
            ? context.words(RequestListWords.moreGranted(hidden: hidden)) : context.words(RequestListWords.showsPeriods)
    }

    private func draw(_ access: GrantedAccess, on line: Canvas) {
        let mark = EntitlementMark(access.entitlement, now: state.now, context.words)
        let end = line.drawTrailing(mark.remaining, row: 0, style: mark.style)
        let identifier = TerminalText(singleLine: access.entitlement.datasetIdentifier)
        let column = line.drawCut(
            mark.glyph + " " + identifier, column: 0, row: 0, style: mark.style == .dim ? .success : mark.style,
            upTo: end, glyphs: context.glyphs)
        guard !access.title.isEmpty else { return }
        line.drawCut(
            TerminalText(singleLine: access.title), column: column + 2, row: 0, upTo: end - 1, glyphs: context.glyphs)
    }
}
