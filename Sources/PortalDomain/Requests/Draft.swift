import FoundationEssentials

/// The local name of a draft, given by this program before any service knows of it.
public struct DraftID: Hashable, Sendable, Codable {
    public var rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a person has put together for one access request and kept on this machine, whatever the network does.
public struct Draft: Hashable, Sendable, Codable {
    public var id: DraftID
    /// Known as soon as the service has answered the creation.
    public var application: ApplicationID?
    /// What access is to be asked for.
    public var datasets: [BasketItem]
    /// Only what was edited here; a field that is not in it has the service's value.
    public var answers: [FieldID: FieldValue]
    /// What both sides knew last of the fields that are answered here: what the service had when a field was first
    /// edited, and later what it was seen to have taken. What is another one there was changed there.
    public var seenAtService: [FieldID: FieldValue] = [:]
    /// What was sent of these fields since then, newest last: the service may have any of it, if calls arrive late.
    public var sentToService: [FieldID: [FieldValue]] = [:]
    /// Words that another program kept this one from saving when it took the draft over, and that are not in `answers`:
    /// the person chooses.
    public var aside: [FieldID: FieldValue] = [:]
    /// Of a returned request: every answer as it was submitted. Of one that is to follow another: the answers of that one.
    /// Nil where it is not known.
    public var submitted: [FieldID: FieldValue]?
    /// Answers of an earlier request that wait for the form of this one.
    public var copied: CopiedAnswers?
    /// The application as the service last described it, by which the draft is edited while the service is away. Kept
    /// beside the draft and not with every word of it: here as it was read with the draft.
    public var form: Application?
    /// What is about to be submitted: kept beside the draft with the next write of it, before the call is sent.
    public var intent: Submission?
    /// The numbers of the licences that were accepted here.
    public var acceptedLicences: Set<Int64>
    /// How far submitting has come.
    public var phase: SubmissionPhase
    /// When it was begun, by this machine's clock.
    public var created: Date
    /// When it was changed last, by this machine's clock.
    public var modified: Date
    /// Counts edits. What is journalled and what is at the service are told by revisions.
    public var revision: Int
    /// The newest revision that the service has confirmed.
    public var savedAtService: Int
    /// The requests that the service had before the first creation that is not accounted for: none of them can be what
    /// it made. Nil where no creation is in doubt, or its list could not be had.
    public var knownBefore: Set<ApplicationID>?

    public init(
        id: DraftID, application: ApplicationID? = nil, datasets: [BasketItem], answers: [FieldID: FieldValue] = [:],
        acceptedLicences: Set<Int64> = [], phase: SubmissionPhase = .editing, created: Date, modified: Date,
        revision: Int = 0, savedAtService: Int = 0, knownBefore: Set<ApplicationID>? = nil
    ) {
        self.id = id
        self.application = application
        self.datasets = datasets
        self.answers = answers
        self.acceptedLicences = acceptedLicences
        self.phase = phase
        self.created = created
        self.modified = modified
        self.revision = revision
        self.savedAtService = savedAtService
        self.knownBefore = knownBefore
    }

    /// Its datasets as access management names them.
    public var identifiers: [String] { datasets.compactMap(\.identifier) }

    /// A creation was sent whose answer never came, and the service did not have what it makes when it was asked. The
    /// call may still be carried out: no contract has a key against that.
    public var creationIsInDoubt: Bool { application == nil && phase == .editing && knownBefore != nil }

    /// Nothing was sent of it: that the portal has such a request already is asked before it is made.
    public var isUnsent: Bool { application == nil && phase == .editing && knownBefore == nil }
}

/// How far sending has come. Written to the journal before each call, so that a crash in between is seen afterwards.
public enum SubmissionPhase: String, Hashable, Sendable, Codable {
    /// Nothing is under way; without an application id nothing was ever sent.
    case editing
    /// The creation was or is about to be sent: without an id its outcome is not known. At a service that takes
    /// requests at once, this is the submission.
    case creating
    /// The steps of submitting, in order.
    case saving, acceptingLicences, submitting
    /// The service has it.
    case submitted
}

/// A dataset that was put aside for a request.
public struct BasketItem: Hashable, Sendable, Codable {
    public var id: DatasetID
    /// The dataset's name in access management; nil where the catalogue has none.
    public var identifier: String?
    /// What the dataset is called.
    public var title: String
    /// Who publishes the dataset.
    public var publisher: String?
    /// When it was put into the basket.
    public var added: Date
    /// What decides on access, where the catalogue told: see `DatasetSummary.workflow`.
    public var workflow: String?
    /// The catalogue or organisation it belongs to, which often has a committee of its own.
    public var catalogue: String?
    /// Identifiers, its own among them, that the portal did not take in one request.
    public var refusedWith: Set<Set<String>> = []
    /// Why the portal takes no request for it, in the portal's words.
    public var refusal: String?

    public init(
        id: DatasetID, identifier: String?, title: String, publisher: String? = nil, added: Date,
        workflow: String? = nil, catalogue: String? = nil
    ) {
        self.id = id
        self.identifier = identifier
        self.title = title
        self.publisher = publisher
        self.added = added
        self.workflow = workflow
        self.catalogue = catalogue
    }

    public init(_ dataset: DatasetSummary, added: Date) {
        self.init(
            id: dataset.id, identifier: dataset.identifier, title: dataset.title,
            publisher: dataset.publishers.first, added: added, workflow: dataset.workflow,
            catalogue: dataset.catalogue)
    }
}
