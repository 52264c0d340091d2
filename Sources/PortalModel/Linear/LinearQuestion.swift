/// A question as it is read out: one thing a line, no signs that only a screen explains.
struct LinearQuestion {
    let session: RequestSession
    let languages: [String]

    func lines(at place: LinearPlace) -> [LinearLine] {
        switch place {
        case .field(let id): session.field(id).map(lines) ?? []
        case .licence(let id): session.licence(id).map(lines) ?? []
        case .review: []
        }
    }

    /// Such as the third question of twelve, and what it asks.
    func title(of place: LinearPlace) -> LinearLine.Title {
        let number = (session.linearPlaces.firstIndex(of: place) ?? 0) + 1
        switch place {
        case .field(let id):
            return .question(number, of: session.questions.count, sentence(session.field(id)?.title))
        case .licence(let id):
            let all = session.application?.licences ?? []
            let place = (all.firstIndex { $0.id == id } ?? 0) + 1
            return .licence(place, of: all.count, sentence(session.licence(id)?.title))
        case .review: return .review
        }
    }

    private func sentence(_ text: LocalizedText?) -> String { Self.sentence(text?.text(in: languages) ?? "") }

    /// On one line and with an end.
    static func sentence(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces
        return words.last.map { ".?!:…".contains($0) } ?? true ? words : words + "."
    }

    // MARK: Fields

    private func lines(_ field: FormField) -> [LinearLine] {
        var lines = before(field) + [.title(title(of: .field(field.id))), facts(of: field)]
        lines += text(field.info)
        if !field.placeholder.isEmpty { lines.append(.hint(sentence(field.placeholder))) }
        lines += choices(of: field)
        if field.type.shape == .rows {
            lines.append(.columns(field.columns.map(column)))
        }
        let value = session.value(of: field)
        if !FormValidation.isBlank(value) {
            lines.append(.present(session.spoken(value, of: field, languages: languages)))
            lines += session.problems(with: field).map { .wrong($0) }
        }
        return lines + [prompt(for: field)]
    }

    /// The form's title where it begins, and what is to be read before the question.
    private func before(_ field: FormField) -> [LinearLine] {
        guard let form = session.application?.forms.first(where: { $0.id == field.id.form }),
            let place = form.fields.firstIndex(where: { $0.id == field.id })
        else { return [] }
        let isAsked = { (other: FormField) in other.isVisible && other.isEditable }
        let passed = form.fields[..<place].lastIndex(where: isAsked)
        let read = form.fields[(passed.map { $0 + 1 } ?? 0)..<place].filter { $0.isVisible && !$0.isEditable }
        let title = passed == nil ? lines(of: form.title).map { LinearLine.form($0) } : []
        return title + read.flatMap { text($0.title) + text($0.info) }
    }

    private func text(_ text: LocalizedText) -> [LinearLine] { lines(of: text).map { .words($0) } }

    private func lines(of text: LocalizedText) -> [String] {
        text.text(in: languages).split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
            .filter { !$0.isEmpty }
    }

    private func facts(of field: FormField) -> LinearLine {
        let most = field.maxLength.flatMap { $0 > 0 && field.type.shape.hasLength ? $0 : nil }
        return .facts(
            isOptional: field.type.takesValue ? field.isOptional : nil, field.kind.guidance, most: most,
            isPrivate: field.isPrivate)
    }

    private func choices(of field: FormField) -> [LinearLine] {
        guard field.isChoice else { return [] }
        guard field.options.count <= LinearReading.mostChoicesRead else {
            return [.choiceCount(field.options.count)]
        }
        return TypedChoices(field: field, languages: languages).lines
    }

    private func column(_ column: FieldOption) -> LinearLine.Column {
        let label = column.label.text(in: languages)
        switch column.rule {
        case .email: return LinearLine.Column(label: label, isEmail: true)
        case .oneOf(let options):
            return LinearLine.Column(label: label, options: options.map { $0.label.text(in: languages) })
        case nil: return LinearLine.Column(label: label)
        }
    }

