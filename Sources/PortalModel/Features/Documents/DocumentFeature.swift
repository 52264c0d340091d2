/// Requests as documents, and answers files in the wizard.
extension AppState {
    /// Choosing a format for the request on the screen.
    mutating func beginExport() -> [Effect] {
        guard let open = requests.open, open.application != nil else {
            return show(.information, .documents(.notHere))
        }
        overlay = .export(selection: 0)
        return []
    }

    mutating func exportRequest(_ selection: Int) -> [Effect] {
        let formats = DocumentFormat.allCases
        overlay = nil
        guard let application = requests.open?.application, formats.indices.contains(selection) else { return [] }
        return [.file(.exportRequest(application, formats[selection]))]
            + show(.information, .documents(.writing(format: formats[selection])))
    }

    mutating func requestExported(_ result: Result<ExportedDocument, PortalError>) -> [Effect] {
        switch result {
        case .success(let document):
            return show(.success, .documents(.written(path: document.path, note: document.note)))
        case .failure(let error): return record(error) + show(.failure, .reason(error))
        }
    }
}

/// An answers file that is asked for, read or written, over the wizard.
public struct AnswersPrompt: Equatable, Sendable {
    /// What the path is asked for.
    public enum Purpose: Equatable, Sendable {
        /// To fill the request in from a file, or to write its answers to one.
        case load, save
        /// A dataset's description.
        case export(DatasetID, ExportFormat)
        /// Several datasets.
        case collection(DatasetCollection, CollectionFormat)
        /// Datasets beside each other.
        case comparison(DatasetComparison, ComparisonFormat)
    }

    /// How far it has come.
    public enum Stage: Equatable, Sendable {
        /// The path is typed.
        case path
        /// The file is read or written.
        case working
        /// What is in it, and what to do with it.
        case offer(AnswersOffer, selection: Int)
    }

    /// Stays the same until the prompt is left.
    public var purpose: Purpose
    /// Folders, and where a file is read files too, complete what is typed.
    public var entry: PathEntry
    /// As it is typed. Setting it begins with the first candidate again.
    public var path: TextBuffer {
        get { entry.text }
        set {
            entry.text = newValue
            entry.selection = 0
        }
    }
    /// Back at `path` after something failed, so that another one can be typed.
    public var stage = Stage.path
    /// Why the last path did not do.
    public var problem: Reason?

    public init(_ purpose: Purpose, path: String) {
        self.purpose = purpose
        entry = PathEntry(path, wanted: .folders)
    }

    var isExport: Bool { if case .export = purpose { true } else { false } }

    /// Several datasets are being written.
    var isExporting: Bool { isCollection && stage == .working }

    var isCollection: Bool { if case .collection = purpose { true } else { false } }

    /// The folder that has to be looked into for what can be completed.
    var toList: [Effect] { entry.needsListing ? [.file(.listFolder(entry.folder))] : [] }
}

/// What an answers file would change.
public struct AnswersOffer: Equatable, Sendable {
    /// What is done with a file that was read: answers for empty fields only, for all fields of the file, or nothing.
    public enum Choice: Equatable, Sendable { case fillEmpty, replace, leave }

    /// The file, as far as it belongs to the request.
    public var read: AnswersRead
    /// For questions without an answer.
    public var new: Set<FieldID> = []
    /// Other ones than there are.
    public var different: Set<FieldID> = []
    /// For questions that are not asked at present.
    public var hidden: Set<FieldID> = []
    /// Questions that have to be answered, and are neither here nor in the file.
    public var missing = 0

    public init(_ read: AnswersRead, in wizard: WizardState) {
        self.read = read
        for field in (wizard.session.application?.forms ?? []).flatMap(\.fields) where field.type.takesValue {
            let value = wizard.session.value(of: field)
            guard let answer = read.answers[field.id], !FormValidation.isBlank(answer) else {
                if field.isVisible, !field.isOptional, FormValidation.isBlank(value) { missing += 1 }
                continue
            }
            if !field.isVisible { hidden.insert(field.id) }
            if FormValidation.isBlank(value) {
                new.insert(field.id)
            } else if value != answer {
                different.insert(field.id)
            }
        }
    }

