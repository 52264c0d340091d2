import FoundationEssentials

/// The request wizard on one draft.
public struct WizardState: Equatable, Sendable {
    public var draft: Draft
    /// As the service last described it: forms, licences, and which fields are visible.
    public var application: Application?

    public var step = WizardStep.datasets
    /// The field with the cursor, in the form of the step.
    public var focus: FieldID?
    /// The field that had the cursor when the wizard was left, for coming back.
    public var leftField: FieldID?
    /// How the focused field is edited; nil outside of forms.
    public var editor: FieldEditor?
    /// What was cut last in one of the fields, to be put back in any.
    var cut = ""
    /// Fields that were left, so that what is wrong with them may be said.
    public var touched: Set<FieldID> = []
    /// What the service found at submission, until the field is edited.
    public var warnings: [FieldID: [FieldProblem]] = [:]
    /// What the service found that belongs to no field.
    public var otherWarnings: [FieldProblem] = []
    /// The cursor in the lists of the datasets, licences and review steps.
    public var selection = 0
    /// First line in sight of the licence that is read.
    public var offset = 0

    /// Where the request was begun, or gone on with.
    var begunAt = Screen.requests
    /// It begins at the first form: the dataset was chosen just now.
    var skipsDatasets = false
    public var opening = WizardOpening.ready
    public var loading: Pending?
    public var loadError: PortalError?
    public var journal: JournalState
    public var service = ServiceSaveState()
    public var submission = SubmissionProgress.none
    /// The language that licences were asked to be shown in, besides the person's own.
    public var licenceLanguage: String?
    /// Files with the terms of licences, as far as they were asked for.
    public var licenceFiles: [LicenceFile: LicenceReading] = [:]
    /// Files on their way to the service, and those that did not arrive.
    public var uploads: [Upload] = []
    var lastUpload = 0
    /// The answers that the review showed when the person had them submitted.
    var reviewed: [FieldID: FieldValue] = [:]
    /// The answer to a save or to the accepting of licences was lost while it is being submitted: the application tells
    /// what became of it.
    var lostCall: LostCall?
    /// Why it is asked what became of a submission: the answer is lost, or a refusal that the state may belie.
    var sendFailure: PortalError?
    /// It is looked at before anything of the submission is sent.
    var looksFirst = false
    /// An earlier creation is not accounted for either, while another is under way.
    var hadLostCreation = false
    /// How often a creation in doubt was looked for by itself.
    var looks = 0
    /// When what waits is tried again.
    public var retries: [Retry: Date] = [:]
    /// Fields whose answer here and there are both other than what both sides knew.
    public var conflicts: [FieldID: AnswerConflict] = [:]
    /// The form is the one that was kept, and nothing is sent by it: the portal has not answered yet.
    public var isRecalled = false
    /// The form as it is kept beside the draft.
    var keptForm: Application?
    /// The newest edit when the form was recalled.
    var recalledEdit = 0
    /// The page on which the person chooses between them; nil while it is not open.
    public var comparison: Comparison?
    /// The revision of the last edit of an answer. Other changes of the draft count revisions too.
    public var lastEdit: Int
    /// The number of the last inquiry.
    var lastInquiry = 0

    /// How this portal takes requests.
    public let style: SubmissionStyle
    /// What was taken over last, for taking it back.
    var taken: [FieldID: TakenOffer] = [:]
    let findingsCache = FindingsCache()
    let offersCache = OffersCache()

    public init(draft: Draft, style: SubmissionStyle = .staged) {
        self.draft = draft
        self.style = style
        journal = JournalState(draft)
        lastEdit = draft.answers.isEmpty ? draft.savedAtService : draft.revision
    }
}

extension WizardState {
    /// Since when the person has been waiting for the portal; nil when not.
    public var waitingSince: Date? {
        switch submission {
        case .asking(_, let since), .underWay(_, _, let since), .verifying(_, let since),
            .checking(_, _, let since):
            return since
        case .none, .journalling, .unknown, .stopped, .done: break
        }
        switch opening {
        case .claiming(let since), .asking(_, let since), .creating(let since), .checking(_, let since): return since
        case .ready, .reading, .notRead, .journalling, .unknown, .notCreated, .ambiguous: break
        }
        return application == nil ? loading?.since : nil
    }
}