    private func prompt(for field: FormField) -> LinearLine {
        .prompt(
            field.type.shape, areNumbered: TypedChoices(field: field, languages: languages).areNumbered,
            isBlank: FormValidation.isBlank(session.value(of: field)))
    }

    // MARK: Licences

    private func lines(_ licence: Licence) -> [LinearLine] {
        var lines = [LinearLine.title(title(of: .licence(licence.id)))]
        switch licence.content {
        case .text(let content): lines += text(content)
        case .link(let address): lines.append(.licenceText(address: address.text(in: languages)))
        case .attachment(let name, _): lines.append(.licenceFile(name: name.text(in: languages)))
        }
        return lines + [session.isAccepted(licence) ? .isAccepted : .acceptOrLeave]
    }
}

/// What is read before sending.
struct LinearReview {
    let session: RequestSession
    let languages: [String]

    /// - Parameter isFull: with every answer.
    func lines(isFull: Bool = true) -> [LinearLine] {
        let all = isFull ? (datasets + answers + licences).map { LinearLine.review($0) } : []
        return (isFull ? [.title(.review)] : []) + all + renewal + missing + [.review(prompt)]
    }

    /// Of a request that follows another: what is another answer now, and what has to be looked at again.
    private var renewal: [LinearLine] {
        guard let renewal = session.renewal else { return [] }
        func number(_ field: FormField) -> Int? { session.linearPlaces.firstIndex(of: .field(field.id)).map { $0 + 1 } }
        func answer(_ value: FieldValue, _ field: FormField) -> String {
            session.spoken(value, of: field, languages: languages)
        }
        let changed = session.fieldsChangedSinceSubmission.map { field in
            LinearLine.Review.changedSince(
                number: number(field), title: field.title.text(in: languages),
                before: answer(session.submittedAnswer(to: field) ?? field.blank, field))
        }
        let passed = renewal.passed.map { field in
            LinearLine.Review.passedDay(
                number: number(field), title: field.title.text(in: languages),
                answer: answer(session.value(of: field), field))
        }
        let whole = LinearLine.Review.renews(
            number: renewal.request.rawValue, changed: renewal.changed, same: renewal.same)
        return ([whole] + passed + changed).map { .review($0) }
    }

    private var datasets: [LinearLine.Review] { session.draft.datasets.map { .dataset($0.title) } }

    private var answers: [LinearLine.Review] {
        session.questions.map { field in
            let answer = session.spoken(session.value(of: field), of: field, languages: languages)
            let number = (session.linearPlaces.firstIndex(of: .field(field.id)) ?? 0) + 1
            return .answered(number: number, title: field.title.text(in: languages), answer: answer)
        }
    }

    private var licences: [LinearLine.Review] {
        (session.application?.licences ?? []).map { licence in
            .licence(title: licence.title.text(in: languages), isAccepted: session.isAccepted(licence))
        }
    }

    /// One line a thing that keeps the request from being submitted.
    var missing: [LinearLine] {
        let places = session.linearPlaces
        let fields = session.missingFields.map { field -> LinearLine.Review in
            .missing(
                number: places.firstIndex(of: .field(field.id)).map { $0 + 1 }, title: field.title.text(in: languages),
                session.problems(with: field))
        }
        let licences = session.licencesToAccept.map {
            LinearLine.Review.missingLicence(title: $0.title.text(in: languages))
        }
        let others = session.otherWarnings.filter { $0 != .licencesNotAccepted }.map {
            LinearLine.Review.missingBesides($0)
        }
        return (fields + licences + others + differing).map { .review($0) }
    }

    /// Answers to choose between; this is done where both can be seen.
    private var differing: [LinearLine.Review] {
        session.conflictingFields.map { .changedElsewhere(title: $0.title.text(in: languages)) }
    }

    private var prompt: LinearLine.Review {
        if session.missingCount == 0, !session.conflicts.isEmpty { return .unsettled }
        return session.missingCount > 0 ? .thingsMissing(session.missingCount) : .complete
    }
}
