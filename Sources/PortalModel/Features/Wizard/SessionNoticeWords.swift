/// The words for what a session has to say.
extension WizardTurn {
    mutating func tell(_ notice: SessionNotice) {
        switch notice {
        case .takenFromPortal(let fields):
            tell(.information, "Changed at the portal and taken over here: \(names(of: fields)).")
        case .conflicts(let fields, let other):
            let place = other == .program ? "in the other program" : "at the portal"
            tell(
                .warning,
                "Changed here and \(place): \(names(of: fields)). Nothing was written over; F12 shows both and lets you "
                    + "choose.")
        case .copied(let count, let source, let left): tellCopied(count, source, left)
        case .unplaced(let text, let isLocked):
            let why = isLocked ? "The request cannot be changed any more" : "The portal does not ask for this any more"
            reading = (title: "\(why). Copy what you wrote:", body: text)
        case .notKept(let error):
            tell(
                .failure,
                "This draft could not be saved on this machine; it is kept in memory and tried again. "
                    + (error.detail ?? error.sentence))
        case .takenOver(let error):
            tell(
                .warning,
                (error.detail ?? error.sentence)
                    + " Nothing is written here until then; your words stay on this screen. M-t takes the draft over.")
        case .notTakenBack(let error): tell(.failure, error.detail ?? error.sentence)
        case .isOursAgain: tell(.success, "The draft is this program's again.")
        case .notSubmitted(let state):
            tell(.warning, "The portal still has it as \(state.word): it was not submitted. It is safe here.")
        case .formHasChanged:
            tell(.warning, "The form has changed at the portal since you reviewed it. Read it once more.")
        case .nothingWasSent:
            tell(.information, "Nothing was sent. The request is here; submitting it makes a new one.")
        case .notAttached(let file, let error):
            // What could not be read here is not sent by trying again.
            tell(
                .failure,
                error.kind == .local
                    ? "\(error.detail ?? error.sentence) Nothing was attached; d in its field takes it off the list."
                    : "“\(file)” did not arrive at the portal. r in its field sends it again.")
        case .licenceKept(let path): tell(.success, "Kept as \(path).")
        case .licenceNotFetched(let file, let error):
            tell(.failure, "“\(file.name)” could not be fetched. \(error.detail ?? error.sentence)")
        }
    }

    private mutating func tellCopied(_ count: Int, _ source: ApplicationID, _ left: [UnplacedAnswer]) {
        let taken = count == 1 ? "One answer is" : "\(count) answers are"
        tell(.success, "\(taken) taken over from request \(source.rawValue).")
        guard !left.isEmpty else { return }
        let lines = left.map { "\($0.title.text(in: languages)): \($0.reason.words)." }
        reading = (title: "Not taken over from request \(source.rawValue)", body: lines.joined(separator: "\n\n"))
    }

    /// Such as "Title, Purpose of use and 3 more".
    private func names(of fields: [FormField]) -> String {
        let titles = fields.prefix(3).map { "“\($0.title.text(in: languages))”" }.joined(separator: ", ")
        return fields.count > 3 ? "\(titles) and \(fields.count - 3) more" : titles
    }
}

extension UnplacedAnswer.Reason {
    fileprivate var words: String {
        switch self {
        case .notAsked: "this form does not ask for it"
        case .isFile: "a file belongs to its request, and is to be attached again"
        case .choiceNotOffered: "this choice is not offered here"
        case .choicesNotOffered: "not all of its choices are offered here"
        case .columnsNotAsked: "not all of its columns are asked for here"
        }
    }
}
