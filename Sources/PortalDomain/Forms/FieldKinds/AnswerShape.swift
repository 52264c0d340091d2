/// How an answer is made up. What it looks like on a screen, line by line and in an answers file follows from it.
public enum AnswerShape: Hashable, Sendable, CaseIterable {
    /// No answer: it speaks of the fields below it.
    case heading
    /// No answer: a text to be read.
    case explanation
    /// A text of one line.
    case line
    /// A text of any number of lines.
    case lines
    /// One of the options' keys.
    case choice
    /// Options' keys joined by a space.
    case choices
    /// Attachment ids joined by a comma.
    case files
    /// Rows of a table.
    case rows

    /// Whether there is an answer to it at all.
    public var takesValue: Bool {
        switch self {
        case .heading, .explanation: false
        case .line, .lines, .choice, .choices, .files, .rows: true
        }
    }

    /// Whether it is chosen from what is offered.
    public var isChoice: Bool { self == .choice || self == .choices }

    /// Whether a length that a form allows is meant for it.
    public var hasLength: Bool { self == .line || self == .lines }

    /// Whether it is written on several lines.
    public var isMultiline: Bool { self == .lines || self == .rows }

    /// No answer.
    public var blank: FieldValue { self == .rows ? .table([]) : .text("") }
}

/// With what a field is edited on the screen.
public enum FieldEditorKind: Hashable, Sendable, CaseIterable {
    /// It is only read.
    case none
    /// Text of one line, or of several.
    case line, lines
    /// A line, and a calendar below it.
    case calendar
    /// Any number of what is offered.
    case choices
    /// Rows of named columns.
    case table
    /// Files of the application.
    case files
}
