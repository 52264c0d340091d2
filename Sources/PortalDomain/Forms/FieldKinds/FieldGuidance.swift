/// What a field takes, told before anything is wrong. The screen, the line-by-line mode, the answers file and its
/// refusals all say it in these words; how each of them is answered they add by the answer's shape.
public enum FieldGuidance: Hashable, Sendable, CaseIterable {
    /// Text; a title becomes the request's own.
    case line, requestTitle, lines
    /// Text of a known form.
    case email, phoneNumber, ipAddress, date
    /// One of what is offered, or any number.
    case choice, choices
    /// Files of the application.
    case files
    /// Rows of a table.
    case rows
    /// To be read, not to be answered.
    case reading
    /// A kind of field that this program does not know: it can be read and not changed.
    case unknownKind

    /// To stand in a list or in brackets. Never the name that a service has for the type.
    public var phrase: String {
        switch self {
        case .line: "one line"
        case .requestTitle: "one line that becomes the title of the request"
        case .lines: "a text of one line or more"
        case .email: "an e-mail address such as name@example.org"
        case .phoneNumber: "a phone number with + and the code of the country"
        case .ipAddress: "a public IP address"
        case .date: "a date as year-month-day such as 2026-03-31"
        case .choice: "one of the choices"
        case .choices: "one or more of the choices"
        case .files: "files"
        case .rows: "a table of one row or more"
        case .reading: "to be read"
        case .unknownKind: "of a kind that this program does not know"
        }
    }

    /// To stand by itself.
    public var sentence: String { phrase.prefix(1).uppercased() + phrase.dropFirst() + "." }
}

extension FormField {
    /// Whether it has to be answered, in a sentence; empty where there is nothing to answer.
    public var need: String { !type.takesValue ? "" : isOptional ? "Optional." : "Needed." }
}
