/// The answers of an earlier request in the form of a new one.
extension RequestSession {
    /// Puts every answer where the form asks for it, and says which have no place.
    mutating func placeCopied(_ turn: inout SessionTurn) {
        guard let copied = draft.copied, let application, !isLocked else { return }
        draft.copied = nil
        var placed = 0
        var before: [FieldID: FieldValue] = [:]
        var left: [UnplacedAnswer] = []
        for answer in copied.answers {
            guard let field = application.field(asking: answer) else {
                left.append(UnplacedAnswer(title: answer.title, reason: .notAsked))
                continue
            }
            let fitting = field.kind.fitting(answer.value, in: field)
            if let reason = fitting.reason { left.append(UnplacedAnswer(title: answer.title, reason: reason)) }
            before[field.id] = fitting.value
            // What the service has filled in already is its own.
            guard let value = fitting.value, FormValidation.isBlank(field.value) else { continue }
            keep(value, for: field)
            placed += 1
        }
        if draft.renews != nil { draft.submitted = before }
        showConditionalFields()
        edited(&turn)
        turn.tell(.copied(placed, from: copied.source, left: left))
    }
}

extension Application {
    /// The field of the same id and type, or else the one that asks by the same title.
    fileprivate func field(asking answer: CopiedAnswer) -> FormField? {
        if let same = field(answer.field), same.type == answer.type { return same }
        let titles = Set(answer.title.variants.map(\.text))
        return forms.flatMap(\.fields).first { field in
            field.type == answer.type && field.title.variants.contains { titles.contains($0.text) }
        }
    }
}
