import FoundationEssentials
import PortalModel
import TerminalCanvas

/// Says things in a language, with the signs that the terminal can show and the keys that the person has.
package struct Phrasing {
    package let language: Language
    package let glyphs: GlyphSet
    /// Nil for those that everybody begins with: they are made only where a sentence names one.
    private let ownKeys: KeyMap?
    package let missing: MissingWords

    package init(
        _ language: Language = .english, glyphs: GlyphSet = .unicode, keyMap: KeyMap? = nil,
        missing: MissingWords = MissingWords()
    ) {
        self.language = language
        self.glyphs = glyphs
        ownKeys = keyMap
        self.missing = missing
    }

    package func callAsFunction(_ words: some Wording) -> TerminalText {
        switch language {
        case .english: return words.english(self)
        case .german:
            guard let german = words.german(self) else {
                missing.note(words)
                return words.english(self)
            }
            return glyphs.isUnicode ? german : GermanLetters.inASCII(german)
        }
    }

    /// The same for what is put together before it is drawn.
    package func text(_ words: some Wording) -> String { self(words).plain }

    // MARK: Keys

    private var keyMap: KeyMap { ownKeys ?? .standard }

    /// The first key of a command as the terminal can show it, for sentences such as "r tries again".
    func key(_ command: Command) -> TerminalText {
        let key = keyMap.bindings.first { $0.command == command }?.keys.first
        return key.map { label($0.name) } ?? ":"
    }

    /// The key of a command at the place that the sentence speaks of.
    func key(_ command: Command, in context: KeyContext) -> TerminalText {
        let binding = keyMap.bindings.first { $0.command == command && $0.contexts.contains(context) }
        return (binding?.keys.first).map { label($0.name) } ?? key(command)
    }

    /// The key that works even while something is typed or awaited.
    func keyEverywhere(_ command: Command) -> TerminalText { key(command, in: .everywhere) }

    /// Key names are signs; without UTF-8 they are words.
    func label(_ keys: String) -> TerminalText {
        guard !glyphs.isUnicode else { return TerminalText(singleLine: keys) }
        let words = keys.split(separator: " ").map { Self.keyWords[String($0)] ?? String($0) }
        return TerminalText(singleLine: words.joined(separator: " "))
    }

    /// Keys of a text's own, which belong to no command.
    var undoKey: TerminalText { "^_" }
    var enterKey: TerminalText { "Enter" }
    var backspaceKey: TerminalText { language == .german ? "Rücktaste" : "Backspace" }

    private static let keyWords = [
        "↵": "Enter", "↑": "Up", "↓": "Down", "←": "Left",
        "→": "Right", "^←": "^Left", "^→": "^Right",
    ]

    /// The word that answers a question, as it is to be typed.
    func typed(_ word: String) -> String { Confirmation.word(word, in: language) }

    /// The same where a sentence is put together of texts: with a space before it, empty where there is none.
    func text(behind reason: Reason?) -> String { behind(reason).plain }

    // MARK: Numbers and times

    package func number(_ number: some BinaryInteger) -> String { CountText.text(number, in: language) }

    /// A number with what is counted: "1 file", "3 files".
    package func count(_ count: some BinaryInteger, _ noun: Noun, _ grammar: Noun.Case = .nominative) -> String {
        "\(number(count)) \(noun.text(isOne: count == 1, grammar, in: language))"
    }

    /// Of a file that is attached: "3.4 MB", and "3,4 MB" in German.
    package func size(_ bytes: Int) -> String {
        let size = FileSize.words(bytes)
        return language == .german ? size.replacing(".", with: ",") : size
    }

    package func bytes(_ count: Int64) -> String { CountText.bytes(count, in: language) }

    package func age(of time: Date, now: Date) -> String { AgeText.text(of: time, now: now, in: language) }

    package func age(seconds: Double) -> String { AgeText.text(seconds: seconds, in: language) }

    func elapsed(seconds: Double) -> String { AgeText.elapsed(seconds: seconds) }

    package func duration(seconds: Double) -> String { AgeText.duration(seconds: seconds, in: language) }

    package func day(_ date: Date) -> String { DateText.day(date, in: language) }

    package func minute(_ date: Date) -> String { DateText.minute(date, in: language) }

    /// One of the last days by its name: "Tuesday".
    package func recentDay(_ date: Date, now: Date) -> String { RecentDayText.text(date, now: now, in: language) }

    func period(from start: Date?, to end: Date?) -> String? { DateText.period(from: start, to: end, in: language) }

    package func remaining(until end: Date?, now: Date) -> (text: String, isUrgent: Bool) {
        DateText.remaining(until: end, now: now, in: language)
    }
}

/// German where the terminal shows ASCII alone: the usual spelling without umlauts.
enum GermanLetters {
    static func inASCII(_ text: TerminalText) -> TerminalText {
        guard text.plain.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var spelled = ""
        for letter in text.plain { spelled += letters[letter] ?? String(letter) }
        return TerminalText(sanitizing: spelled)
    }

    private static let letters: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "„": "\"", "“": "\"", "–": "-",
        "’": "'", "…": "...",
    ]
}
