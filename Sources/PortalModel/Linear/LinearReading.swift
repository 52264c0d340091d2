/// How lines make up an answer.
enum LinearReading {
    /// Longer lists of choices are read on demand only.
    static let mostChoicesRead = 20

    /// A dot that is meant is written as two.
    static func unstuffed(_ line: String) -> String { line.hasPrefix("..") ? String(line.dropFirst()) : line }
}

extension AnswerShape {
    /// Whether the answer may take several lines, and then ends with a dot on a line of its own.
    var takesLines: Bool {
        switch self {
        case .lines, .rows, .files: true
        case .heading, .explanation, .line, .choice, .choices: false
        }
    }
}

extension TypedChoices {
    /// The choices, one a line.
    var lines: [LinearLine] {
        let areNumbered = areNumbered
        return field.options.enumerated().map { index, option in
            let label = option.label.text(in: languages)
            if areNumbered { return .choice(index + 1, label) }
            return .words(label == option.key || label.isEmpty ? option.key : "\(option.key): \(label)")
        }
    }
}
