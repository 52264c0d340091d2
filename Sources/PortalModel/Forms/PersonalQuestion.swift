/// What a field of a form asks of the person's own data.
///
/// Careful rather than clever: where a label holds a word that is not understood nothing is offered, since “Name of the
/// dataset” is not the person's name. A field of type `email` or `phone-number` says by its type what it takes; there
/// the label only decides whose it is.
public struct PersonalQuestion: Hashable, Sendable {
    /// Which line of the personal profile answers it.
    public var entry: PersonalProfile.Entry
    /// It is asked of the one who leads the project, who may be another person.
    public var isOfInvestigator: Bool

    init(_ entry: PersonalProfile.Entry, isOfInvestigator: Bool = false) {
        self.entry = entry
        self.isOfInvestigator = isOfInvestigator
    }

    /// Nil where a field asks for something else, or for somebody else's.
    public init?(_ field: FormField) {
        let labels = field.title.variants.map { Words($0.text) }
        guard !labels.contains(where: { $0.has(.somebodyElse) }) else { return nil }
        let isOfInvestigator = labels.contains { $0.has(.investigator) }
        switch field.kind.personal {
        case .none: return nil
        case .entry(let entry): self.init(entry, isOfInvestigator: isOfInvestigator)
        case .label:
            let placeholders = field.placeholder.variants.map(\.text)
            let asked = Set(labels.compactMap(\.question))
            if let question = asked.first {
                // Two languages that ask for two things were not understood.
                guard asked.count == 1 else { return nil }
                self = question
            } else if placeholders.contains(where: { $0.trimmingSpaces.isShapedAsORCID }) {
                self.init(.orcid, isOfInvestigator: isOfInvestigator)
            } else if labels.allSatisfy(\.saysNothing),
                let question = placeholders.lazy.compactMap({ Words($0).question }).first
            {
                self.init(question.entry, isOfInvestigator: isOfInvestigator || question.isOfInvestigator)
            } else {
                return nil
            }
        }
    }

    /// What a column of a table asks of each who has a row in it.
    init?(columnCalled label: LocalizedText) {
        let asked = Set(label.variants.compactMap { Words($0.text).question })
        guard asked.count == 1, let question = asked.first else { return nil }
        self = question
    }

    /// The answer that a profile has; nil where it has none.
    public func answer(from person: PersonalProfile) -> String? {
        if isOfInvestigator, entry != .principalInvestigator, !person.isPrincipalInvestigator { return nil }
        let value = person[entry]
        return value.isEmpty ? nil : value
    }
}

/// A label as the words that it is made of, each with what it means.
private struct Words {
    private let meanings: [PersonalWords.Meaning?]

    init(_ text: String) {
        let words = Self.words(of: text)
        var meanings: [PersonalWords.Meaning?] = []
        var index = 0
        while index < words.count {
            var length = min(PersonalWords.longestPhrase, words.count - index)
            var meaning: PersonalWords.Meaning?
            // The longest run of words that means something.
            while length > 0 {
                meaning = PersonalWords.meaning(of: words[index..<index + length].joined(separator: " "))
                if meaning != nil { break }
                length -= 1
            }
            meanings.append(meaning)
            index += max(length, 1)
        }
        self.meanings = meanings
    }

    /// In lower case. Hyphens join (`e-mail` is one word in some labels and two in others), and what lists things is a
    /// word of its own.
    private static func words(of text: String) -> [String] {
        var spaced = ""
        for character in text.lowercased() {
            switch character {
            case _ where character.isLetter: spaced.append(character)
            case "-", "\u{2010}", "\u{2011}": continue
            case ",", ";", "/", "&", "+": spaced += " and "
            // A number is no word of a question about oneself: “Institution 2” is another one.
            case _ where character.isNumber: spaced += " 0 "
            default: spaced.append(" ")
            }
        }
        return spaced.split(separator: " ").map(String.init)
    }

    func has(_ meaning: PersonalWords.Meaning) -> Bool { meanings.contains(meaning) }

    /// Whether there is no word in it that would ask for anything.
    var saysNothing: Bool { meanings.allSatisfy { $0 == .filler || $0 == .investigator } }

    /// What is asked; nil where a word is not understood or where it is more than one thing.
    var question: PersonalQuestion? {
        guard !meanings.contains(nil), !has(.somebodyElse) else { return nil }
        var entries: Set<PersonalProfile.Entry> = []
        for case .entry(let entry)? in meanings { entries.insert(entry) }
        if has(.investigator) {
            if entries.subtracting([.name]).isEmpty { return PersonalQuestion(.principalInvestigator) }
            guard entries.count == 1, let entry = entries.first else { return nil }
            return PersonalQuestion(entry, isOfInvestigator: true)
        }
        // “Name of the institution” is one question, “Name, institution” are two.
        if entries == [.name, .institution], !has(.and) { return PersonalQuestion(.institution) }
        guard entries.count == 1, let entry = entries.first else { return nil }
        return PersonalQuestion(entry)
    }
}

extension String {
    /// Four groups of four, as the identifier's examples are written.
    fileprivate var isShapedAsORCID: Bool {
        let groups = split(separator: "-", omittingEmptySubsequences: false)
        return groups.count == 4
            && groups.allSatisfy { $0.count == 4 && $0.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) } }
    }
}
