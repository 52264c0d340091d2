/// Where a linear dialogue is: it asks for one thing at a time.
public enum LinearPlace: Hashable, Sendable {
    /// A question of the form.
    case field(FieldID)
    /// A licence, by its number.
    case licence(Int64)
    /// Everything is read once more, and sent.
    case review
}

extension RequestSession {
    /// What is asked for now, in order; the review is always the last.
    public var linearPlaces: [LinearPlace] {
        questions.map { .field($0.id) } + (application?.licences ?? []).map { .licence($0.id) } + [.review]
    }

    /// The fields that are asked for and can be answered in words.
    var questions: [FormField] {
        (application?.forms ?? []).flatMap(\.fields).filter { $0.isVisible && $0.isEditable }
    }

    func field(_ id: FieldID) -> FormField? { application?.field(id) }

    func licence(_ id: Int64) -> Licence? { application?.licences.first { $0.id == id } }

    /// The first place that has something to be done.
    var firstOpenPlace: LinearPlace {
        linearPlaces.first { place in
            switch place {
            case .field(let id): field(id).map { FormValidation.isBlank(value(of: $0)) } ?? false
            case .licence(let id): licence(id).map { !isAccepted($0) } ?? false
            case .review: true
            }
        } ?? .review
    }

    /// An answer as it is read out, on one line.
    func spoken(_ value: FieldValue, of field: FormField, languages: [String]) -> String {
        AnswerText.lines(value, of: field, languages: languages, files: application?.attachments ?? [])
            .flatMap { $0.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces } }
            .joined(separator: field.kind.separator)
    }
}
