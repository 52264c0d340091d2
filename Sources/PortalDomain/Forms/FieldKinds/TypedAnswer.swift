/// What is meant by an answer that was typed line by line.
public enum TypedAnswer: Equatable, Sendable {
    /// It can be taken.
    case value(FieldValue)
    /// Paths of files to attach, as they were typed.
    case files([String])
    /// It cannot be taken, and why.
    case refused(Refusal)

    /// Why it cannot be taken.
    public enum Refusal: Hashable, Sendable {
        /// It is wrong by the field's own rules.
        case faulty([FieldProblem])
        /// Files are attached by another command.
        case noFile
        /// It is no row of the table.
        case noRow
        /// The beginning of several choices, which are named as they are read.
        case ambiguous(String, [String])
        /// None of the options is called so.
        case notOffered(String)
    }

    /// An answer, unless something is wrong with it.
    init(_ value: FieldValue, checkedFor field: FormField) {
        let faults = FormValidation.faults(in: value, of: field)
        self = faults.isEmpty ? .value(value) : .refused(.faulty(faults))
    }
}

/// An answer as an answers file has it.
public enum WrittenAnswer: Equatable, Sendable {
    /// A text.
    case text(String)
    /// Several keys.
    case list([String])
    /// Each a column with its value.
    case rows([[String: String]])

    /// Why it is none to a field.
    public enum Refusal: Error, Equatable, Sendable {
        /// It is not written as the field's shape asks for.
        case otherForm
        /// A row has a column that the table does not have.
        case noColumn(String)
    }
}

extension AnswerShape {
    /// How an answers file has it.
    public var writtenForm: String {
        switch self {
        case .choices: "a list"
        case .rows: "a list of rows"
        case .heading, .explanation, .line, .lines, .choice, .files: "a text"
        }
    }
}
