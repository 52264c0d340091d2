/// The request wizard: a session, and what the person sees and does of it.
public struct WizardState: Equatable, Sendable {
    /// The request itself, which knows nothing of this screen.
    public var session: RequestSession

    /// The page that is open.
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
    /// What the datasets may be used for, as far as the catalogue has told.
    public var uses = WizardDataUses()

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
    /// What is asked for, and what becomes of it until there is a form.
    case datasets
    /// One of the application's forms, by its number.
    case form(Int64)
    /// The terms to accept, and everything once more before it is sent.
    case licences, review
    /// After submission: what happens next.
    case result
}

/// What keys mean in the wizard now.
public enum WizardMode: Equatable, Sendable {
    /// Within a form: by the editor of the field with the cursor.
    case editingText, editingLines, choosingOption, choosingDay, inTable, editingCell, inFiles, choosingFile, reading
    /// The pages without fields.
    case datasets, licences, review, result
    /// Choosing between answers that differ.
    case comparing
    /// Nothing can be filled in yet: the application is created, looked for or loaded.
    case opening
    /// Several applications could be the lost one.
    case choosingApplication
}
