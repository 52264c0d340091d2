import PortalModel
import TerminalCanvas
import Testing

@testable import PortalViews

/// What a German screen shows in the very words of the English one is either somebody's own (a dataset's title, a
/// service's refusal: all that stands in the state) or was forgotten.
@Suite("Left in English")
struct LeftInEnglishTests {
    /// Two words or more, without a line's frame: what a wrapped sentence, a label or a column's content is at least.
    private static func phrases(_ frame: Frame) -> Set<String> {
        let pieces = frame.text.split(whereSeparator: { "\n│┃┌┐└┘─├┤┬┴┼▌…;|".contains($0) })
            .flatMap { $0.split(separator: "  ") }
            .map { $0.split(separator: " ").joined(separator: " ") }
            .map(trimmed)
        return Set(pieces.filter(isPhrase))
    }

    private static func draw(_ state: AppState, _ language: Language) -> Frame {
        var state = state
        (state.terminal.columns, state.terminal.rows) = (80, 24)
        let keys = KeyMap.standard.translated(into: language)
        state.keys = keys
        let frame = Frame(columns: 80, rows: 24)
        RootView.draw(state, into: frame, context: ViewContext(language: language, keyMap: keys))
        return frame
    }

    /// Every text in the state but those of the key table, as one line each.
    private static func contents(_ value: Any, into found: inout [String]) {
        if let buffer = value as? TextBuffer { return contents(buffer.text, into: &found) }
        if let text = value as? String {
            let shown = TerminalText(sanitizing: text).plain
            return found.append(shown.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        if value is KeyMap { return }
        for child in Mirror(reflecting: value).children { contents(child.value, into: &found) }
    }

    static func left(_ scene: Scene) -> Set<String> {
        let state = scene.make()
        let english = phrases(draw(state, .english))
        let same = phrases(draw(state, .german)).filter { phrase in english.contains { $0.contains(phrase) } }
        guard !same.isEmpty else { return [] }
        var texts: [String] = []
        contents(state, into: &texts)
        let own = Set(texts.filter { $0.count > 3 }).sorted { $0.count > $1.count }
        return same.filter { phrase in
            guard !texts.contains(where: { $0.contains(phrase) }) else { return false }
            return isPhrase(own.reduce(phrase) { $0.replacing($1, with: " ") })
        }.subtracting(sameInBoth)
    }

    /// Without signs at its ends, and what is left of a letter that was cut.
    private static func trimmed(_ piece: String) -> String {
        let rest = piece.drop { !$0.isLetter && !$0.isNumber }
        return String(rest.reversed().drop { !$0.isLetter }.reversed())
    }

    private static func isPhrase(_ text: String) -> Bool {
        text.split(separator: " ").filter { $0.filter(\.isLetter).count > 1 }.count > 1
    }

    /// Commands to type are the same in every language. The others stand in the state in pieces: a record's id and what is wrong with it, letters that were cut, a box
    /// and a title that were, the numbers of datasets that are compared.
    private static let sameInBoth: Set<String> = [
        "c7d1: “title” is missing", "Family study 👩 with hearts ❤ and flags", "x] Dataset 1 of",
        "1 Paediatric brain tumour", "2 Breast cancer whole-genome",
        // What is typed in a shell.
        "portal passport --profile gdi", "portal keys new", "portal data how EGAD17-0 --profile gdi",
        "portal data fetch EGAD17-0 --to data --profile gdi",
    ]

    @Test("No scene keeps a phrase of the program's in English", arguments: Scene.all + Scene.states)
    func nothingIsLeft(scene: Scene) { #expect(Self.left(scene) == []) }
}
