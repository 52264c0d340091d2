/// The forms of the wizard: what they show and what is answered.
extension WizardState {
    /// The steps in order, as the service's definition has them.
    public var steps: [WizardStep] {
        guard let application else { return [.datasets] }
        if step == .result { return [.result] }
        let forms = application.forms.filter { $0.fields.contains(where: \.isVisible) }
        return [.datasets] + forms.map { .form($0.id) } + (application.licences.isEmpty ? [] : [.licences]) + [.review]
    }

    public var form: RequestForm? {
        guard case .form(let id) = step else { return nil }
        return application?.forms.first { $0.id == id }
    }

    public var focusedField: FormField? { focus.flatMap { findings.field($0) } }

    /// Fields that the cursor stops at.
    public func stops(in form: RequestForm) -> [FormField] { form.fields.filter { $0.isVisible && $0.isStop } }

    /// The answer here, or else the service's.
    public func value(of field: FormField) -> FieldValue { draft.answers[field.id] ?? field.value }

    public func isAccepted(_ licence: Licence) -> Bool {
        licence.isAccepted || draft.acceptedLicences.contains(licence.id)
    }

    /// Everything that can be said of the answers as they are.
    var findings: FormFindings {
        findingsCache.findings(
            for: FindingsSource(
                forms: application?.forms ?? [], answers: draft.answers, warnings: warnings, files: knownFiles))
    }

    /// The files that the application has. A service that tells of none in its answers may have some all the same.
    private var knownFiles: Set<Int64>? {
        guard let attachments = application?.attachments, !attachments.isEmpty else { return nil }
        return Set(attachments.map(\.id))
    }

    /// What is wrong with a field, by our rules and by the service's last word.
    public func problems(with field: FormField) -> [FieldProblem] {
        let own = findings.problems(of: field.id)
        guard field.isVisible, let theirs = warnings[field.id] else { return own }
        return own + theirs.filter { !own.contains($0) }
    }

    public func status(of field: FormField) -> FieldStatus {
        guard touched.contains(field.id) || warnings[field.id] != nil else { return .untouched }
        let problems = problems(with: field)
        return problems.isEmpty ? .valid : .invalid(problems)
    }

    /// Answered and all fields of a form that take an answer.
    public func count(in form: RequestForm) -> (answered: Int, all: Int) {
        let count = findings.counts[form.id]
        return (count?.answered ?? 0, count?.all ?? 0)
    }

    /// Fields that keep the request from being submitted, in the order of the forms.
    public var missingFields: [FormField] {
        let findings = findings
        return findings.missing.map(findings.field(at:))
    }

    public var licencesToAccept: [Licence] { (application?.licences ?? []).filter { !isAccepted($0) } }

    /// Shows and hides the fields whose conditions are known, without waiting for the service.
    mutating func showConditionalFields() {
        for (index, form) in (application?.forms ?? []).enumerated() {
            let shown = form.showing(draft.answers)
            // A form that stays as it is keeps its storage, by which it is known again.
            if shown != form { application?.forms[index] = shown }
        }
    }

    /// How many things keep the request from being submitted.
    public var missingCount: Int { findings.missing.count + licencesToAccept.count }

    /// Whether answers can be changed: not once the request was sent, nor when the service has taken it over.
    public var isLocked: Bool {
        submission.isUnderWay || submission.mayHaveArrived || submission == .done || isTakenOver
            || application?.state.isEditable == false
    }

    public var mode: WizardMode {
        if case .ambiguous = opening { return .choosingApplication }
        if step == .result { return .result }
        guard application != nil else { return .opening }
        if comparison != nil { return .comparing }
        switch step {
        case .datasets: return .datasets
        case .licences: return .licences
        case .review: return .review
        case .result: return .result
        case .form:
            switch editor {
            case .text(let editor): return editor.isMultiline ? .editingLines : .editingText
            case .choice: return .choosingOption
            case .date(let editor): return editor.day == nil ? .editingText : .choosingDay
            case .table(let editor): return editor.cell == nil ? .inTable : .editingCell
            case .files(let picker): return picker.path == nil ? .inFiles : .choosingFile
            case .reading, nil: return .reading
            }
        }
    }
}

/// How far a step is.
public enum StepProgress: Equatable, Sendable { case notBegun, begun, done }

extension WizardState {
    public func progress(of step: WizardStep) -> StepProgress {
        switch step {
        case .datasets, .result: return .done
        case .form(let id):
            guard let count = findings.counts[id] else { return .notBegun }
            if fieldsAskedToChange.contains(where: { $0.id.form == id }) { return .begun }
            return count.isDone ? .done : count.isBegun ? .begun : .notBegun
        case .licences:
            let left = licencesToAccept.count
            return left == 0 ? .done : left == application?.licences.count ? .notBegun : .begun
        case .review: return missingCount == 0 && fieldsAskedToChange.isEmpty ? .done : .notBegun
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

    /// Whether the answer can be changed in this program.
    public var isEditable: Bool {
        switch type {
        case .text, .multilineText, .description, .email, .phoneNumber, .ipAddress, .date, .option, .multiselect,
            .attachment:
            true
        case .table: !columns.isEmpty
        case .header, .label, .unknown: false
        }
    }

    public var isMultiline: Bool { type == .multilineText || type == .table }
    public var isChoice: Bool { type == .option || type == .multiselect }

    /// The options whose label or key holds what was typed, without regard to case.
    public func options(matching find: String, languages: [String]) -> [FieldOption] {
        guard !find.isEmpty else { return options }
        let wanted = find.lowercased()
        return options.filter {
            $0.label.text(in: languages).lowercased().contains(wanted) || $0.key.lowercased().contains(wanted)
        }
    }
}
