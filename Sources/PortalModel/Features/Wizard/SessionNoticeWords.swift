/// The words for what a session has to say.
extension WizardTurn {
    mutating func tell(_ notice: SessionNotice) {
        switch notice {
        case .takenFromPortal(let fields):
            tell(.information, .wizard(.takenFromPortal(names: names(of: fields))))
        case .conflicts(let fields, let other):
            tell(.warning, .wizard(.conflicts(names: names(of: fields), inProgram: other == .program)))
        case .copied(let count, let source, let left): tellCopied(count, source, left)
        case .unplaced(let text, let isLocked):
            reading = (.wizard(.copyWhatYouWrote(locked: isLocked)), .verbatim(text))
        case .notKept(let error): tell(.failure, .wizard(.notSavedHere(error: error)))
        case .takenOver(let error): tell(.warning, .wizard(.takenOverBy(error: error)))
        case .notTakenBack(let error): tell(.failure, .reason(error))
        case .isOursAgain: tell(.success, .wizard(.isOursAgain))
        case .notSubmitted(let state):
            tell(.warning, .wizard(.notSubmitted(state: state)))
        case .formHasChanged:
            tell(.warning, .wizard(.formChanged))
        case .nothingWasSent:
            tell(.information, .wizard(.nothingSent))
        case .notAttached(let file, let error):
            // What could not be read here is not sent by trying again.
            tell(.failure, .wizard(error.kind == .local ? .notReadHere(error: error) : .notArrived(file: file)))
        case .licenceKept(let path): tell(.success, .wizard(.kept(path: path)))
        case .licenceNotFetched(let file, let error):
            tell(.failure, .wizard(.notFetched(name: file.name, error: error)))
        }
    }

    private mutating func tellCopied(_ count: Int, _ source: ApplicationID, _ left: [UnplacedAnswer]) {
        tell(.success, .wizard(.answersTaken(count: count, number: source.rawValue)))
        guard !left.isEmpty else { return }
        let answers = left.map { LeftAnswer(title: $0.title.text(in: languages), reason: $0.reason) }
        reading = (.wizard(.notTakenOver(number: source.rawValue)), .wizard(.left(answers: answers)))
    }

    private func names(of fields: [FormField]) -> NamedFields { NamedFields(fields, in: languages) }
}
