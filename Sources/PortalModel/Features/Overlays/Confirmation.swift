import FoundationEssentials

/// A question before something that cannot be undone, or that makes something at the portal.
public struct Confirmation: Equatable, Sendable {
    /// What is done when the answer is yes.
    public enum Subject: Equatable, Sendable {
        /// The request goes to the committee.
        case submit(DraftID)
        /// A draft that no service knows.
        case deleteDraft(DraftID)
        /// A draft at the service, and what lies here of it.
        case deleteApplication(ApplicationID)
        /// A request that was submitted goes no further.
        case closeApplication(ApplicationID)
        /// The portal does not have a draft's application any more: a new one is made for the answers.
        case createAgain(DraftID)
        /// A request for the same datasets stands at the portal: another one is made on purpose.
        /// - Parameter skipsDatasets: its dataset was chosen just now.
        case anotherRequest(Draft, skipsDatasets: Bool)
        /// Another program has the draft open.
        case takeOver(DraftID)
        /// Ending the program while something could not be written.
        case quit
        /// A new draft with the answers of an earlier request.
        case copyRequest(ApplicationID)
        /// To make a request that follows another one.
        case renewRequest(ApplicationID)
        /// A draft for one dataset, straight from where it is shown.
        case requestDataset(BasketItem)
        /// A portal that is set up; drafts and sign-in stay.
        case removePortal(String)
        /// An archive that the catalogue alone names gets the sign-in.
        case askArchive(String)
        /// More than somebody fetches by mistake.
        case fetchMuch(DataJob)
        /// Changing over to the portal that has a dataset, whose page opens there.
        case goToPortal(PlacedDataset)
    }

    /// What is done when the answer is yes.
    public var subject: Subject
    /// What is asked, and what would be lost by it.
    public var question: Message
    /// What is typed for yes, in English: see `word(_:in:)`.
    public var word: String
    /// What stands in the line below the question.
    public var typed: TextBuffer

    public init(subject: Subject, question: Message, word: String, typed: TextBuffer = TextBuffer()) {
        self.subject = subject
        self.question = question
        self.word = word
        self.typed = typed
    }

    /// Whether Enter does it now.
    public var isConfirmed: Bool { isTyped || isShort }

    /// The word stands there: nobody types it for something else.
    var isTyped: Bool { Language.allCases.contains { Self.word(word, in: $0) == typed.text.lowercased() } }

    /// What is to be typed, in a language. English is understood in every one.
    public static func word(_ word: String, in language: Language) -> String {
        switch language {
        case .english: word
        case .german: germanWords[word] ?? word
        }
    }

    private static let germanWords = [
        "submit": "absenden", "new": "neu", "another": "weiterer", "take over": "übernehmen", "delete": "löschen",
        "close": "schließen", "quit": "beenden", "copy": "kopieren", "ask": "beantragen", "remove": "entfernen",
        "go": "wechseln", "send": "senden", "fetch": "holen",
    ]

    /// A key would be enough, if it was not typed for something else.
    private var isShort: Bool {
        let answer = typed.text.lowercased()
        return takesKey && (["y", "yes", "j", "ja"].contains(answer)) || isLight && answer.isEmpty
    }

    /// One key or `y` will do: it can be taken back, or has been looked at just before.
    public var takesKey: Bool {
        switch subject {
        case .submit, .createAgain, .takeOver, .copyRequest, .renewRequest, .requestDataset, .goToPortal: true
        case .anotherRequest, .deleteDraft, .deleteApplication, .closeApplication, .quit, .removePortal,
            .askArchive, .fetchMuch:
            false
        }
    }

    /// Enter alone will do: what it makes is a draft, which can be deleted.
    public var isLight: Bool {
        switch subject {
        case .copyRequest, .renewRequest, .requestDataset, .goToPortal: true
        case .submit, .createAgain, .anotherRequest, .takeOver, .deleteDraft, .deleteApplication, .closeApplication,
            .quit, .removePortal, .askArchive, .fetchMuch:
            false
        }
    }
}

extension AppState {
    var isAsked: Bool { if case .confirm = overlay { true } else { false } }

    /// Whether a single key may answer: not one of a burst that brought up the question, nor one that is held down.
    private func mayAnswer(after seconds: Double) -> Bool {
        now.timeIntervalSince(askedAt) >= seconds && now.timeIntervalSince(lastKeyAt) >= min(seconds, 0.2)
    }

    /// How a question is answered: by what is typed and Enter, or by the one key.
    enum Answering { case enter, key }

    mutating func answer(_ confirmation: Confirmation, by answering: Answering) -> [Effect] {
        let isAnswered =
            switch answering {
            case .key: confirmation.takesKey && mayAnswer(after: 0.8)
            case .enter:
                confirmation.isTyped || confirmation.isConfirmed && now.timeIntervalSince(askedAt) >= 0.25
            }
        guard isAnswered else { return show(.information, confirmation.wordsAboutAnswering) }
        overlay = nil
        switch confirmation.subject {
        case .submit(let id): return confirmedSubmit(id)
        case .createAgain(let id): return confirmedCreateAgain(id)
        case .anotherRequest(let draft, let skipsDatasets): return openAnother(draft, skipsDatasets)
        case .takeOver(let id): return confirmedTakeOver(id)
        case .quit: return quitAnyway()
        case .deleteDraft, .deleteApplication: return confirmedDelete(confirmation.subject)
        case .closeApplication(let id): return change(id, .close)
        case .copyRequest(let id): return confirmedCopy(of: id)
        case .renewRequest(let id): return copyHere(id, isRenewal: true)
        case .requestDataset(let item): return confirmedRequest(for: item)
        case .removePortal(let name): return confirmedRemovePortal(name)
        case .goToPortal(let place): return confirmedGoToPortal(place)
        case .askArchive(let address): return confirmedArchive(address)
        case .fetchMuch(let job): return confirmedFetch(job)
        }
    }
}

extension Confirmation {
    fileprivate var wordsAboutAnswering: Message {
        if isLight { return .general(.enterDoesIt) }
        return .general(takesKey ? .keyDoesIt(word: word) : .typeWord(word: word))
    }
}
