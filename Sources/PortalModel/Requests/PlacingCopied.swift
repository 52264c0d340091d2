/// The answers of an earlier request in the form of a new one.
extension RequestSession {
    /// Puts every answer where the form asks for it, and says which have no place.
    mutating func placeCopied(_ turn: inout SessionTurn) {
        guard let copied = draft.copied, let application, !isLocked else { return }
        draft.copied = nil
        var placed = 0
        var left: [UnplacedAnswer] = []
        for answer in copied.answers {
            guard let field = application.field(asking: answer) else {
                left.append(UnplacedAnswer(title: answer.title, reason: .notAsked))
                continue
            }
            let fitting = field.fitting(answer)
            if let reason = fitting.reason { left.append(UnplacedAnswer(title: answer.title, reason: reason)) }
            // What the service has filled in already is its own.
            guard let value = fitting.value, FormValidation.isBlank(field.value) else { continue }
            keep(value, for: field)
            placed += 1
        }
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

extension FormField {
    /// What of an answer this field can take, and why not all of it.
    fileprivate func fitting(_ answer: CopiedAnswer) -> (value: FieldValue?, reason: UnplacedAnswer.Reason?) {
        switch (type, answer.value) {
        case (.attachment, _): return (nil, .isFile)
        case (.option, .text(let key)):
            return options.contains { $0.key == key } ? (answer.value, nil) : (nil, .choiceNotOffered)
        case (.multiselect, let value):
            let keys = FormValidation.keys(of: value)
            let offered = keys.filter { key in options.contains { $0.key == key } }
            let reason: UnplacedAnswer.Reason? = offered.count == keys.count ? nil : .choicesNotOffered
            return (offered.isEmpty ? nil : .text(offered.joined(separator: " ")), reason)
        case (.table, .table(let rows)):
            let known = Set(columns.map(\.key))
            let kept = rows.map { row in row.filter { known.contains($0.key) } }.filter { !$0.isEmpty }
            let isWhole = rows.allSatisfy { known.isSuperset(of: $0.keys) }
            return (kept.isEmpty ? nil : .table(kept), isWhole ? nil : .columnsNotAsked)
        default: return (answer.value, nil)
        }
    }
}
