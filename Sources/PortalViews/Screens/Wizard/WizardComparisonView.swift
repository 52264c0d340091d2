import PortalModel
import TerminalCanvas

/// Answers that were changed on both sides, field by field: from here, from there, and what both knew before.
struct WizardComparisonView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    private typealias Line = (label: TerminalText, text: TerminalText, style: Style)

    private static let labelColumns = 8

    func draw(on canvas: Canvas) {
        let fields = wizard.comparedFields
        let head = heading(fields.count).wrapped(to: max(canvas.columns - 2, 8)).prefix(canvas.rows >= 12 ? 3 : 1)
        for (row, line) in head.enumerated() { canvas.draw(line, column: 1, row: row, style: .warning) }
        let body = canvas.inset(top: head.count + (canvas.rows >= 12 ? 1 : 0))
        let selected = min(wizard.comparison?.selection ?? 0, max(fields.count - 1, 0))
        let gap = body.rows >= 10 ? 1 : 0
        let blocks = fields.indices.map { lines(fields[$0], isSelected: $0 == selected, body) }
        let heights = blocks.map { $0.count + 1 + gap }
        let page = BlockPager.page(heights: heights, focus: selected, rows: body.rows)
        var row = 0
        for index in page {
            draw(fields[index], blocks[index], on: body, row: row, isSelected: index == selected)
            context.note(.wizardItem(index), on: body, row: row, rows: heights[index] - gap)
            row += heights[index]
        }
        let above = heights[..<page.lowerBound].reduce(0, +)
        ScrollIndicator(top: above, count: max(heights.reduce(0, +), above + body.rows))
            .draw(on: body, glyphs: context.glyphs)
    }

    private func heading(_ count: Int) -> TerminalText {
        if wizard.comparison?.isWithSubmission == true {
            let earlier = wizard.session.draft.renews?.rawValue
            return context.words(
                earlier.map { SubmissionWords.changedSinceEarlierToo(count: count, number: $0) }
                    ?? .changedSince(count: count))
        }
        let isProgram = wizard.session.conflicts.values.contains { $0.other == .program }
        let place: TerminalText =
            isProgram ? context.words(SubmissionWords.inOtherProgram) : context.words(SubmissionWords.atPortal)
        let answers = context.words.count(count, .answer)
        return context.words(SubmissionWords.changedOnBothSides(answers: answers, place: place))
    }

    private func draw(_ field: FormField, _ lines: [Line], on canvas: Canvas, row: Int, isSelected: Bool) {
        let title = TerminalText(singleLine: field.title.text(in: state.languages))
        canvas.drawCut(
            title, column: 2, row: row, style: isSelected ? .focus : .title, upTo: canvas.columns - 2,
            glyphs: context.glyphs)
        for (index, line) in lines.enumerated() {
            canvas.draw(line.label, column: 3, row: row + 1 + index, style: .dim)
            canvas.draw(line.text, column: 3 + Self.labelColumns, row: row + 1 + index, style: line.style)
        }
        guard isSelected else { return }
        for index in 0...lines.count {
            canvas.draw(context.glyphs.marker, column: 0, row: row + index, style: .accent)
        }
        if state.overlay == nil { canvas.placeCursor(column: 0, row: row) }
    }

    /// Of the field with the cursor as much as the page takes, of the others a line for each side.
    private func lines(_ field: FormField, isSelected: Bool, _ canvas: Canvas) -> [Line] {
        guard let conflict = wizard.comparedAnswers(to: field) else { return [] }
        var sides: [(TerminalText, FieldValue, Style)] = [
            (
                conflict.other == .submitted
                    ? context.words(SubmissionWords.sideNow) : context.words(SubmissionWords.sideHere), conflict.mine,
                .plain
            ),
            (label(conflict.other), conflict.theirs, .plain),
        ]
        if let before = conflict.before { sides.append((context.words(SubmissionWords.sideBefore), before, .dim)) }
        let limit = isSelected ? max((canvas.rows - 2) / sides.count, 1) : 1
        return sides.flatMap { label, value, style in
            let words = words(value, of: field, width: max(canvas.columns - Self.labelColumns - 6, 8), limit: limit)
            return words.enumerated().map { ($0 == 0 ? label : .empty, $1, style) }
        }
    }

    private func label(_ other: AnswerConflict.Other) -> TerminalText {
        switch other {
        case .portal: context.words(SubmissionWords.sidePortal)
        case .program: context.words(SubmissionWords.sideThere)
        case .submitted: context.words(SubmissionWords.sideBefore)
        }
    }

    private func words(_ value: FieldValue, of field: FormField, width: Int, limit: Int) -> [TerminalText] {
        var shown = field
        shown.value = value
        let files = wizard.session.application?.attachments ?? []
        let lines = AnswerText.lines(shown, languages: state.languages, files: files)
            .flatMap { TerminalText(sanitizing: $0).wrapped(to: width) }
        guard let first = lines.first else { return [context.words(CommonWords.noAnswer)] }
        guard lines.count > limit else { return lines }
        let ellipsis = context.glyphs.ellipsis
        guard limit > 1 else { return [first.truncated(to: width - 1, ellipsis: .empty) + ellipsis] }
        return lines.prefix(limit - 1) + [context.words(SubmissionWords.moreLines(count: lines.count - limit + 1))]
    }
}
