import PortalModel
import TerminalCanvas

/// The facets: every filter on a line, the chosen one with its values below it.
struct FacetPanelView: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    private var panel: FacetPanel { state.browser.facets }
    private var hasFocus: Bool { state.browser.focus == .facets && state.overlay == nil }

    private enum Row {
        case filter(Int)
        case value(Int, FilterValue, of: Int)
        case condition(Int)
        case help(TerminalText)
        case note(TerminalText)
        case group(TerminalText)
    }

    /// One group for all says nothing.
    private var hasGroups: Bool { Set(panel.filters.compactMap(\.groupTitle)).count > 1 }

    func draw(on canvas: Canvas) {
        drawHead(on: canvas)
        let list = canvas.inset(top: 2)
        let rows = rows(columns: canvas.columns)
        let cursor = cursorRow(rows)
        let top = ListViewport(itemCount: rows.count, rows: list.rows).top(selected: cursor, from: 0)
        var histograms: [Int: FacetHistogram?] = [:]
        for index in top..<min(rows.count, top + list.rows) {
            // Of what is in sight alone: names of all that a letter finds take longer to measure than they are looked at.
            if case .value(_, _, let filter) = rows[index], histograms[filter] == nil {
                histograms[filter] = .some(histogram(of: filter, columns: canvas.columns))
            }
            draw(rows[index], histograms, on: list.line(index - top))
            switch rows[index] {
            case .filter(let filter): context.note(.facet(filter), on: list, row: index - top)
            case .value(let value, _, let filter):
                context.note(.facetValue(value, of: filter), on: list, row: index - top)
            case .condition(let filter): context.note(.facetValue(0, of: filter), on: list, row: index - top)
            case .help, .note, .group: break
            }
            if index == cursor, hasFocus, panel.condition == nil, !panel.filters.isEmpty {
                list.draw(context.glyphs.marker, column: 0, row: index - top, style: .accent)
                if panel.find.isEmpty { list.placeCursor(column: 0, row: index - top) }
            }
        }
        ScrollIndicator(top: top, count: rows.count).draw(on: list, glyphs: context.glyphs)
    }

    private func drawHead(on canvas: Canvas) {
        let style: Style = hasFocus ? .focus : .title
        canvas.draw(context.words(BrowserWords.facets), column: 1, row: 0, style: style)
        if panel.pending != nil {
            canvas.drawTrailing(context.words(BrowserWords.loadingShort), row: 0, style: .dim)
        } else if panel.error != nil {
            let age = panel.filters.isEmpty ? nil : panel.fetchedAt.map { context.words.age(of: $0, now: state.now) }
            canvas.drawTrailing(
                "\(context.glyphs.warning) \(age ?? context.words.text(BrowserWords.notLoaded)) ", row: 0, style: .error
            )
        }
        guard hasFocus, panel.condition == nil else { return }
        let start = 2 + canvas.draw(context.words(BrowserWords.find), column: 1, row: 1, style: .dim)
        let field = canvas.subcanvas(ScreenArea(column: start, row: 1, columns: canvas.columns - start - 1, rows: 1))
        TextField(
            panel.find.text, cursor: panel.find.cursor, isFocused: !panel.find.isEmpty,
            placeholder: context.words(BrowserWords.findExample)
        ).draw(on: field, row: 0, glyphs: context.glyphs)
    }

    private func rows(columns: Int) -> [Row] {
        var rows: [Row] = []
        var groups: Set<String> = []
        let findings = panel.findings.map {
            Dictionary($0.map { ($0.filter, $0.values) }) { first, _ in first }
        }
        // They come in the order of their groups (`grouped`), so that a name that is known stands above already.
        for (index, filter) in panel.filters.enumerated() where findings == nil || findings?[index] != nil {
            if hasGroups, let name = filter.groupTitle, groups.insert(name).inserted {
                rows.append(.group(TerminalText(singleLine: name)))
            }
            rows.append(.filter(index))
            guard isUnfolded(index) else { continue }
            if hasFocus, findings == nil, let help = filter.help, !help.isEmpty {
                rows += TerminalText(sanitizing: help).wrapped(to: max(columns - 5, 8)).map(Row.help)
            }
            if filter.takesCondition, !filter.listsEntries {
                rows.append(.condition(index))
            } else {
                let values = findings?[index] ?? panel.listedValues
                if values.isEmpty { rows.append(.note(emptyNote)) }
                rows += values.enumerated().map { Row.value($0.offset, $0.element, of: index) }
            }
        }
        if findings?.isEmpty == true || findings != nil && panel.isLoadingValues { rows.append(.note(emptyNote)) }
        if state.lacksBeaconFilters, hasFocus, !panel.filters.isEmpty {
            let hint: TerminalText = context.words(BrowserWords.beaconFiltersNeedSignIn)
            rows += hint.wrapped(to: max(columns - 6, 8)).map(Row.note)
        }
        if panel.filters.isEmpty, panel.pending == nil { rows += whyNone(columns: columns) }
        return rows
    }

    private func histogram(of index: Int, columns: Int) -> FacetHistogram? {
        let filter = panel.filters[index]
        let values = panel.findings?.first { $0.filter == index }?.values ?? filter.values
        return FacetHistogram(values, columns: columns - 9, context.words) { name(of: $0, in: filter) }
    }

    private func whyNone(columns: Int) -> [Row] {
        guard let error = panel.error else { return [.note(context.words(BrowserWords.noFacets))] }
        let text: TerminalText = context.words(
            BrowserWords.facetsFailed(error: context.words(error), id: context.words.text(RequestIDNote(error: error))))
        return text.wrapped(to: max(columns - 6, 8)).map(Row.note)
    }

    private var emptyNote: TerminalText {
        if panel.pending != nil || panel.isLoadingValues { return context.words(BrowserWords.loadingValues) }
        return panel.find.isEmpty ? context.words(BrowserWords.noValues) : context.words(CommonWords.nothingHasThisName)
    }

    private func cursorRow(_ rows: [Row]) -> Int {
        rows.firstIndex { row in
            switch row {
            case .value(let index, _, let filter): index == panel.value && filter == panel.filter
            case .condition(let filter): filter == panel.filter
            case .filter, .help, .note, .group: false
            }
        } ?? rows.firstIndex { if case .filter(panel.filter) = $0 { true } else { false } } ?? 0
    }

    private func draw(_ row: Row, _ histograms: [Int: FacetHistogram?], on canvas: Canvas) {
        switch row {
        case .filter(let index): drawFilter(index, on: canvas)
        case .value(_, let value, let index):
            let filter = panel.filters[index]
            let histogram = histograms[index] ?? nil
            if filter.listsEntries {
                drawEntry(value.term, of: filter, on: canvas)
            } else {
                drawValue(value, of: filter, histogram, on: canvas)
            }
        case .condition(let index): drawCondition(isChosen: index == panel.filter, on: canvas)
        case .help(let text): canvas.draw(text, column: 3, row: 0, style: .dim)
        case .group(let text): canvas.draw(text, column: 1, row: 0, style: .dim, maxColumns: canvas.columns - 2)
        case .note(let text): canvas.draw(text, column: 3, row: 0, style: .dim)
        }
    }

    /// The filter with the cursor, and every one in which something was found.
    private func isUnfolded(_ index: Int) -> Bool {
        !panel.find.isEmpty || index == panel.filter && (hasFocus || state.terminal.isVeryWide)
    }

    private func drawFilter(_ index: Int, on canvas: Canvas) {
        let filter = panel.filters[index]
        let active = state.browser.query.facets.filter { $0.filter == filter.key }
        var trailing = TerminalText.empty
        if let first = active.first {
            trailing =
                filter.takesCondition && active.count == 1
                ? sign(of: first) + " " + TerminalText(singleLine: first.value.label) : "\(active.count)"
        }
        let inner = canvas.inset(right: 2)
        let end = inner.drawTrailing(trailing.truncated(to: 14), row: 0, style: .badge)
        let style: Style = index == panel.filter ? .title : .plain
        inner.draw(isUnfolded(index) ? context.glyphs.unfolded : context.glyphs.folded, column: 1, row: 0, style: .dim)
        inner.drawCut(
            TerminalText(singleLine: filter.label), column: 3, row: 0, style: style, upTo: end, glyphs: context.glyphs)
    }

    /// An entry is named, and never compared otherwise.
    private func sign(of facet: FacetSelection) -> TerminalText {
        facet.entry == nil ? facet.comparison.sign(context.words) : TerminalText(singleLine: facet.filterLabel)
    }

    private func drawValue(
        _ value: FilterValue, of filter: Filter, _ histogram: FacetHistogram?, on canvas: Canvas
    ) {
        let isOn = state.browser.query.facets.contains {
            $0.filter == filter.key && $0.value.value == value.term.value
        }
        let count = value.count.map { TerminalText(singleLine: context.words.number($0)) } ?? .empty
        CheckboxRow(name(of: value.term, in: filter), isOn: isOn, trailing: histogram?.text(value.count) ?? count)
            .draw(on: canvas.inset(left: 3, right: 2), row: 0, glyphs: context.glyphs)
    }

    /// A code of DUO by what it means, else as the catalogue calls it.
    private func name(of term: LabelledValue, in filter: Filter) -> TerminalText {
        if filter.isOfDataUse, let code = DataUseCode(of: term), code.term != nil {
            return context.words(DataUseWords.term(DataUse(code)))
        }
        return TerminalText(singleLine: term.label.isEmpty ? term.value : term.label)
    }

    private func drawCondition(isChosen: Bool, on canvas: Canvas) {
        guard isChosen, let condition = panel.condition else {
            canvas.draw(context.words(BrowserWords.setsCondition), column: 3, row: 0, style: .dim)
            return
        }
        draw(condition, behind: condition.comparison.sign(context.words), on: canvas)
    }

    /// One of the things that a filter asks for by name, with what it is to be.
    private func drawEntry(_ entry: LabelledValue, of filter: Filter, on canvas: Canvas) {
        let name = TerminalText(singleLine: entry.label.isEmpty ? entry.value : entry.label)
        if let condition = panel.condition, condition.entry == entry, filter == panel.chosenFilter {
            let room = max(canvas.columns / 2 - 3, 4)
            let shown = name.truncated(to: room, ellipsis: context.glyphs.ellipsis)
            return draw(condition, behind: shown, on: canvas)
        }
        let given = state.browser.query.value(of: entry.value, in: filter)
        let inner = canvas.inset(left: 3, right: 2)
        let value = TerminalText(singleLine: given?.value.label ?? "")
        let room = max(inner.columns / 2, 4)
        let shown = value.truncated(to: room, ellipsis: context.glyphs.ellipsis)
        let end = inner.drawTrailing(shown, row: 0, style: .badge)
        inner.drawCut(name, column: 0, row: 0, upTo: end, glyphs: context.glyphs)
    }

    private func draw(_ condition: FacetPanel.Condition, behind name: TerminalText, on canvas: Canvas) {
        guard let filter = panel.chosenFilter else { return }
        canvas.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
        let start = 3 + canvas.draw(name, column: 3, row: 0, style: .accent) + 1
        let field = canvas.subcanvas(ScreenArea(column: start, row: 0, columns: canvas.columns - start - 2, rows: 1))
        TextField(
            condition.value.text, cursor: condition.value.cursor, isFocused: hasFocus,
            placeholder: filter.valueHint(context.words)
        ).draw(on: field, row: 0, glyphs: context.glyphs)
    }
}

extension Filter {
    /// What a condition's value looks like.
    fileprivate func valueHint(_ words: Phrasing) -> TerminalText {
        switch kind {
        case .number:
            if let low = minimum, let high = maximum {
                words(BrowserWords.range(low: low, high: high))
            } else {
                words(BrowserWords.aNumber)
            }
        case .dateTime: words(BrowserWords.aDate)
        case .freeText, .dropdown, .entries: words(BrowserWords.aText)
        }
    }
}
