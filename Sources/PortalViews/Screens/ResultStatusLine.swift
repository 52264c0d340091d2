import FoundationEssentials
import PortalModel
import TerminalCanvas

/// The active facets as pills, and at the right how fresh the results are and what is under way.
struct ResultStatusLine {
    let state: AppState
    let context: ViewContext

    private var results: ResultList { state.browser.results }

    func draw(on canvas: Canvas) {
        let parts = status
        let separator = " \(context.glyphs.separator) " as TerminalText
        let width = parts.reduce(0) { $0 + $1.0.columns } + max(parts.count - 1, 0) * separator.columns
        let end = canvas.columns - 1
        let start = max(end - width, min(state.browser.query.facets.isEmpty ? 1 : 16, end))
        drawPills(on: canvas, upTo: start - 2)
        var column = start
        for (index, part) in parts.enumerated() {
            if index > 0 { column += canvas.draw(separator, column: column, row: 0, style: .dim) }
            column = canvas.drawCut(part.0, column: column, row: 0, style: part.1, upTo: end, glyphs: context.glyphs)
        }
    }

    private func drawPills(on canvas: Canvas, upTo end: Int) {
        let facets = state.browser.query.facets
        var column = 1
        for (index, facet) in facets.enumerated() {
            let pill = facet.pill(glyphs: context.glyphs)
            let rest = facets.count - index - 1
            let more: TerminalText = rest > 0 ? "+\(rest + 1)" : .empty
            guard column + pill.columns <= end - (rest > 0 ? 4 : 0) else {
                let room = end - column - 4
                if index == 0, room >= 8 {
                    column =
                        canvas.drawCut(
                            pill, column: column, row: 0, style: .badge, upTo: end - 4, glyphs: context.glyphs) + 1
                    if rest > 0 { canvas.draw("+\(rest)", column: column, row: 0, style: .badge) }
                } else {
                    canvas.draw(more.isEmpty ? "+1" : more, column: column, row: 0, style: .badge)
                }
                return
            }
            column += canvas.draw(pill, column: column, row: 0, style: .badge) + 2
        }
    }

    private var status: [(TerminalText, Style)] {
        var parts: [(TerminalText, Style)] = []
        if let since = results.pending[0]?.since {
            let seconds = state.now.timeIntervalSince(since)
            let elapsed: TerminalText = seconds >= 1 ? " \(AgeText.elapsed(seconds: seconds))" : .empty
            parts.append(("searching" + elapsed + ", \(context.key(.goBack)) stops", .accent))
            return parts
        }
        if let error = results.error, results.query != nil {
            let age =
                results.fetchedAt.map { "what was found \(AgeText.text(of: $0, now: state.now))" } ?? "older results"
            return [
                (
                    "\(context.glyphs.warning) \(error.shortSentence) Shown: \(age). \(context.key(.refresh)) tries again",
                    .error
                )
            ]
        }
        if state.browser.query.matching == .any { parts.append(("any of the words", .plain)) }
        if results.beaconError != nil {
            parts.append(("\(context.glyphs.warning) Beacon failed: no record counts", .warning))
        } else if state.browser.query.includeBeacon {
            parts.append(("Beacon on", .plain))
        }
        if let fetchedAt = results.fetchedAt {
            let age = AgeText.text(of: fetchedAt, now: state.now)
            if results.isStale {
                parts.append(("\(context.glyphs.warning) from the last run, \(age)", .warning))
            } else {
                let took = results.duration.map { "\(AgeText.duration(seconds: $0)), " } ?? ""
                parts.append(("\(took)\(age)", .dim))
            }
        }
        return parts
    }
}

extension FacetSelection {
    /// Such as `Theme: Oncology ×`.
    func pill(glyphs: GlyphSet) -> TerminalText {
        let label = TerminalText(singleLine: filterLabel)
        let shown = TerminalText(singleLine: value.label.isEmpty ? value.value : value.label)
            .truncated(to: 30, ellipsis: glyphs.ellipsis)
        let sign = comparison.sign(glyphs)
        let condition = comparison == .equal ? "\(label): \(shown)" : "\(label) \(sign) \(shown)" as TerminalText
        return condition + " " + glyphs.cross
    }
}

extension FacetOperator {
    func sign(_ glyphs: GlyphSet) -> TerminalText {
        switch self {
        case .equal: "="
        case .less: "<"
        case .greater: ">"
        case .not: "not"
        case .greaterOrEqual: glyphs.isUnicode ? "≥" : ">="
        case .lessOrEqual: glyphs.isUnicode ? "≤" : "<="
        }
    }
}

extension PortalError {
    /// For a line beside other things.
    var shortSentence: String {
        switch kind {
        case .offline: "No connection."
        case .timedOut: "No answer in time."
        default: sentence
        }
    }
}
