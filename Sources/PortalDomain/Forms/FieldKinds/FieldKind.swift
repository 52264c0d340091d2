/// What a kind of field is: how its answers are made up, checked, compared, read and written.
///
/// A kind holds nothing; what a form says of one field is handed in. `FieldType.kind` leads to it. What is said here is
/// right for a text of one line; each kind says what is otherwise.
public protocol FieldKind: Sendable {
    /// What it takes, for whoever is to answer.
    var guidance: FieldGuidance { get }
    /// What the answer is made of.
    var shape: AnswerShape { get }
    /// What it is answered with on the screen.
    var editor: FieldEditorKind { get }

    /// Whether the answer can be changed in this program.
    func isEditable(_ field: FormField) -> Bool

    /// An answer belongs to its request, and cannot be taken over into another one.
    var belongsToRequest: Bool { get }

    /// What a profile could have an answer to.
    var personal: PersonalClue { get }

    /// A text without what is a slip, often of pasting; it is made so once the field is left.
    func tidied(_ text: String) -> String

    /// What is wrong with an answer that is not blank, besides its length.
    /// - Parameter files: the attachments that the application has; nil where that is not known.
    func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem]

    /// What it means when a service calls a value invalid and says no more.
    var misfit: FieldProblem { get }

    /// Whether two answers say the same.
    func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool

    /// An answer as it is read, one line a part; none where nothing was answered.
    func lines(_ value: FieldValue, of field: FormField, in languages: [String], files: [Attachment]) -> [String]

    /// Stands between the lines where all are read on one.
    var separator: String { get }

    /// What of an answer to another field a field of this kind can take, and why not all of it.
    func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer

    /// Whether a faultless answer to another field of this kind means the same in this one.
    func means(_ value: FieldValue, to other: FormField, theSameIn field: FormField) -> Bool

    /// What somebody means who types an answer line by line.
    func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer

    /// An answer as an answers file has it.
    func written(_ value: FieldValue) -> WrittenAnswer

    /// What an answers file means.
    func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue
}

/// What a profile could have an answer to.
public enum PersonalClue: Hashable, Sendable {
    /// Nothing: it is read only, or no profile has it.
    case none
    /// The kind of field says what it asks for.
    case entry(PersonalProfile.Entry)
    /// Its label tells.
    case label
}

/// What of an answer a field can take.
public struct FittedAnswer: Equatable, Sendable {
    /// What it can take; nil where it can take nothing.
    public var value: FieldValue?
    /// Why not all of it.
    public var reason: UnplacedAnswer.Reason?

    public init(_ value: FieldValue?, _ reason: UnplacedAnswer.Reason? = nil) {
        self.value = value
        self.reason = reason
    }
}

extension FieldKind {
    public var shape: AnswerShape { .line }

    public var editor: FieldEditorKind {
        switch shape {
        case .heading, .explanation: .none
        case .line: .line
        case .lines: .lines
        case .choice, .choices: .choices
        case .files: .files
        case .rows: .table
        }
    }

    public func isEditable(_ field: FormField) -> Bool { editor != .none }
    public var belongsToRequest: Bool { false }
    public var personal: PersonalClue { .none }
    public func tidied(_ text: String) -> String { text }
    public func faults(in value: FieldValue, of field: FormField, files: Set<Int64>?) -> [FieldProblem] { [] }
    public var misfit: FieldProblem { .badFormat }
    public func isSame(_ one: FieldValue, _ other: FieldValue) -> Bool { one.hasWords(of: other) }

    public func lines(
        _ value: FieldValue, of field: FormField, in languages: [String], files: [Attachment]
    ) -> [String] {
        value.text.isEmpty ? [] : [value.text]
    }

    public var separator: String { ", " }
    public func fitting(_ value: FieldValue, in field: FormField) -> FittedAnswer { FittedAnswer(value) }

    public func means(_ value: FieldValue, to other: FormField, theSameIn field: FormField) -> Bool {
        if case .text = value { true } else { false }
    }

    public func typed(_ lines: [String], for field: FormField, in languages: [String]) -> TypedAnswer {
        let line = lines.joined(separator: " ").cleaned(isMultiline: false)
        return TypedAnswer(.text(tidied(line)), checkedFor: field)
    }

    public func written(_ value: FieldValue) -> WrittenAnswer { .text(value.text) }

    public func value(of written: WrittenAnswer, for field: FormField) throws(WrittenAnswer.Refusal) -> FieldValue {
        guard case .text(let text) = written else { throw .otherForm }
        return .text(text)
    }
}
