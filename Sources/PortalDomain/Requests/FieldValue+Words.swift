extension FieldValue {
    /// Text of spaces alone is no answer.
    public var isBlank: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .table(let rows): rows.isEmpty
        }
    }

    /// The keys chosen in a multiselect field.
    public var optionKeys: [String] { text.split(separator: " ").map(String.init) }

    /// Whether these are the same words: spaces and line ends may be others, and nothing is nothing.
    package func hasWords(of other: FieldValue) -> Bool {
        if self == other || isBlank && other.isBlank { return true }
        guard case .text(let one) = self, case .text(let another) = other else { return false }
        return one.split(whereSeparator: \.isWhitespace) == another.split(whereSeparator: \.isWhitespace)
    }
}

extension FormField {
    /// No answer.
    package var blank: FieldValue { type == .table ? .table([]) : .text("") }

    /// Whether two answers say the same: choices in any order, texts with any spaces.
    public func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool {
        guard type == .multiselect else { return one.hasWords(of: other) }
        return Set(one.optionKeys) == Set(other.optionKeys)
    }
}