    /// Those that would change something, and leaving it.
    public var choices: [Choice] {
        (new.isEmpty ? [] : [.fillEmpty]) + (different.isEmpty ? [] : [.replace]) + [.leave]
    }

    /// The answers that a choice takes over. Nothing in it empties an answer.
    func answers(for choice: Choice) -> [FieldID: FieldValue] {
        switch choice {
        case .fillEmpty: read.answers.filter { new.contains($0.key) }
        case .replace: read.answers.filter { new.contains($0.key) || different.contains($0.key) }
        case .leave: [:]
        }
    }
}

extension AppState {
    mutating func beginAnswersFile(_ purpose: AnswersPrompt.Purpose) -> [Effect] {
        guard let wizard, wizard.session.application != nil else {
            return show(.information, .documents(.noForm))
        }
        if purpose == .load, wizard.session.isLocked {
            return show(.warning, .documents(.fixed))
        }
        overlay = .answersFile(AnswersPrompt(purpose, path: purpose == .save ? "answers.yaml" : ""))
        return []
    }

    mutating func choosePath(_ prompt: AnswersPrompt) -> [Effect] {
        var prompt = prompt
        let path = prompt.path.text.trimmingSpaces
        if !path.isEmpty, let work = prompt.purpose.export(to: path, from: browser.source) {
            prompt.problem = nil
            prompt.stage = .working
            overlay = .answersFile(prompt)
            if prompt.isCollection { exporting = CollectionExporting(prompt: prompt) }
            return [.file(work)]
        }
        guard !path.isEmpty, let wizard, let application = wizard.session.application else {
            prompt.problem = .file(.typePath)
            overlay = .answersFile(prompt)
            return []
        }
        prompt.problem = nil
        prompt.stage = .working
        overlay = .answersFile(prompt)
        switch prompt.purpose {
        case .load: return [.file(.readAnswers(path: path, application))]
        case .export, .collection, .comparison: return []
        case .save:
            return [
                .file(
                    .writeAnswers(
                        path: path, application.answered(with: wizard.session.draft.answers),
                        wizard.session.draft.datasets))
            ]
        }
    }

    /// An answer that comes when the question was left is no question any more.
    mutating func answersRead(_ result: Result<AnswersRead, PortalError>) -> [Effect] {
        guard case .answersFile(var prompt) = overlay, prompt.stage == .working, let wizard else { return [] }
        switch result {
        case .success(let read): prompt.stage = .offer(AnswersOffer(read, in: wizard), selection: 0)
        case .failure(let error):
            prompt.stage = .path
            prompt.problem = error.why
        }
        overlay = .answersFile(prompt)
        return []
    }

    mutating func answersWritten(_ result: Result<String, PortalError>) -> [Effect] {
        switch result {
        case .success(let path):
            if case .answersFile = overlay { overlay = nil }
            return show(.success, .documents(.answersWritten(path: path)))
        case .failure(let error):
            guard case .answersFile(var prompt) = overlay, prompt.stage == .working else {
                return show(.failure, .reason(error))
            }
            prompt.stage = .path
            prompt.problem = error.why
            overlay = .answersFile(prompt)
            return []
        }
    }

    mutating func takeOver(_ offer: AnswersOffer, _ choice: AnswersOffer.Choice) -> [Effect] {
        let answers = offer.answers(for: choice)
        guard !answers.isEmpty else { return show(.information, .documents(.nothingChanged)) }
        let effects = wizardTurn { wizard, turn in wizard.fill(answers, &turn) }
        let open = wizard.map { wizard in
            answers.keys.filter { wizard.session.application?.field($0)?.isVisible != true }.count
        }
        let left = open ?? 0
        return effects + show(.success, .documents(.takenOver(count: answers.count - left, left: left)))
    }
}

extension WizardState {
    /// Takes answers over, also those to questions that others of them bring up.
    mutating func fill(_ answers: [FieldID: FieldValue], _ turn: inout WizardTurn) {
        var before = -1
        while session.draft.answers.count != before {
            before = session.draft.answers.count
            session.take(answers, accepting: [], &turn.session)
        }
        if let field = focusedField { editor = makeEditor(for: field) }
    }
}
