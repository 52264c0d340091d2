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
