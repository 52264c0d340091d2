import Foundation
import PortalDomain

@testable import PortalMirror

/// Reads a line over datasets in memory, without SQLite, plans or sets: what the mirror is held against.
///
/// A text is words of letters and digits without case and accents, and characters of scripts without blanks; that is
/// written anew here.
struct PlainReading {
    var datasets: [DatasetSummary]
    /// Of which datasets a field is known; nil for all.
    var isKnown: (DatasetSummary, String) -> Bool = { _, _ in true }

    /// True, false, or nil where it cannot be told.
    typealias Verdict = Bool?

    func found(_ line: QueryLine) -> (holds: [DatasetSummary], open: Int) {
        let verdicts = datasets.map { verdict(line, $0) }
        return (
            zip(datasets, verdicts).filter { $0.1 == true }.map(\.0), verdicts.count { $0 == nil }
        )
    }

    private func verdict(_ line: QueryLine, _ dataset: DatasetSummary) -> Verdict {
        var alternatives: [String: [Verdict]] = [:]
        var verdicts: [Verdict] = []
        for term in line.terms {
            if case .condition(let condition) = term.kind, condition.comparison == .equal {
                alternatives[condition.name.key, default: []].append(judge(condition, dataset))
            } else if let verdict = judge(term, dataset) {
                verdicts.append(verdict)
            }
        }
        return all(verdicts + alternatives.values.map(any))
    }

    private func all(_ verdicts: [Verdict]) -> Verdict {
        if verdicts.contains(false) { return false }
        return verdicts.contains(nil) ? Verdict.none : true
    }

    private func any(_ verdicts: [Verdict]) -> Verdict {
        if verdicts.contains(true) { return true }
        return verdicts.contains(nil) ? Verdict.none : false
    }

    /// The outer nil: it asks for nothing.
    private func judge(_ term: QueryTerm, _ dataset: DatasetSummary) -> Verdict? {
        switch term.kind {
        case .word(let text):
            let pieces = pieces(text)
            return .some(
                pieces.indices.allSatisfy { index in
                    texts(dataset).contains { contains($0, pieces[index], goesOn: index == pieces.count - 1) }
                })
        case .phrase(let text):
            return .some(pieces(text).allSatisfy { piece in texts(dataset).contains { contains($0, piece) } })
        case .condition(let condition): return .some(judge(condition, dataset))
        case .not(let inner): return judge(inner, dataset).map { $0.map { !$0 } }
        case .either(let terms): return .some(any(terms.compactMap { judge($0, dataset) }))
        case .all(let terms): return .some(all(terms.compactMap { judge($0, dataset) }))
        }
    }

    private func judge(_ condition: QueryCondition, _ dataset: DatasetSummary) -> Verdict {
        let holds = condition.values.contains { value in
            switch condition.name.key {
            case "individuals": compare(dataset.individuals.map(Double.init), condition.comparison, Double(value))
            case "modified": days(dataset.modified, dataset.modified, condition.comparison, value)
            case "created": days(dataset.created, dataset.created, condition.comparison, value)
            case "coverage":
                days(
                    dataset.coverageStart ?? dataset.coverageEnd, dataset.coverageEnd ?? dataset.coverageStart,
                    condition.comparison, value)
            case "keyword": words(value, in: dataset.keywords.joined(separator: "\n"))
            case "title": words(value, in: dataset.title)
            case "publisher": has(value, dataset) { $0.publishers.map { LabelledValue(value: $0, label: $0) } }
            case "theme": has(value, dataset, \.themes)
            case "catalogue":
                has(value, dataset) { [$0.catalogue].compactMap { $0.map { LabelledValue(value: $0, label: $0) } } }
            case "access": has(value, dataset) { [$0.accessRights].compactMap(\.self) }
            default: false
            }
        }
        return holds ? true : isKnown(dataset, condition.name.key) ? false : nil
    }

    // MARK: Texts

    private enum Piece: Equatable {
        case words([String])
        case run(String)
    }

