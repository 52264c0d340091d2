/// The request wizard: a session, and what the person sees and does of it.
public struct WizardState: Equatable, Sendable {
    public var session: RequestSession

    public var step = WizardStep.datasets
    /// The field that had the cursor when the wizard was left, for coming back.
    public var leftField: FieldID?
    /// How the focused field is edited; nil outside of forms.
    public var editor: FieldEditor?
    /// What was cut last in one of the fields, to be put back in any.
    var cut = ""
    /// Fields that were left, so that what is wrong with them may be said.
    public var touched: Set<FieldID> = []
    /// The cursor in the lists of the datasets, licences and review steps.
    public var selection = 0
    /// First line in sight of the licence that is read.
    public var offset = 0
    /// Where the request was begun, or gone on with.
    var begunAt = Screen.requests
    /// It begins at the first form: the dataset was chosen just now.
    var skipsDatasets = false
    /// What was found of the request while something lay over the wizard.
    var finding: RequestFinding?
    /// The language that licences were asked to be shown in, besides the person's own.
    public var licenceLanguage: String?
    /// The page on which the person chooses between answers that differ; nil while it is not open.
    public var comparison: Comparison?
    /// What was taken over last, for taking it back.
    var taken: [FieldID: TakenOffer] = [:]
    let offersCache = OffersCache()

    public init(draft: Draft, style: SubmissionStyle = .staged) {
        session = RequestSession(draft: draft, style: style)
    }

    /// The field with the cursor, in the form of the step.
    public var focus: FieldID? {
        get { session.inHand }
        set { session.inHand = newValue }
    }
}

/// A page of the wizard.
public enum WizardStep: Hashable, Sendable {
    case datasets
    case form(Int64)
    case licences, review
    /// After submission: what happens next.
    case result
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
