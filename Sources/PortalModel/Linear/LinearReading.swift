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

    /// How it is typed. Goes before what an empty line does.
    func prompt(areNumbered: Bool) -> String {
        switch self {
        case .lines: "Answer, and end it with a line that has only a dot."
        case .rows: "Answer with one row a line, commas between the cells, and end with a line that has only a dot."
        case .files: "Answer with one path a line, and end with a line that has only a dot."
        case .choice: "Answer\(areNumbered ? " with a number or the words" : "")."
        case .choices: "Answer with one or more, commas between them."
        case .heading, .explanation, .line: "Answer."
        }
    }
}

extension TypedChoices {
    /// The choices, one a line.
    var lines: [String] {
        let areNumbered = areNumbered
        return field.options.enumerated().map { index, option in
            let label = option.label.text(in: languages)
            if areNumbered { return "\(index + 1). \(label)" }
            return label == option.key || label.isEmpty ? option.key : "\(option.key): \(label)"
        }
    }
}

extension TypedAnswer.Refusal {
    /// Why it cannot be taken, and what to do, in a sentence or more.
    var sentence: String {
        switch self {
        case .faulty(let problems): return problems.map(\.sentence).joined(separator: " ")
        case .noFile: return "No file was named."
        case .noRow: return "There was no row in this."
        case .notOffered(let text): return "“\(text)” is not one of the choices; :choices reads them."
        case .ambiguous(let text, let labels):
            let named = labels.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
            let more = labels.count > 10 ? " and \(labels.count - 10) more" : ""
            return "“\(text)” could be \(named)\(more). Type more of it."
        }
    }
}
