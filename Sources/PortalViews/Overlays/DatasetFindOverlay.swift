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
    /// What holds all of some words, under its heading: a field with what is said of it, an address with its name, a
    /// paragraph; of a long one the lines that hold any of them.
    fileprivate func holding(_ words: [String]) -> ScrollText {
        guard !words.isEmpty else { return self }
        var found = ScrollText()
        var heading: TextBlock?
        for piece in pieces {
            if piece.count == 1, piece[0].isHeading {
                heading = piece[0]
                // What a heading says is found with it, whatever is below.
                guard words.allSatisfy(piece[0].text.contains) else { continue }
            } else {
                let text = piece.map(\.text).joined(separator: " ")
                guard words.allSatisfy(text.contains) else { continue }
            }
            if let above = heading { found.append(above) }
            if !piece[0].isHeading { for block in piece { found.append(block.shortened(to: words)) } }
            heading = nil
        }
        return found
    }

    /// Blocks that are about one thing: what is indented and has no label belongs to the block above it.
    private var pieces: [[TextBlock]] {
        var pieces: [[TextBlock]] = []
        for block in blocks where !block.isBlank {
            if block.indent > 0, block.label == nil, pieces.last?[0].isHeading == false {
                pieces[pieces.count - 1].append(block)
            } else {
                pieces.append([block])
            }
        }
        return pieces
    }
}

extension TextBlock {
    /// In small letters, as it is looked through.
    fileprivate var text: String {
        ((label.map { [$0] } ?? []) + lines).map(\.plain).joined(separator: " ").lowercased()
    }

    fileprivate var isHeading: Bool { style == .title }
    fileprivate var isBlank: Bool { label == nil && lines.allSatisfy(\.isEmpty) }

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
