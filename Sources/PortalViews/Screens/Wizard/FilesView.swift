import PortalModel
import TerminalCanvas

/// The files of an attachment field: those at the portal, those on their way, and the path of the next.
struct FilesView {
    private enum Line {
        case attached(Attachment)
        case upload(Upload)
        case none
    }

    let rows: Int
    private let field: FormField
    private let picker: FilePicker?
    private let lines: [Line]
    /// Rows for what the typed path can become.
    private let candidateRows: Int

    /// Why the file under the cursor did not arrive.
    private let reason: [TerminalText]

    private static let mostCandidates = 8

    /// - Parameter picker: of the field with the cursor.
    init(_ field: FormField, picker: FilePicker?, form: WizardFormView) {
        self.field = field
        self.picker = picker
        let found =
            form.wizard.session.attachments(of: field).map(Line.attached)
            + form.wizard.session.uploads(of: field).map(Line.upload)
        lines = found.isEmpty ? [.none] : found
        // Besides the field's title, while a path is typed.
        let room = max(picker?.path == nil ? form.layout.editorRows : form.layout.bodyRows - 1, 2)
        guard let path = picker?.path else {
            candidateRows = 0
            let failure = picker.flatMap { form.wizard.session.upload(at: $0.selection, of: field)?.failure }
            let words = failure.map {
                form.context.words($0).singleLine.wrapped(to: max(form.layout.textColumns - 2, 8))
            }
            reason = Array((words ?? []).prefix(max(room - 1, 0)))
            rows = min(lines.count, max(room - reason.count, 1)) + reason.count
            return
        }
        reason = []
        candidateRows = min(max(path.candidates.count, 1), Self.mostCandidates, room - 1)
        rows = 1 + candidateRows
    }

    func draw(on canvas: Canvas, form: WizardFormView) {
        if let path = picker?.path { return draw(path, on: canvas, form: form) }
        let selection = picker?.selection ?? 0
        let listRows = rows - reason.count
        for (row, line) in reason.enumerated() { canvas.draw(line, column: 2, row: listRows + row, style: .error) }
        let viewport = ListViewport(itemCount: lines.count, rows: listRows)
        let top = viewport.top(selected: selection, from: 0)
        for index in viewport.visible(from: top) {
            draw(lines[index], on: canvas.line(index - top), isHere: picker != nil && index == selection, form: form)
            form.context.note(.file(field.id, index), on: canvas, row: index - top)
            if picker != nil, index == selection, form.hasFocus { canvas.placeCursor(column: 0, row: index - top) }
        }
        ScrollIndicator(top: top, count: lines.count).draw(on: canvas, glyphs: form.context.glyphs)
    }

    private func draw(_ line: Line, on canvas: Canvas, isHere: Bool, form: WizardFormView) {
        let glyphs = form.context.glyphs
        let style: Style = isHere ? .focus : .plain
        switch line {
        case .none:
            canvas.drawCut(form.context.words(AnswerWords.noFile), column: 0, row: 0, style: .dim, glyphs: glyphs)
        case .attached(let file):
            let start = canvas.draw(glyphs.check, column: 0, row: 0, style: .success) + 1
            canvas.drawCut(TerminalText(singleLine: file.filename), column: start, row: 0, style: style, glyphs: glyphs)
        case .upload(let upload):
            let name = TerminalText(singleLine: upload.name)
            if upload.failure != nil {
                let text: TerminalText = form.context.words(
                    AnswerWords.didNotArrive(name: name, broke: brokeOff(upload, form)))
                canvas.drawCut(text, column: 0, row: 0, style: .error, glyphs: glyphs)
            } else {
                canvas.drawCut(
                    "\(glyphs.up) \(name)  \(progress(upload, form))", column: 0, row: 0, style: style, glyphs: glyphs)
            }
        }
    }

    private func brokeOff(_ upload: Upload, _ form: WizardFormView) -> TerminalText {
        guard upload.sent > 0, upload.bytes > 0 else { return .empty }
        return form.context.words(AnswerWords.brokeOff(percent: min(upload.sent * 100 / upload.bytes, 100)))
    }

    private func progress(_ upload: Upload, _ form: WizardFormView) -> TerminalText {
        guard upload.bytes > 0 else { return form.context.words(AnswerWords.sending) }
        let percent = min(upload.sent * 100 / upload.bytes, 100)
        let size = TerminalText(singleLine: form.context.words.size(upload.bytes))
        return percent < 100
            ? form.context.words(AnswerWords.sendingPart(percent: percent, size: size))
            : form.context.words(AnswerWords.sent)
    }

    // MARK: The path

    private func draw(_ path: PathEntry, on canvas: Canvas, form: WizardFormView) {
        let glyphs = form.context.glyphs
        let start = canvas.draw(form.context.words(AnswerWords.file), column: 0, row: 0, style: .dim)
        let entry = canvas.subcanvas(ScreenArea(column: start, row: 0, columns: canvas.columns - start, rows: 1))
        TextField(path.text.text, cursor: path.text.cursor, isFocused: form.hasFocus)
            .draw(on: entry, row: 0, glyphs: glyphs)
        let list = canvas.inset(top: 1)
        let candidates = path.candidates
        guard !candidates.isEmpty else {
            canvas.drawCut(
                nothing(path, form), column: 2, row: 1, style: .dim, glyphs: glyphs)
            return
        }
        let area = list.subcanvas(ScreenArea(column: 0, row: 0, columns: list.columns, rows: candidateRows))
        let viewport = ListViewport(itemCount: candidates.count, rows: candidateRows)
        let top = viewport.top(selected: path.selection, from: max(path.selection - candidateRows / 2, 0))
        for index in viewport.visible(from: top) {
            draw(
                candidates[index], on: area.line(index - top), isHere: index == path.selection,
                words: form.context.words)
            form.context.note(.candidate(index), on: area, row: index - top)
        }
        ScrollIndicator(top: top, count: candidates.count).draw(on: area, glyphs: glyphs)
    }

    private func nothing(_ path: PathEntry, _ form: WizardFormView) -> TerminalText {
        guard let listing = path.listing, listing.folder == path.folder else {
            return form.context.words(AnswerWords.looking)
        }
        return listing.failure.map { form.context.words($0).singleLine }
            ?? form.context.words(AnswerWords.nothingToAttach)
    }

    private func draw(_ entry: FolderEntry, on canvas: Canvas, isHere: Bool, words: Phrasing) {
        let glyphs = words.glyphs
        if isHere { canvas.draw(glyphs.marker, column: 0, row: 0, style: .accent) }
        let isTooLarge = !entry.isFolder && entry.bytes > AttachmentRules.largest
        let size: TerminalText = entry.isFolder ? "" : TerminalText(singleLine: words.size(entry.bytes))
        let end = canvas.inset(right: 2).drawTrailing(size, row: 0, style: isTooLarge ? .error : .dim)
        let name = TerminalText(singleLine: entry.name + (entry.isFolder ? "/" : ""))
        canvas.drawCut(name, column: 2, row: 0, style: isHere ? .focus : .plain, upTo: end, glyphs: glyphs)
    }
}
