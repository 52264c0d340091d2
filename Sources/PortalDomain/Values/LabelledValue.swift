/// A controlled term: what is sent to a service (`value`, often a URI) and what a person reads (`label`).
/// The contracts call it `ValueLabel`.
public struct LabelledValue: Hashable, Sendable, Codable {
    /// What is sent.
    public var value: String
    /// What is shown.
    public var label: String

    public init(value: String, label: String) {
        self.value = value
        self.label = label
    }
}

/// A text in several languages, as REMS and AMS send labels. Order is the service's.
public struct LocalizedText: Hashable, Sendable, Codable {
    /// Language code (`en`, `fi`…) and text.
    public struct Variant: Hashable, Sendable, Codable {
        /// The tag of the language (BCP 47).
        public var language: String
        /// The text in that language.
        public var text: String

        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The text in each language that it has.
    public var variants: [Variant]

    public init(_ variants: [Variant]) { self.variants = variants }

    /// One text that is the same in every language.
    public init(_ text: String) { variants = [Variant(language: "en", text: text)] }

    /// Whether there is text in no language.
    public var isEmpty: Bool { variants.allSatisfy(\.text.isEmpty) }

    /// The text in the first of `languages` that is there, else in English, else in whatever there is.
    public func text(in languages: [String]) -> String { variant(in: languages)?.text ?? "" }

    /// The same with its language; nil where there is no text at all.
    public func variant(in languages: [String]) -> Variant? {
        for language in languages + ["en"] {
            let wanted = Self.primaryTag(of: language)
            if let match = variants.first(where: { Self.primaryTag(of: $0.language) == wanted && !$0.text.isEmpty }) {
                return match
            }
        }
        return variants.first { !$0.text.isEmpty }
    }

    /// `pt` of `pt-BR` and of `pt_PT.UTF-8`.
    private static func primaryTag(of language: String) -> String {
        language.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    }
}
