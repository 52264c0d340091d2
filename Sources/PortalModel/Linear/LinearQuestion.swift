/// A question as it is read out: one thing a line, no signs that only a screen explains.
struct LinearQuestion {
    let session: RequestSession
    let languages: [String]

    func lines(at place: LinearPlace) -> [String] {
        switch place {
        case .field(let id): session.field(id).map(lines) ?? []
        case .licence(let id): session.licence(id).map(lines) ?? []
        case .review: []
        }
    }

    /// "Question 3 of 12. Purpose of use."
    func title(of place: LinearPlace) -> String {
        let number = (session.linearPlaces.firstIndex(of: place) ?? 0) + 1
        switch place {
        case .field(let id):
            return "Question \(number) of \(session.questions.count). \(sentence(session.field(id)?.title))"
        case .licence(let id):
            let all = session.application?.licences ?? []
            let place = (all.firstIndex { $0.id == id } ?? 0) + 1
            return "Licence \(place) of \(all.count). \(sentence(session.licence(id)?.title))"
        case .review: return "Review."
        }
    }

    private func sentence(_ text: LocalizedText?) -> String { Self.sentence(text?.text(in: languages) ?? "") }

    /// On one line and with an end.
    static func sentence(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces
        return words.last.map { ".?!:…".contains($0) } ?? true ? words : words + "."
    }

    // MARK: Fields

    private func lines(_ field: FormField) -> [String] {
        var lines = before(field) + [title(of: .field(field.id)), facts(of: field)]
        lines += text(field.info)
        if !field.placeholder.isEmpty { lines.append("Hint: " + sentence(field.placeholder)) }
        lines += choices(of: field)
        if field.type.shape == .rows {
            lines.append("Columns: " + field.columns.map(column).joined(separator: ", ") + ".")
        }
        let value = session.value(of: field)
        if !FormValidation.isBlank(value) {
            lines.append("Present answer: " + session.spoken(value, of: field, languages: languages))
            lines += session.problems(with: field).map { "Wrong with it: \($0.sentence)" }
        }
        return lines + [prompt(for: field)]
    }

    /// The form's title where it begins, and what is to be read before the question.
    private func before(_ field: FormField) -> [String] {
        guard let form = session.application?.forms.first(where: { $0.id == field.id.form }),
            let place = form.fields.firstIndex(where: { $0.id == field.id })
        else { return [] }
        let isAsked = { (other: FormField) in other.isVisible && other.isEditable }
        let passed = form.fields[..<place].lastIndex(where: isAsked)
        let read = form.fields[(passed.map { $0 + 1 } ?? 0)..<place].filter { $0.isVisible && !$0.isEditable }
        let title = passed == nil ? text(form.title).map { "Form: \($0)" } : []
        return title + read.flatMap { text($0.title) + text($0.info) }
    }

    private func text(_ text: LocalizedText) -> [String] {
        text.text(in: languages).split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
            .filter { !$0.isEmpty }
    }

    private func facts(of field: FormField) -> String {
        var facts = [field.need, field.kind.guidance.sentence]
        if let maximum = field.maxLength, maximum > 0, field.type.shape.hasLength {
            facts.append("At most \(maximum) characters.")
        }
        if field.isPrivate { facts.append("Private: reviewers do not see this answer.") }
        return facts.joined(separator: " ")
    }

    private func choices(of field: FormField) -> [String] {
        guard field.isChoice else { return [] }
        guard field.options.count <= LinearReading.mostChoicesRead else {
            return ["\(field.options.count) choices. Type the beginning of one; :choices reads them all."]
        }
        return TypedChoices(field: field, languages: languages).lines
    }

    private func column(_ column: FieldOption) -> String {
        let label = column.label.text(in: languages)
        switch column.rule {
        case .email: return "\(label) (an e-mail address)"
        case .oneOf(let options):
            return "\(label) (one of \(options.map { $0.label.text(in: languages) }.joined(separator: " or ")))"
        case nil: return label
        }
    }

    private func prompt(for field: FormField) -> String {
        let isBlank = FormValidation.isBlank(session.value(of: field))
        let empty = isBlank ? "An empty line leaves it open." : "An empty line keeps the present answer."
        let areNumbered = TypedChoices(field: field, languages: languages).areNumbered
        return "\(field.type.shape.prompt(areNumbered: areNumbered)) \(empty)"
    }

    // MARK: Licences

    private func lines(_ licence: Licence) -> [String] {
        var lines = [title(of: .licence(licence.id))]
        switch licence.content {
        case .text(let content): lines += text(content)
        case .link(let address): lines.append("Its text is at \(address.text(in: languages))")
        case .attachment(let name, _):
            lines.append("Its text is the file \(name.text(in: languages)), at the portal's web page.")
        }
        if session.isAccepted(licence) { return lines + ["It is accepted. An empty line goes on."] }
        return lines + ["Type accept to accept it. An empty line leaves it open."]
    }
}

/// What is read before sending.
struct LinearReview {
    let session: RequestSession
    let languages: [String]

    /// - Parameter isFull: with every answer.
    func lines(isFull: Bool = true) -> [String] {
        (isFull ? ["Review."] + datasets + answers + licences : []) + missing + [prompt]
    }

    private var datasets: [String] { session.draft.datasets.map { "Dataset: \($0.title)" } }

    private var answers: [String] {
        session.questions.map { field in
            let answer = session.spoken(session.value(of: field), of: field, languages: languages)
            let number = (session.linearPlaces.firstIndex(of: .field(field.id)) ?? 0) + 1
            return "\(number). \(field.title.text(in: languages)): \(answer.isEmpty ? "no answer" : answer)"
        }
    }

    private var licences: [String] {
        (session.application?.licences ?? []).map { licence in
            "Licence \(licence.title.text(in: languages)): \(session.isAccepted(licence) ? "accepted" : "not accepted")"
        }
    }

    /// One line a thing that keeps the request from being submitted.
    var missing: [String] {
        let places = session.linearPlaces
        let fields = session.missingFields.map { field in
            let number = places.firstIndex(of: .field(field.id)).map { "\($0 + 1). " } ?? ""
            let problems = session.problems(with: field).map(\.sentence).joined(separator: " ")
            return "Missing: \(number)\(field.title.text(in: languages)): \(problems)"
        }
        let licences = session.licencesToAccept.map {
            "Missing: the licence \($0.title.text(in: languages)) is not accepted yet."
        }
        let others = session.otherWarnings.filter { $0 != .licencesNotAccepted }.map { "Missing: \($0.sentence)" }
        return fields + licences + others + differing
    }

    /// Answers to choose between; this is done where both can be seen.
    private var differing: [String] {
        session.conflictingFields.map { field in
            "Changed here and elsewhere: \(field.title.text(in: languages)). The request in portal, on the full screen, "
                + "shows both and lets you choose."
        }
    }

    private var prompt: String {
        if session.missingCount == 0, !session.conflicts.isEmpty {
            return "It cannot be sent before that is settled. :quit keeps everything for later."
        }
        if session.missingCount > 0 {
            let things = session.missingCount == 1 ? "One thing is" : "\(session.missingCount) things are"
            return "\(things) missing. An empty line goes to the first; :quit keeps everything for later."
        }
        return "Nothing is missing. Type submit to send it; the committee gets these answers. :back goes back, :quit "
            + "keeps everything for later."
    }
}
