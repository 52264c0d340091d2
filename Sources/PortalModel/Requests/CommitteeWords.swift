/// What a committee wrote when it returned a request, at the fields that it is about.
///
/// REMS passes a comment on with the event, and it may name fields. AMS drops the comments of events: there a committee
/// can say it in the explanation of a field only, which then begins with who speaks.
extension FormField {
    private static let openings = ["returned by the committee:", "the committee:", "returned:"]

    /// The words in a field's explanation that are the committee's.
    public func committeeWords(in languages: [String]) -> String? {
        let text = info.text(in: languages)
        let lower = text.lowercased()
        guard let opening = Self.openings.first(where: lower.hasPrefix) else { return nil }
        return String(text.dropFirst(opening.count)).trimmingSpaces
    }

    /// Whether a comment on the whole request speaks of this field by its name.
    fileprivate func isNamed(in comment: String) -> Bool {
        title.variants.contains { $0.text.count >= 6 && comment.lowercased().contains($0.text.lowercased()) }
    }
}

extension Application {
    /// The committee's words on a field of a returned request; nil where there are none.
    public func committeeWords(on field: FormField, in languages: [String]) -> String? {
        guard state == .returned, field.isVisible, field.type.takesValue else { return nil }
        if let words = field.committeeWords(in: languages) { return words }
        guard let comment = returnComment, field.isNamed(in: comment) else { return nil }
        return comment
    }

    /// The fields that the committee wrote about, in the order of the forms.
    public func fieldsWithCommitteeWords(in languages: [String]) -> [FormField] {
        guard state == .returned else { return [] }
        return forms.flatMap(\.fields).filter { committeeWords(on: $0, in: languages) != nil }
    }
}

extension RequestSession {
    /// The committee wrote about this field, and its answer is as it was.
    public func isAskedToChange(_ field: FormField, in languages: [String] = []) -> Bool {
        guard let application, application.committeeWords(on: field, in: languages) != nil else { return false }
        guard draft.submitted != nil else { return draft.answers[field.id] == nil }
        return submittedAnswer(to: field) == nil
    }

    /// The fields that the committee wrote about and that are as they were.
    public var fieldsAskedToChange: [FormField] {
        guard application?.state == .returned else { return [] }
        return (application?.forms ?? []).flatMap(\.fields).filter { isAskedToChange($0) }
    }

    /// A returned request in which nothing was changed.
    var isReturnedUnchanged: Bool {
        application?.state == .returned && draft.submitted != nil && fieldsChangedSinceSubmission.isEmpty
    }
}
