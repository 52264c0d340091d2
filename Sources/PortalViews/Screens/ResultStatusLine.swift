import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The active facets as pills, and at the right how fresh the results are and what is under way.
struct ResultStatusLine: DrawnPart {
    let drawn: FrameState
    let context: ViewContext

    /// - Parameter isInRule: there are no pills, and a rule is on the line already.
    func draw(on canvas: Canvas, _ layout: BrowserLayout, inRule isInRule: Bool) {
        let separator = " \(context.glyphs.separator) " as TerminalText
        let end = canvas.columns - (isInRule ? 2 : 1)
        var parts = status(layout)
        func width() -> Int { parts.reduce(0) { $0 + $1.0.columns } + max(parts.count - 1, 0) * separator.columns }
        let pills = pills
        let wanted = pills.reduce(0) { $0 + $1.columns + 2 }
        // How fresh the results are matters less than what narrows them; where one is in them is always shown.
        while parts.count > 1 || !pills.isEmpty, parts.last?.1 == .dim, parts.last?.0 != place(layout),
            1 + wanted + width() > end
        {
            parts.removeLast()
        }
        if let place = place(layout), let index = parts.firstIndex(where: { $0.0 == place }),
            width() > end - (pills.isEmpty ? 1 : 16)
        {
            parts.insert(parts.remove(at: index), at: 0)
        }
        let start = max(end - width(), min(pills.isEmpty ? 1 : 16, end))
        drawPills(pills, on: canvas, upTo: start - (parts.isEmpty ? 0 : 2))
        var column = start
        if isInRule, !parts.isEmpty { canvas.draw(" ", column: max(start - 1, 0), row: 0) }
        for (index, part) in parts.enumerated() {
            if index > 0 { column += canvas.draw(separator, column: column, row: 0, style: .dim) }
            column = canvas.drawCut(part.0, column: column, row: 0, style: part.1, upTo: end, glyphs: context.glyphs)
        }
        if isInRule, !parts.isEmpty { canvas.draw(" ", column: column, row: 0) }
    }

    /// With the filters' names if there is room for them.
    private var pills: [TerminalText] {
        let facets = state.browser.query.facets
        let full = facets.map { $0.pill(named: true, context.words) }
        let fits = full.reduce(0) { $0 + $1.columns + 2 } <= state.terminal.columns / 2
        return fits ? full : facets.map { $0.pill(named: false, context.words) }
    }

    private func drawPills(_ pills: [TerminalText], on canvas: Canvas, upTo end: Int) {
        var column = 1
        for (index, pill) in pills.enumerated() {
            let rest = pills.count - index
            guard column + pill.columns <= end - (rest > 1 ? 4 : 0) else {
                canvas.draw("+\(rest)", column: column, row: 0, style: .badge)
                return
            }
            column += canvas.draw(pill, column: column, row: 0, style: .badge) + 2
        }
    }

    /// Where the cursor is, in a list that is longer than what is in sight.
    private func place(_ layout: BrowserLayout) -> TerminalText? {
        guard state.browser.results.total > layout.visibleResults else { return nil }
        let number = context.words.number(state.browser.selection + 1)
        let total = context.words.number(state.browser.results.total)
        return context.words(BrowserWords.row(number: number, total: total))
    }

    /// Of results that are shown until newer ones are there.
    private var keptAge: TerminalText? {
        guard state.browser.results.isStale, let fetchedAt = state.browser.results.fetchedAt else { return nil }
        return context.words(BrowserWords.shown(age: context.words.age(of: fetchedAt, now: state.now)))
    }

