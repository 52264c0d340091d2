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

    /// The files named in an attachment field; nil when it holds something else.
    public var fileIDs: [Int64]? {
        let parts = text.split(separator: ",").map { Int64(String($0).trimmingSpaces) }
        return parts.contains(nil) ? nil : parts.compactMap(\.self)
    }

    /// Whether these are the same words: spaces and line ends may be others, and nothing is nothing.
    package func hasWords(of other: FieldValue) -> Bool {
        if self == other || isBlank && other.isBlank { return true }
        guard case .text(let one) = self, case .text(let another) = other else { return false }
        return one.split(whereSeparator: \.isWhitespace) == another.split(whereSeparator: \.isWhitespace)
    }
}

extension FormField {
    /// The kind of the field.
    public var kind: any FieldKind { type.kind }

    /// No answer.
    public var blank: FieldValue { type.shape.blank }

    /// Whether the answer can be changed in this program.
    public var isEditable: Bool { kind.isEditable(self) }

    /// Whether two answers say the same: choices in any order, texts with any spaces.
    public func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool { kind.isSame(one, other) }
}