    private func texts(_ dataset: DatasetSummary) -> [String] {
        let names = dataset.publishers + [dataset.id.rawValue, dataset.identifier ?? ""]
        return [
            dataset.title, dataset.description, dataset.keywords.joined(separator: "\n"), names.joined(separator: "\n"),
        ]
    }

    /// - Parameter goesOn: the last word is the beginning of one, if it has three letters.
    private func contains(_ text: String, _ piece: Piece, goesOn: Bool = false) -> Bool {
        let own = pieces(text)
        switch piece {
        case .run(let run):
            return own.contains { if case .run(let text) = $0 { text.contains(run) } else { false } }
        case .words(let words):
            // What stands on both sides of a run stands beside each other: the run has a place of its own.
            let all = own.flatMap { if case .words(let words) = $0 { words } else { [String]() } }
            guard all.count >= words.count else { return false }
            return (0...(all.count - words.count)).contains { start in
                words.indices.allSatisfy { index in
                    let (word, found) = (words[index], all[start + index])
                    return goesOn && index == words.count - 1 && word.count >= 3 ? found.hasPrefix(word) : found == word
                }
            }
        }
    }

    /// Its words all occur, wherever.
    private func words(_ value: String, in text: String) -> Bool {
        let parts = pieces(value).flatMap { piece -> [Piece] in
            if case .words(let words) = piece { words.map { .words([$0]) } } else { [piece] }
        }
        return !parts.isEmpty && parts.allSatisfy { contains(text, $0, goesOn: true) }
    }

    private func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var word = ""
        var (words, run) = ([String](), "")
        func endWord() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        func endWords() {
            endWord()
            if !words.isEmpty { pieces.append(.words(words)) }
            words = []
        }
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        for character in folded.precomposedStringWithCanonicalMapping.unicodeScalars {
            let isRun =
                (0x3040...0x30FF).contains(character.value) || (0x4E00...0x9FFF).contains(character.value)
                || (0xAC00...0xD7A3).contains(character.value)
            if isRun {
                endWords()
                run.unicodeScalars.append(character)
                continue
            }
            if !run.isEmpty { pieces.append(.run(run)) }
            run = ""
            if character.properties.isAlphabetic || character.properties.numericType != nil {
                word.unicodeScalars.append(character)
            } else {
                endWord()
            }
        }
        endWords()
        if !run.isEmpty { pieces.append(.run(run)) }
        return pieces
    }

    // MARK: Values

    private func same(_ left: String, _ right: String) -> Bool {
        func plain(_ text: String) -> String {
            text.lowercased().components(separatedBy: CharacterSet(charactersIn: " \t\n-_")).filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return plain(left) == plain(right)
    }

    /// What is meant exactly is meant alone: what reads alike counts only where nothing is written so.
    private func has(_ value: String, _ dataset: DatasetSummary, _ terms: (DatasetSummary) -> [LabelledValue]) -> Bool {
        let all = datasets.flatMap(terms)
        let own = terms(dataset)
        if all.contains(where: { $0.value == value }) { return own.contains { $0.value == value } }
        if all.contains(where: { $0.label == value }) { return own.contains { $0.label == value } }
        return own.contains { same($0.label, value) || same($0.value, value) }
    }

    private func compare(_ number: Double?, _ comparison: QueryComparison, _ value: Double?) -> Bool {
        guard let number, let value else { return false }
        return switch comparison {
        case .equal: number == value
        case .less: number < value
        case .greater: number > value
        case .lessOrEqual: number <= value
        case .greaterOrEqual: number >= value
        }
    }

    /// By the days in Greenwich, as texts: `2019-05` holds all that begin so.
    private func days(_ start: Date?, _ end: Date?, _ comparison: QueryComparison, _ value: String) -> Bool {
        guard let start, let end else { return false }
        let (first, last) = (ISODate(start).text.prefix(value.count), ISODate(end).text.prefix(value.count))
        return switch comparison {
        case .equal: first <= value && last >= value
        case .less: first < value
        case .greater: last > value
        case .lessOrEqual: first <= value
        case .greaterOrEqual: last >= value
        }
    }
}
