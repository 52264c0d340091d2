import PortalModel
import TerminalCanvas

/// The formats in which a request can be written.
struct ExportOverlay {
    let selection: Int
    let context: ViewContext

    func draw(on room: Canvas) {
        let formats = DocumentFormat.allCases
        let inner = OverlayBox(title: context.words(DocumentWords.requestAs), columns: 34, rows: formats.count + 2)
            .draw(on: room, glyphs: context.glyphs)
        let top = ListViewport(itemCount: formats.count, rows: inner.rows).top(selected: selection, from: 0)
        for (row, index) in (top..<min(formats.count, top + inner.rows)).enumerated() {
            let line = inner.line(row)
            line.draw(context.words(formats[index]), column: 2, row: 0)
            guard index == selection else { continue }
            line.draw(context.glyphs.marker, column: 0, row: 0, style: .accent)
            line.placeCursor(column: 0, row: 0)
        }
    }
}

/// An answers file: where it is, and what it would change.
struct AnswersFileOverlay {
    let prompt: AnswersPrompt
    /// Of several datasets that are being written.
    let progress: CollectionProgress?
    let context: ViewContext

    func draw(on room: Canvas) {
        let columns = min(70, room.columns - 2)
        let lines = lines.flatMap { $0.wrapped(to: columns - 4) }
        let choices = self.choices
        let inner = OverlayBox(
            title: title, columns: columns, rows: min(lines.count + max(choices.count, 1) + 4, room.rows)
        )
        .draw(on: room, glyphs: context.glyphs)
        let shown = lines.prefix(max(inner.rows - choices.count - 2, 1))
        for (row, line) in shown.enumerated() { inner.draw(line, column: 0, row: row) }
        let row = min(shown.count + 1, inner.rows - max(choices.count, 1))
        if case .offer(_, let selection) = prompt.stage {
            draw(choices, selection, on: inner, row: row)
        } else {
            field(on: inner, row: row)
        }
    }

    private var title: TerminalText {
        switch prompt.purpose {
        case .load: context.words(DocumentWords.load)
        case .save: context.words(DocumentWords.save)
        case .export: context.words(DocumentWords.description)
        case .collection: context.words(DocumentWords.datasets)
        case .comparison: context.words(DocumentWords.comparison)
        }
    }

    private func field(on inner: Canvas, row: Int) {
        let column = inner.draw(context.words(DocumentWords.file), column: 0, row: row, style: .accent)
        let area = ScreenArea(column: column, row: row, columns: inner.columns - column, rows: 1)
        TextField(prompt.path.text, cursor: prompt.path.cursor, isFocused: true)
            .draw(on: inner.subcanvas(area), row: 0, glyphs: context.glyphs)
        guard let problem = prompt.problem else { return drawCandidates(on: inner, row: row + 1) }
        let text = context.glyphs.cross + " " + context.words(problem).singleLine
        inner.drawCut(text, column: 0, row: row + 1, style: .error, upTo: inner.columns, glyphs: context.glyphs)
    }

    /// What Tab can write out.
    private func drawCandidates(on inner: Canvas, row: Int) {
        let names = prompt.entry.candidates.prefix(20).map { $0.name + ($0.isFolder ? "/" : "") }
        guard !names.isEmpty else { return }
        let text = context.label("Tab") + ": " + TerminalText(singleLine: names.joined(separator: "  "))
        inner.drawCut(text, column: 0, row: row, style: .dim, upTo: inner.columns, glyphs: context.glyphs)
    }

    private func draw(_ choices: [TerminalText], _ selection: Int, on inner: Canvas, row: Int) {
        for (index, choice) in choices.enumerated() {
            inner.draw(choice, column: 2, row: row + index)
            guard index == selection else { continue }
            inner.draw(context.glyphs.marker, column: 0, row: row + index, style: .accent)
            inner.placeCursor(column: 0, row: row + index)
        }
    }

    private var choices: [TerminalText] {
        guard case .offer(let offer, _) = prompt.stage else { return [] }
        return offer.choices.map { choice in
            switch choice {
            case .fillEmpty: context.words(DocumentWords.fillEmpty(count: offer.new.count))
            case .replace: context.words(DocumentWords.replaceToo(count: offer.different.count))
            case .leave: context.words(DocumentWords.changeNothing)
            }
        }
    }

    private var lines: [TerminalText] {
        switch (prompt.stage, prompt.purpose) {
        case (.working, .collection):
            return (progress.map { [context.words(DocumentWords.written($0))] } ?? [])
                + [context.words(DocumentWords.longMoment)]
        case (.working, _): return [context.words(DocumentWords.moment)]
        case (.path, .comparison(_, let format)):
            let form = context.words(Message.documents(.comparisonForm(format)))
            return [context.words(DocumentWords.aboutComparison(form: form))]
        case (.path, .collection(let datasets, let format)):
            let form = context.words(Message.documents(.form(format)))
            return [context.words(DocumentWords.aboutDatasets(form: form, isFolder: datasets.isFolder(as: format)))]
        case (.path, .export(_, let format)):
            let form = TerminalText(singleLine: format.label)
            return [context.words(DocumentWords.aboutDescription(form: form))]
        case (.path, .load):
            return [context.words(DocumentWords.aboutLoading)]
        case (.path, .save):
            return [context.words(DocumentWords.aboutSaving)]
        case (.offer(let offer, _), _): return summary(of: offer)
        }
    }

    private func summary(of offer: AnswersOffer) -> [TerminalText] {
        var lines: [TerminalText] = [
            context.words(DocumentWords.found(new: offer.new.count, different: offer.different.count))
        ]
        if !offer.hidden.isEmpty {
            lines.append(context.words(DocumentWords.hidden(count: offer.hidden.count)))
        }
        if offer.missing > 0 { lines.append(context.words(DocumentWords.missing(count: offer.missing))) }
        lines += offer.read.unknown.prefix(3).map { context.words($0).singleLine }
        if offer.read.unknown.count > 3 {
            lines.append(context.words(DocumentWords.unknown(count: offer.read.unknown.count - 3)))
        }
        return lines
    }
}
