/// A language that the program itself speaks. What services say comes in languages of its own: `LocalizedText`.
public enum Language: String, Sendable, CaseIterable {
    /// The words that are complete always.
    case english = "en"
    /// What has no words in it is shown in English.
    case german = "de"

    /// The first of the wanted languages that is spoken here, else English.
    /// - Parameter languages: two letters each (ISO 639-1), best first.
    public init(preferring languages: [String]) {
        self = languages.lazy.compactMap(Language.init).first ?? .english
    }
}
