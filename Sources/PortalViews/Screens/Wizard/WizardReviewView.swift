import PortalModel
import TerminalCanvas

/// The review: what is missing, then every answer; each line leads to where it can be changed.
struct WizardReviewView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    private typealias Line = (text: TerminalText, indent: Int, style: Style)

    private struct Block {
        var heading: TerminalText?
        /// Rows above the heading.
        var gap = 0
        /// Before the first line.
        var mark: (glyph: TerminalText, style: Style)?
        var lines: [Line]

        var height: Int { gap + lines.count + (heading == nil ? 0 : 1) }
    }

    func draw(on canvas: Canvas) {
        let notice = WizardNotice(state: state, wizard: wizard, context: context).lines(width: canvas.columns - 4)
        let noticeRows = min(notice.count, max(canvas.rows / 3, 1))
        for (row, line) in notice.prefix(noticeRows).enumerated() {
            canvas.draw(line.0, column: 2, row: row, style: line.1)
        }
        let body = canvas.inset(top: min(noticeRows + (canvas.rows >= 12 ? 1 : 0), canvas.rows - 1))
        let items = wizard.reviewItems
        let selected = min(wizard.selection, max(items.count - 1, 0))
        let blocks = items.indices.map { block(items, $0, isSelected: $0 == selected, rows: body.rows, body.columns) }
        let heights = blocks.map(\.height)
        let page = BlockPager.page(heights: heights, focus: selected, rows: body.rows)
        var row = 0
        for index in page {
            draw(blocks[index], index, on: body, row: row, isSelected: index == selected)
            row += heights[index] - (row == 0 ? blocks[index].gap : 0)
        }
        let above = heights[..<page.lowerBound].reduce(0, +)
        ScrollIndicator(top: above, count: max(heights.reduce(0, +), above + body.rows))
            .draw(on: body, glyphs: context.glyphs)
    }

    private func draw(_ block: Block, _ index: Int, on canvas: Canvas, row: Int, isSelected: Bool) {
        // Nothing stands above the first block of a page.
        var row = row == 0 ? 0 : row + block.gap
        context.note(.wizardItem(index), on: canvas, row: row, rows: block.height - block.gap)
        if let heading = block.heading {
            canvas.drawCut(heading, column: 1, row: row, style: .title, glyphs: context.glyphs)
            row += 1
        }
        if let mark = block.mark { canvas.draw(mark.glyph, column: 3, row: row, style: mark.style) }
        for (index, line) in block.lines.enumerated() {
            canvas.draw(line.text, column: 3 + line.indent, row: row + index, style: line.style)
            if isSelected { canvas.draw(context.glyphs.marker, column: 0, row: row + index, style: .accent) }
        }
        if isSelected, state.overlay == nil { canvas.placeCursor(column: 0, row: row) }
    }

    /// - Parameter rows: of a page; the answer under the cursor may take most of one, the others a few.
    private func block(_ items: [ReviewItem], _ index: Int, isSelected: Bool, rows: Int, _ columns: Int) -> Block {
        let item = items[index]
        let isFirst = index == 0 || section(items[index - 1]) != section(item)
        let width = max(columns - 7, 8)
        let limit = isSelected ? max(rows - 3, 1) : min(4, max(rows / 3, 1))
        var block = Block(heading: isFirst ? heading(item) : nil, lines: [])
        if index > 0, isFirst, rows >= 12 { block.gap = 1 }
        switch item {
        case .asked(let id):
            guard let field = wizard.session.application?.field(id) else { break }
            block.mark = (context.glyphs.warning, .warning)
            block.lines = asked(field, width: width - 2)
        case .missing(let id):
            guard let field = wizard.session.application?.field(id) else { break }
            block.mark = (context.glyphs.cross, .error)
            block.lines = missing(field, width: width - 2)
        case .passed(let id):
            guard let field = wizard.session.application?.field(id) else { break }
            block.mark = (context.glyphs.warning, .warning)
            block.lines = answer(field, width: width - 2, limit: limit).map { ($0.text, $0.indent + 2, $0.style) }
        case .changed(let id):
            guard let field = wizard.session.application?.field(id) else { break }
            block.lines = change(field, width: width, limit: isSelected ? 4 : 1)
        case .missingLicence(let id):
            block.mark = (context.glyphs.cross, .error)
            let text: TerminalText = context.words(SubmissionWords.licenceMissing(title: title(of: id)))
            block.lines = [(text.cut(width - 2, context.glyphs), 2, .plain)]
        case .dataUse(let id):
            guard let hint = wizard.dataUseHints.first(where: { $0.dataset == id }) else { break }
            block.mark = hint.mark(context.glyphs)
            block.lines = hint.lines(width: width - 2, isWhole: isSelected, context)
        case .answer(let id):
            guard let field = wizard.session.application?.field(id) else { break }
            block.lines = answer(field, width: width, limit: limit)
        case .licence(let id):
            let isOn =
                wizard.session.application?.licences.first { $0.id == id }.map(wizard.session.isAccepted) ?? false
            let mark =
                isOn
                ? context.glyphs.check + context.words(SubmissionWords.acceptedMark)
                : context.glyphs.circle + context.words(SubmissionWords.notYetMark)
            let text: TerminalText = "\(mark)  \(title(of: id))"
            block.lines = [(text.cut(width, context.glyphs), 0, isOn ? .success : .plain)]
        case .member(let index):
            if let member = wizard.session.application?.members[index] { block.lines = [person(member, width: width)] }
        case .unasked(let id):
            let words = TerminalText(sanitizing: wizard.session.draft.answers[id]?.text ?? "").wrapped(to: width - 2)
            block.lines = words.prefix(limit).map { ($0, 2, .dim) }
        }
        return block
    }

    /// What the committee wrote, and that nothing came of it yet.
    private func asked(_ field: FormField, width: Int) -> [Line] {
        let title = TerminalText(singleLine: field.title.text(in: state.languages))
        let words = wizard.session.application?.committeeWords(on: field, in: state.languages) ?? ""
        let lines = context.words(CommonWords.committeeWrote(words: TerminalText(sanitizing: words))).wrapped(
            to: width - 2
        ).prefix(3)
        return [(title.cut(width, context.glyphs), 2, .plain)] + lines.map { ($0, 4, .warning) }
    }

    /// The name of the field; why only where it is not simply empty.
    private func missing(_ field: FormField, width: Int) -> [Line] {
        let title = TerminalText(singleLine: field.title.text(in: state.languages))
        guard let problem = wizard.session.problems(with: field).first, problem != .required else {
            return [(title.cut(width, context.glyphs), 2, .plain)]
        }
        let why = context.words(problem).wrapped(to: width - 2).prefix(2)
        return [(title.cut(width, context.glyphs), 2, .plain)] + why.map { ($0, 4, .error) }
    }

    /// As it was submitted and as it is now.
    private func change(_ field: FormField, width: Int, limit: Int) -> [Line] {
        let title = TerminalText(singleLine: field.title.text(in: state.languages)).cut(width, context.glyphs)
        let sides: [(TerminalText, FieldValue, Style)] = [
            (context.words(SubmissionWords.before), wizard.session.submittedAnswer(to: field) ?? .text(""), .dim),
            (context.words(SubmissionWords.now), wizard.session.value(of: field), .plain),
        ]
        return [(title, 0, .dim)]
            + sides.flatMap { label, value, style in
                var shown = field
                shown.value = value
                let files = wizard.session.application?.attachments ?? []
                let words = AnswerText.lines(shown, languages: state.languages, files: files)
                    .flatMap { TerminalText(sanitizing: $0).wrapped(to: width - 2 - label.columns) }
                let lines: [TerminalText] =
                    words.isEmpty ? [context.words(CommonWords.noAnswer)] : Array(words.prefix(limit))
                return lines.enumerated().map { index, line in
                    let isCut = index == lines.count - 1 && words.count > limit
                    let text =
                        isCut ? line.cut(width - 4 - label.columns, context.glyphs) + context.glyphs.ellipsis : line
                    return index == 0 ? (label + text, 2, style) : (text, 2 + label.columns, style)
                }
            }
    }

    private func answer(_ field: FormField, width: Int, limit: Int) -> [Line] {
        var shown = field
        shown.value = wizard.session.value(of: field)
        let title = TerminalText(singleLine: field.title.text(in: state.languages)).cut(width, context.glyphs)
        let files = wizard.session.application?.attachments ?? []
        let value = AnswerText.lines(shown, languages: state.languages, files: files)
            .flatMap { TerminalText(sanitizing: $0).wrapped(to: width - 2) }
        let text: [Line]
        if value.isEmpty {
            text = [
                (
                    field.isOptional
                        ? context.words(SubmissionWords.noAnswerOptional) : context.words(SubmissionWords.noAnswerYet),
                    2, .dim
                )
            ]
        } else if value.count > limit {
            let more: TerminalText = context.words(SubmissionWords.moreLines(count: value.count - limit + 1))
            text = value.prefix(limit - 1).map { ($0, 2, .plain) } + [(more, 2, .dim)]
        } else {
            text = value.map { ($0, 2, .plain) }
        }
        return [(title, 0, .dim)] + text
    }

    private func person(_ member: Member, width: Int) -> Line {
        let glyphs = context.glyphs
        let mark =
            member.isPending
            ? glyphs.halfCircle + " " + context.words(CommonWords.invited)
            : glyphs.check + " " + context.words(CommonWords.member)
        let email: TerminalText = member.email.map { "  \(TerminalText(singleLine: $0))" } ?? .empty
        let text: TerminalText = "\(mark)  \(TerminalText(singleLine: member.name))\(email)"
        return (text.cut(width, glyphs), 0, member.isPending ? .warning : .success)
    }

    private enum Section: Equatable {
        case asked, missing, dataUse, passed, changed
        case form(Int64)
        case licences, members, unasked
    }

    private func section(_ item: ReviewItem) -> Section {
        switch item {
        case .asked: .asked
        case .missing, .missingLicence: .missing
        case .dataUse: .dataUse
        case .passed: .passed
        case .changed: .changed
        case .answer(let id): .form(id.form)
        case .licence: .licences
        case .member: .members
        case .unasked: .unasked
        }
    }

    private func heading(_ item: ReviewItem) -> TerminalText {
        switch section(item) {
        case .asked: return context.words(SubmissionWords.askedToChange)
        case .missing:
            return wizard.session.missingCount == 1
                ? context.words(SubmissionWords.toDo)
                : context.words(SubmissionWords.toDoCount(count: wizard.session.missingCount))
        case .dataUse: return context.words(DataUseWords.heading)
        case .passed:
            return context.words(SubmissionWords.passedDays(count: wizard.session.renewal?.passed.count ?? 0))
        case .changed:
            let count = wizard.session.fieldsChangedSinceSubmission.count
            let earlier = wizard.session.draft.renews?.rawValue
            return context.words(
                earlier.map { SubmissionWords.changedSinceEarlier(count: count, number: $0) } ?? .changed(count: count))
        case .form(let id):
            let title = wizard.session.application?.forms.first { $0.id == id }?.title.text(in: state.languages) ?? ""
            return title.isEmpty ? context.words(CommonWords.answers) : TerminalText(singleLine: title)
        case .licences: return context.words(CommonWords.licences)
        case .members: return context.words(SubmissionWords.members)
        case .unasked: return context.words(SubmissionWords.unasked)
        }
    }

    private func title(of licence: Int64) -> TerminalText {
        let found = wizard.session.application?.licences.first { $0.id == licence }
        return TerminalText(singleLine: found?.title.text(in: state.languages) ?? "")
    }
}

extension TerminalText {
    fileprivate func cut(_ width: Int, _ glyphs: GlyphSet) -> TerminalText {
        truncated(to: width, ellipsis: glyphs.ellipsis)
    }
}
