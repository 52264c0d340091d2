/// The forms of the wizard: what they show and what is answered.
extension WizardState {
    /// The steps in order, as the service's definition has them.
    public var steps: [WizardStep] {
        guard let application = session.application else { return [.datasets] }
        if step == .result { return [.result] }
        let forms = application.forms.filter { $0.fields.contains(where: \.isVisible) }
        return [.datasets] + forms.map { .form($0.id) } + (application.licences.isEmpty ? [] : [.licences]) + [.review]
    }

    /// The form of the page that is open; nil on every other page.
    public var form: RequestForm? {
        guard case .form(let id) = step else { return nil }
        return session.application?.forms.first { $0.id == id }
    }

    /// The field with the cursor, as it is now.
    public var focusedField: FormField? { focus.flatMap { session.findings.field($0) } }

    /// Fields that the cursor stops at.
    public func stops(in form: RequestForm) -> [FormField] { form.fields.filter { $0.isVisible && $0.isStop } }

    /// What may be said of a field: nothing is wrong before it was left, or before the service found it wrong.
    public func status(of field: FormField) -> FieldStatus {
        guard touched.contains(field.id) || session.warnings[field.id] != nil else { return .untouched }
        let problems = session.problems(with: field)
        return problems.isEmpty ? .valid : .invalid(problems)
    }

    /// Answered and all fields of a form that take an answer.
    public func count(in form: RequestForm) -> (answered: Int, all: Int) {
        let count = session.findings.counts[form.id]
        return (count?.answered ?? 0, count?.all ?? 0)
    }

    /// What keys mean now: by the page, and within a form by what has the cursor.
    public var mode: WizardMode {
        if case .ambiguous = session.opening { return .choosingApplication }
        if step == .result { return .result }
        guard session.application != nil else { return .opening }
        if comparison != nil { return .comparing }
        switch step {
        case .datasets: return .datasets
        case .licences: return .licences
        case .review: return .review
        case .result: return .result
        case .form: return editor?.mode ?? .reading
        }
    }
}

/// How far a step is.
public enum StepProgress: Equatable, Sendable { case notBegun, begun, done }

extension WizardState {
    /// What the line of steps shows. The committee's wishes keep a form from being done.
    public func progress(of step: WizardStep) -> StepProgress {
        switch step {
        case .datasets, .result: return .done
        case .form(let id):
            guard let count = session.findings.counts[id] else { return .notBegun }
            if session.fieldsAskedToChange.contains(where: { $0.id.form == id }) { return .begun }
            return count.isDone ? .done : count.isBegun ? .begun : .notBegun
        case .licences:
            let left = session.licencesToAccept.count
            return left == 0 ? .done : left == session.application?.licences.count ? .notBegun : .begun
        case .review: return session.missingCount == 0 && session.fieldsAskedToChange.isEmpty ? .done : .notBegun
        }
    }
}

extension FormField {
    /// Texts longer than this are stops of their own, so that they can be scrolled to.
    static let longText = 240

    /// Whether the cursor stops here: at what takes an answer, and at explanations too long to be seen in passing.
    var isStop: Bool {
        type.takesValue || title.variants.contains { $0.text.utf8.count > Self.longText }
    }

    /// Its answer may hold line ends.
    public var isMultiline: Bool { type.shape.isMultiline }
    /// Its answer is one or several of its options.
    public var isChoice: Bool { type.shape.isChoice }

    /// The options whose label or key holds what was typed, without regard to case.
    public func options(matching find: String, languages: [String]) -> [FieldOption] {
        guard !find.isEmpty else { return options }
        let wanted = find.lowercased()
        return options.filter {
            $0.label.text(in: languages).lowercased().contains(wanted) || $0.key.lowercased().contains(wanted)
        }
    }
}
