/// What a typed answer means for a field.
enum LinearReply: Equatable {
    case value(FieldValue)
    /// Paths of files to attach, as they were typed.
    case files([String])
    /// Why it cannot be taken, and what to do, in a sentence or more.
    case refused(String)
}

/// Reads answers as people type them, a line or several, by the rules of the form engine.
struct LinearReader {
    let field: FormField
    let languages: [String]

    /// Whether the answer may take several lines, and then ends with a dot on a line of its own.
    static func takesLines(_ field: FormField) -> Bool {
        field.type == .multilineText || field.type == .table || field.type == .attachment
    }

    /// A dot that is meant is written as two.
    static func unstuffed(_ line: String) -> String { line.hasPrefix("..") ? String(line.dropFirst()) : line }

    func reply(to lines: [String]) -> LinearReply {
        switch field.type {
        case .option: return chosen(lines, mayBeSeveral: false)
        case .multiselect: return chosen(lines, mayBeSeveral: true)
        case .attachment: return paths(lines)
        case .table: return rows(lines)
        case .phoneNumber: return checked(FieldSyntax.internationalPhoneNumber(lines.joined(separator: " ")))
        case .email, .ipAddress, .date: return checked(lines.joined(separator: " ").trimmingSpaces)
        case .multilineText: return checked(TextEditor.clean(lines.joined(separator: "\n"), isMultiline: true))
        case .text, .description, .header, .label, .unknown:
            return checked(TextEditor.clean(lines.joined(separator: " "), isMultiline: false))
        }
    }

    private func checked(_ text: String) -> LinearReply { checked(.text(text)) }

    private func checked(_ value: FieldValue) -> LinearReply {
        let faults = FormValidation.faults(in: value, of: field)
        return faults.isEmpty ? .value(value) : .refused(faults.map(\.sentence).joined(separator: " "))
    }

    private func paths(_ lines: [String]) -> LinearReply {
        let paths = lines.map(\.trimmingSpaces).filter { !$0.isEmpty }
        return paths.isEmpty ? .refused("No file was named.") : .files(paths)
    }

    /// A first line that names the columns is no row, and says which column is which.
    private func rows(_ lines: [String]) -> LinearReply {
        var table = TableEditor([], columns: field.columns)
        guard table.paste(lines.joined(separator: "\n"), languages: languages) > 0 else {
            return .refused("There was no row in this.")
        }
        return checked(table.value)
    }
}

// MARK: - Choices

extension LinearReader {
    /// Longer lists are read on demand only.
    static let mostChoicesRead = 20

    /// Choices go by number, unless they are numbers themselves: then a number could mean two of them.
    static func areNumbered(_ field: FormField) -> Bool {
        !field.options.contains { option in
            ([option.key] + option.label.variants.map(\.text)).contains { Int($0.trimmingSpaces) != nil }
        }
    }

    static func choices(of field: FormField, languages: [String]) -> [String] {
        let areNumbered = areNumbered(field)
        return field.options.enumerated().map { index, option in
            let label = option.label.text(in: languages)
            if areNumbered { return "\(index + 1). \(label)" }
            return label == option.key || label.isEmpty ? option.key : "\(option.key): \(label)"
        }
    }

    private enum Match {
        case one(String)
        case several([String])
        case none
    }

    private func chosen(_ lines: [String], mayBeSeveral: Bool) -> LinearReply {
        let text = lines.joined(separator: " ").trimmingSpaces
        if case .one(let key) = match(text) { return .value(.text(key)) }
        guard mayBeSeveral else { return refusal(of: text) }
        var keys: Set<String> = []
        for part in parts(of: text) {
            guard case .one(let key) = match(part) else { return refusal(of: part) }
            keys.insert(key)
        }
        // In the order of the form, so that the same choice is always the same value.
        return .value(.text(field.options.map(\.key).filter(keys.contains).joined(separator: " ")))
    }

    /// Between commas or semicolons, or between spaces where each is a choice by itself.
    private func parts(of text: String) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let areAllChoices = words.allSatisfy { if case .one = match($0) { true } else { false } }
        if areAllChoices, words.count > 1 { return words }
        let separator: Character = text.contains(";") ? ";" : ","
        return text.split(separator: separator).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// By number, key or label in any case, or by a beginning that fits one of them only.
    private func match(_ text: String) -> Match {
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return .none }
        if Self.areNumbered(field), let number = Int(wanted) {
            return field.options.indices.contains(number - 1) ? .one(field.options[number - 1].key) : .none
        }
        func names(_ option: FieldOption) -> [String] {
            ([option.key] + option.label.variants.map(\.text)).map { $0.trimmingSpaces.lowercased() }
        }
        if let exact = field.options.first(where: { names($0).contains(wanted) }) { return .one(exact.key) }
        let found = field.options.filter { names($0).contains { $0.hasPrefix(wanted) } }
        switch found.count {
        case 0: return .none
        case 1: return .one(found[0].key)
        default: return .several(found.map { $0.label.text(in: languages) })
        }
    }

    private func refusal(of text: String) -> LinearReply {
        if case .several(let labels) = match(text) {
            let named = labels.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
            let more = labels.count > 10 ? " and \(labels.count - 10) more" : ""
            return .refused("“\(text)” could be \(named)\(more). Type more of it.")
        }
        return .refused("“\(text)” is not one of the choices; :choices reads them.")
    }
}