    private func status(_ layout: BrowserLayout) -> [(TerminalText, Style)] {
        var parts: [(TerminalText, Style)] = []
        guard state.browser.results.query != nil else { return [] }
        if let wait = state.wait(of: state.browser.results.pending[0]) {
            return [(wait.line(now: state.now, stoppedBy: context.key(.goBack), context.words), .warning)]
        }
        if let reading = state.reading, state.browser.results.pending[0] != nil {
            let percent = reading.part.map { Int($0 * 100) }
            return [(context.words(BrowserWords.readingPart(file: reading.file, percent: percent)), .accent)]
        }
        if let since = state.browser.results.pending[0]?.since {
            let seconds = state.now.timeIntervalSince(since)
            let elapsed: TerminalText = seconds >= 1 ? " \(context.words.elapsed(seconds: seconds))" : .empty
            parts.append(
                (
                    context.words(BrowserWords.searchingNow) + elapsed
                        + context.words(CommonWords.stops(key: context.key(.goBack))), .accent
                ))
            if let age = keptAge, state.browser.results.query == state.browser.query { parts.append((age, .dim)) }
            return parts
        }
        if let error = state.browser.results.error {
            let age =
                state.otherSearch(context.words)?.plain
                ?? state.browser.results.fetchedAt.map {
                    context.words.text(BrowserWords.foundAt(age: context.words.age(of: $0, now: state.now)))
                } ?? context.words.text(BrowserWords.olderResults)
            let again: TerminalText = context.words(BrowserWords.shownMeanwhile(age: age))
            let id = error.requestID.map { (context.words(CommonWords.requestID(id: String($0.prefix(8)))), Style.dim) }
            return [("\(context.glyphs.warning) \(context.words.short(error)) \(again)", .error), id].compactMap(\.self)
        }
        if let other = state.otherSearch(context.words) {
            return [
                (context.words(BrowserWords.stoppedSearch(other: other)), .warning)
            ]
        }
        if !state.browser.marks.isEmpty {
            parts.append((context.words(BrowserWords.marked(count: state.browser.marks.count)), .accent))
        }
        if state.browser.query.matching == .any { parts.append((context.words(BrowserWords.anyWord), .plain)) }
        if state.browser.results.beaconError != nil {
            parts.append((context.words(BrowserWords.beaconGaveNothing), .warning))
        } else if state.browser.query.includeBeacon {
            parts.append((context.words(BrowserWords.beaconOn), .plain))
        }
        if let place = place(layout) { parts.append((place, .dim)) }
        if state.browser.results.mirrored != nil || state.browser.source == .mirror {
            let age = state.browser.results.fetchedAt.map { context.words.age(of: $0, now: state.now) }
            parts.append((context.words(age.map { .mirrorAge(age: $0) } ?? MirrorPaneWords.mirror), .accent))
        } else if let fetchedAt = state.browser.results.fetchedAt {
            let age = context.words.age(of: fetchedAt, now: state.now)
            if let kept = keptAge {
                parts.append(("\(context.glyphs.warning) " + kept, .warning))
            } else {
                // How long it took is of interest only when it was long.
                let took =
                    state.browser.results.duration.flatMap {
                        $0 >= 1
                            ? context.words.text(BrowserWords.took(duration: context.words.duration(seconds: $0))) : nil
                    } ?? ""
                parts.append((context.words(BrowserWords.fetched(took: took, age: age)), .dim))
            }
        }
        return parts
    }
}

extension AppState {
    /// What the results were found with, when it is not what is asked for now.
    func otherSearch(_ words: Phrasing) -> TerminalText? {
        guard let found = browser.results.query, found != browser.query else { return nil }
        guard !found.text.isEmpty, found.text != browser.query.text else { return words(BrowserWords.searchBefore) }
        let shown = TerminalText(singleLine: found.text).truncated(to: 24, ellipsis: words.glyphs.ellipsis)
        return words(BrowserWords.foundBy(text: shown.plain))
    }
}

extension FacetSelection {
    /// Such as `Theme: Oncology ×`, or `Oncology ×` alone where the value speaks for itself.
    func pill(named: Bool, _ words: Phrasing) -> TerminalText {
        let glyphs = words.glyphs
        let label = TerminalText(singleLine: filterLabel)
        let shown = TerminalText(singleLine: value.label.isEmpty ? value.value : value.label)
            .truncated(to: 24, ellipsis: glyphs.ellipsis)
        if isPartOfLine { return "\(shown) \(glyphs.cross)" }
        let sign = comparison.sign(words)
        if comparison != .equal { return "\(label) \(sign) \(shown) \(glyphs.cross)" }
        return named ? "\(label): \(shown) \(glyphs.cross)" : "\(shown) \(glyphs.cross)"
    }
}

extension FacetOperator {
    func sign(_ words: Phrasing) -> TerminalText {
        let glyphs = words.glyphs
        return switch self {
        case .equal: "="
        case .less: "<"
        case .greater: ">"
        case .not: words(BrowserWords.operatorNot)
        case .greaterOrEqual: glyphs.isUnicode ? "≥" : ">="
        case .lessOrEqual: glyphs.isUnicode ? "≤" : "<="
        }
    }
}
