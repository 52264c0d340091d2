import TerminalCanvas

/// Something that the program says: what is said is a value with what it speaks of, and each language has its words.
///
/// The switches over the values are total in every language, so that the compiler names what a new value lacks. English
/// has words for everything; where another language has none yet, nil says so.
package protocol Wording {
    /// What is said in English.
    func english(_ c: Phrasing) -> TerminalText
    /// What is said in German; nil where there are no words yet.
    func german(_ c: Phrasing) -> TerminalText?
}

/// What was shown in English because the person's language has no words for it. Belongs to the thread that draws.
public final class MissingWords {
    /// How often each was asked for, by its name in `Words/Keys`.
    public private(set) var counts: [String: Int] = [:]

    public init() {}

    func note(_ words: some Wording) {
        // What it speaks of may be somebody's answer: of a value with a payload the name alone is kept.
        let name = Mirror(reflecting: words).children.first?.label ?? "\(words)"
        counts["\(type(of: words)).\(name)", default: 0] += 1
    }
}
