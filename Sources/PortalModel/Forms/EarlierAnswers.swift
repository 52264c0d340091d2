import FoundationEssentials

/// What was answered in earlier requests, by the question: to be offered where it is asked again.
///
/// A question is the same where the field has the same type and, in one of the languages, the same label. What is
/// offered is the value itself, as long as it can stand in the field that asks now.
public struct EarlierAnswers: Equatable, Sendable {
    /// An answer, and where it was given.
    public struct Answer: Equatable, Sendable {
        /// As the service had it.
        public var value: FieldValue
        /// The request that it was given in.
        public var request: ApplicationID
        /// When that request was last changed.
        public var at: Date?
        /// The field that it was given in, for what its choices are called there.
        var field: FormField
    }

    private var answers: [Key: [Answer]] = [:]
    /// The requests that were looked at.
    public private(set) var requests: Set<ApplicationID> = []

    private struct Key: Hashable, Sendable {
        var type: FieldType
        var label: LocalizedText.Variant
    }

    public init() {}

    /// - Parameter applications: in any order.
    public init(_ applications: [Application]) {
        requests = Set(applications.map(\.id))
        let newestFirst = applications.sorted {
            ($0.lastChange ?? .distantPast, $0.id.rawValue) > ($1.lastChange ?? .distantPast, $1.id.rawValue)
        }
        for application in newestFirst {
            for field in application.forms.flatMap(\.fields) { take(field, of: application) }
        }
    }

    /// Nothing can be offered for any question.
    public var isEmpty: Bool { answers.isEmpty }

    private mutating func take(_ field: FormField, of application: Application) {
        // A file belongs to the request that it was sent to.
        guard field.isVisible, field.isEditable, !field.kind.belongsToRequest, !FormValidation.isBlank(field.value)
        else { return }
        let answer = Answer(value: field.value, request: application.id, at: application.lastChange, field: field)
        for key in Self.keys(of: field) { answers[key, default: []].append(answer) }
    }

    private static func keys(of field: FormField) -> [Key] {
        field.title.variants.compactMap { variant in
            let label = variant.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !label.isEmpty else { return nil }
            return Key(type: field.type, label: LocalizedText.Variant(language: variant.language, text: label))
        }
    }

    /// What can be offered for a field, the newest first, each answer once.
    public func answers(to field: FormField) -> [Answer] {
        var found: [Answer] = []
        for answer in Self.keys(of: field).flatMap({ answers[$0] ?? [] }) {
            guard !found.contains(where: { $0.value == answer.value }), answer.fits(field) else { continue }
            found.append(answer)
        }
        return found.sorted { ($0.at ?? .distantPast) > ($1.at ?? .distantPast) }
    }
}

extension EarlierAnswers.Answer {
    /// Whether the answer is one to this field too: right by its rules, and of choices that are called the same.
    fileprivate func fits(_ other: FormField) -> Bool {
        FormValidation.faults(in: value, of: other).isEmpty && other.kind.means(value, to: field, theSameIn: other)
    }
}

extension Application {
    fileprivate var lastChange: Date? { summary.stateChanged ?? created }
}
