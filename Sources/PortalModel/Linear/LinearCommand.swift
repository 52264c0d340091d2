/// What can be typed in place of an answer: a word behind a colon.
public enum LinearCommand: Hashable, Sendable {
    /// What can be asked for instead of an answer.
    case help, back, next, again, missing, list, choices, clear, review, quit
    /// The terms of a licence, whose text is in a file.
    case terms
    /// To a question by its number, its form/field, a part of its title, or `review`.
    case goTo(String)
    /// What can be chosen, narrowed by words.
    case choicesWith(String)
    /// One of those that were read last, by its number.
    case take(Int)
    /// A colon before something else.
    case unknown(String)

    /// Nil when the line is no command. Two colons begin an answer that begins with one.
    init?(_ line: String) {
        let text = line.trimmingSpaces
        guard text.hasPrefix(":"), !text.hasPrefix("::") else { return nil }
        let parts = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        let word = parts.first.map { $0.lowercased() } ?? ""
        let rest = parts.count > 1 ? String(parts[1]).trimmingSpaces : ""
        switch (word, rest.isEmpty) {
        case ("help", true), ("?", true): self = .help
        case ("back", true): self = .back
        case ("next", true): self = .next
        case ("again", true): self = .again
        case ("missing", true): self = .missing
        case ("list", true): self = .list
        case ("choices", true): self = .choices
        case ("clear", true): self = .clear
        case ("terms", true): self = .terms
        case ("review", true): self = .review
        case ("quit", true): self = .quit
        case ("goto", false): self = .goTo(rest)
        case ("choices", false): self = .choicesWith(rest)
        case ("take", false): self = Int(rest).map { .take($0) } ?? .unknown(text)
        default: self = .unknown(text)
        }
    }

    /// The line without what keeps it from being a command.
    static func answer(in line: String) -> String { line.hasPrefix("::") ? String(line.dropFirst()) : line }
}
