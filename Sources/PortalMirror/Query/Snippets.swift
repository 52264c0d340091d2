import GRDB
import PortalDomain

/// A piece of a text that shows why a dataset was found.
public struct MirrorSnippet: Hashable, Sendable {
    /// Where it is from.
    public var field: MirrorField
    /// The piece, with an ellipsis where the text goes on.
    public var text: String
    /// What was found in it, in characters of `text`.
    public var found: [Range<Int>]

    public init(field: MirrorField, text: String, found: [Range<Int>]) {
        self.field = field
        self.text = text
        self.found = found
    }
}

/// Finds the place of the words in the few texts that are shown: the index knows where they are, and not what stands
/// around them.
struct Snippets {
    let words: WordReader
    let expressions: [WordExpression]

    /// About so many characters around what was found.
    static let length = 120

    /// Nil where the title shows it, and where nothing was looked for.
    func snippet(of dataset: DatasetSummary) -> MirrorSnippet? {
        guard !expressions.isEmpty, !showsAll(dataset.title) else { return nil }
        let texts: [(MirrorField, String, String)] = [
            (.description, "description", dataset.description),
            (.keyword, "keywords", dataset.keywords.joined(separator: ", ")),
            (.publisher, "names", dataset.publishers.joined(separator: ", ")),
        ]
        for (field, column, text) in texts {
            let found = ranges(in: text, column)
            if let first = found.first { return cut(text, around: first, found, field) }
        }
        return nil
    }

    private func showsAll(_ title: String) -> Bool {
        expressions.flatMap { $0.phrases(in: "title") }.allSatisfy { !ranges(of: $0, in: title).isEmpty }
    }

    private func ranges(in text: String, _ column: String) -> [Range<Int>] {
        guard !text.isEmpty else { return [] }
        return expressions.flatMap { $0.phrases(in: column) }.flatMap { ranges(of: $0, in: text) }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// In bytes.
    private func ranges(of phrase: (words: [String], isBeginning: Bool), in text: String) -> [Range<Int>] {
        guard let first = phrase.words.first?.unicodeScalars.first else { return [] }
        if IndexedText.isWithoutBlanks(first) { return characters(of: phrase.words, in: text) }
        let tokens = words.tokens(of: text)
        let count = phrase.words.count
        guard tokens.count >= count else { return [] }
        return (0...(tokens.count - count)).compactMap { start in
            let isThere = (0..<count).allSatisfy { index in
                let (word, token) = (phrase.words[index], tokens[start + index].text)
                return index == count - 1 && phrase.isBeginning ? token.hasPrefix(word) : token == word
            }
            return isThere ? tokens[start].range.lowerBound..<tokens[start + count - 1].range.upperBound : nil
        }
    }

    private func characters(of pairs: [String], in text: String) -> [Range<Int>] {
        // What the pairs were made of: the first of each, and the last one whole.
        let run = pairs.dropLast().compactMap(\.unicodeScalars.first).map { String($0) }.joined() + (pairs.last ?? "")
        return text.ranges(of: run).map {
            text.utf8.distance(
                from: text.startIndex, to: $0.lowerBound)..<text.utf8.distance(
                    from: text.startIndex, to: $0.upperBound)
        }
    }

    private func cut(_ text: String, around first: Range<Int>, _ found: [Range<Int>], _ field: MirrorField)
        -> MirrorSnippet
    {
        func index(_ offset: Int) -> String.Index {
            let place = text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
            // Within a character the character's beginning.
            return text.indices(around: place)
        }
        let start = index(first.lowerBound)
        var from = text.index(start, offsetBy: -Self.length / 3, limitedBy: text.startIndex) ?? text.startIndex
        // Not in the middle of a word.
        if from != text.startIndex, let blank = text[from..<start].firstIndex(where: \.isWhitespace) {
            from = text.index(after: blank)
        }
        var to = text.index(start, offsetBy: Self.length * 2 / 3, limitedBy: text.endIndex) ?? text.endIndex
        if to != text.endIndex, let blank = text[start..<to].lastIndex(where: \.isWhitespace), blank > start {
            to = blank
        }
        let (before, after) = (from == text.startIndex ? "" : "…", to == text.endIndex ? "" : "…")
        let piece = before + text[from..<to] + after
        let ranges = found.compactMap { range -> Range<Int>? in
            let (lower, upper) = (index(range.lowerBound), index(range.upperBound))
            guard lower >= from, upper <= to, lower < upper else { return nil }
            let begin = text.distance(from: from, to: lower) + before.count
            return begin..<(begin + text.distance(from: lower, to: upper))
        }
        return MirrorSnippet(field: field, text: piece, found: ranges)
    }
}

extension String {
    /// The beginning of the character that holds a place.
    fileprivate func indices(around place: Index) -> Index {
        place == endIndex ? endIndex : self[...place].indices.last ?? startIndex
    }
}
