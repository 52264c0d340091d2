import PortalModel
import TerminalCanvas

/// All parts of a dataset's page below each other. Once words are typed, of each field, file and paragraph what holds them
/// all, under the name of its part.
struct DatasetFindOverlay {
    let find: TextBuffer
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        guard let shown = state.browser.detail else { return }
        let inner = OverlayPane(title: context.words(DatasetFindWords.title))
            .draw(on: room, find: find, placeholder: context.words(DatasetFindWords.placeholder), context)
        let words = Self.words(of: find.text)
        var text = ScrollText()
        for tab in shown.tabs where tab != .members {
            let part = DatasetText(
                dataset: shown.id, summary: shown.summary, detail: shown.detail, tab: tab, error: nil, age: nil,
                wait: nil, isLoading: false, width: inner.columns, titleColumns: 0
            )
            .compose(context: context).holding(words)
            guard part.lineCount > 0 else { continue }
            if text.lineCount > 0 { text.append(TextBlock(lines: [.empty])) }
            text.append(TextBlock(lines: [context.words(tab)], style: .accent))
            for block in part.blocks { text.append(block) }
        }
        if text.lineCount == 0 {
            text.append(TextBlock(lines: context.words(DatasetFindWords.nothing).wrapped(to: inner.columns - 2)))
        }
        if shown.detail == nil {
            // Until the service has described it, what the list knows is all that can be found.
            let note =
                shown.error == nil
                ? context.words(CommonWords.loading) : context.words(DatasetFindWords.onlyFromList)
            text.append(TextBlock(lines: note.wrapped(to: inner.columns - 2), style: .dim))
        }
        text.draw(on: inner, offset: offset, context: context)
    }

    static func words(of text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map { String($0) }
    }
}

extension ScrollText {
    /// The blocks that hold all of some words, a long one by the lines that do; each under its heading, and a label that
    /// has a line of its own with what it names.
    fileprivate func holding(_ words: [String]) -> ScrollText {
        guard !words.isEmpty else { return self }
        var found = ScrollText()
        var heading: TextBlock?
        var label: TextBlock?
        for block in blocks {
            if block.style == .title {
                (heading, label) = (block, nil)
                if block.holds(words) { found.append(block) } else { continue }
                heading = nil
                continue
            }
            if block.indent == 0, block.label == nil, block.style == .dim { label = block }
            let named = label.map { $0.text + " " + block.text } ?? block.text
            guard words.allSatisfy(named.contains) else { continue }
            if let above = heading { found.append(above) }
            heading = nil
            if let above = label, block.indent > 0 { found.append(above) }
            label = nil
            found.append(block.shortened(to: words))
        }
        return found
    }
}

extension TextBlock {
    /// In small letters, as it is looked through.
    fileprivate var text: String {
        ((label.map { [$0] } ?? []) + lines).map(\.plain).joined(separator: " ").lowercased()
    }

    fileprivate func holds(_ words: [String]) -> Bool {
        let text = text
        return words.allSatisfy(text.contains)
    }

    /// A long paragraph without the lines that have none of the words and none beside them that has.
    fileprivate func shortened(to words: [String]) -> TextBlock {
        guard lines.count > 6 else { return self }
        let hits = lines.indices.filter { index in
            let line = lines[index].plain.lowercased()
            return words.contains { line.contains($0) }
        }
        guard !hits.isEmpty else { return self }
        var block = self
        block.lines = lines.indices.filter { index in hits.contains { abs($0 - index) <= 1 } }.map { lines[$0] }
        return block
    }
}