/// A call of a submission whose answer was lost.
struct LostCall: Equatable, Sendable {
    var phase: SubmissionPhase
    var error: PortalError
}

/// A page of the wizard.
public enum WizardStep: Hashable, Sendable {
    case datasets
    case form(Int64)
    case licences, review
    /// After submission: what happens next.
    case result
}

/// How the application comes to be at the service.
public enum WizardOpening: Equatable, Sendable {
    /// Nothing to wait for: the application is known.
    case ready
    /// It is asked whether such a request is known of, here or at the portal, and the draft held for this program.
    case claiming(since: Date)
    /// The draft is read from the disk and held for this program.
    case reading
    /// It could not be read, or another program has it.
    case notRead(PortalError)
    /// Before anything is made the service is asked what it has, so that what is made can be told from it.
    case asking(Inquiry, since: Date)
    /// The draft goes to disk before the service is told to make anything.
    case journalling(revision: Int)
    case creating(since: Date)
    /// An answer was lost: the service is asked what it has.
    case checking(Inquiry, since: Date)
    /// The service could not be asked.
    case unknown(PortalError)
    /// Nothing was created, with the reason if it is known. Created again by the person only.
    case notCreated(PortalError?)
    /// Several applications at the service could be the lost one; the last choice is a new one.
    case ambiguous([ApplicationSummary])
}

/// What of the draft has reached the disk.
public struct JournalState: Equatable, Sendable {
    /// The newest revision that was confirmed.
    public var confirmed: Int
    public var confirmedAt: Date?
    /// The revision that is being written.
    public var writing: Int?
    public var timerIsRunning = false
    /// Write again as soon as the write under way is done.
    public var isDue = false
    public var error: PortalError?
    /// The answers as they were confirmed, and as they are being written.
    var confirmedAnswers: [FieldID: FieldValue] = [:]
    /// The draft is being taken from another program: nothing is written until it is known what that has written.
    var isTakingOver = false
    var writtenAnswers: [FieldID: FieldValue] = [:]

    public init(confirmed: Int) { self.confirmed = confirmed }

    init(_ draft: Draft) {
        confirmed = draft.revision
        confirmedAnswers = draft.answers
    }
}

/// What is tried again by itself after a while.
public enum Retry: Hashable, Sendable {
    case open, save, question, load
}

/// How the focused field is edited.
public enum FieldEditor: Equatable, Sendable {
    case text(TextEditor)
    case choice(ChoiceEditor)
    case date(DateEditor)
    case table(TableEditor)
    case files(FilePicker)
    /// Only to be read: long explanations, and types that are not edited here.
    case reading

    /// What was cut last; nil where no text is written.
    var cut: String? {
        get {
            switch self {
            case .text(let text): text.cut
            case .date(let date): date.text.cut
            case .table(let table): table.cut
            case .choice, .files, .reading: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .text(var text):
                text.cut = newValue
                self = .text(text)
            case .date(var date):
                date.text.cut = newValue
                self = .date(date)
            case .table(var table):
                table.cut = newValue
                self = .table(table)
            case .choice, .files, .reading: break
            }
        }
    }
}

/// The cursor in the options of a field, and what was typed to find one.
public struct ChoiceEditor: Equatable, Sendable {
    /// Index among the options that are found.
    public var cursor = 0
    public var find = TextBuffer()

    /// From this many options on, typed letters narrow the list.
    public static let findFrom = 9

    public init() {}
}

/// What keys mean in the wizard now.
public enum WizardMode: Equatable, Sendable {
    case editingText, editingLines, choosingOption, choosingDay, inTable, editingCell, inFiles, choosingFile, reading
    case datasets, licences, review, result
    /// Choosing between answers that differ.
    case comparing
    /// Nothing can be filled in yet: the application is created, looked for or loaded.
    case opening
    /// Several applications could be the lost one.
    case choosingApplication
}
