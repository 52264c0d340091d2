import FoundationEssentials

/// One request on its way from a draft to what its service made of it: opened, filled in, saved, submitted.
///
/// It knows nothing of screens, keys or terminals. The wizard, linear mode and the commands each hold one, tell it what
/// happened, and carry out what its turn asks for. Pure: no clock, no input or output.
public struct RequestSession: Equatable, Sendable {
    /// The request as it is here.
    public var draft: Draft
    /// As the service last described it: forms, licences, and which fields are visible.
    public var application: Application?
    /// How this portal takes requests.
    public let style: SubmissionStyle

    /// Whether it can be worked on.
    public var opening = RequestOpening.ready
    /// The read of the application that is under way.
    public var loading: Pending?
    /// Why the application could not be read; nil after one that was.
    public var loadError: PortalError?
    /// What of the draft is on the disk.
    public var journal: JournalState
    /// What of the draft is at the service.
    public var service = ServiceSaveState()
    /// How far submitting has come.
    public var submission = SubmissionProgress.none
    /// The field that somebody is answering just now: it is not saved, and nothing is taken over in it, before it is
    /// let go.
    public internal(set) var inHand: FieldID?
    /// What the service found at submission, until the field is edited.
    public var warnings: [FieldID: [FieldProblem]] = [:]
    /// What the service found that belongs to no field.
    public var otherWarnings: [FieldProblem] = []
    /// Files with the terms of licences, as far as they were asked for.
    public var licenceFiles: [LicenceFile: LicenceReading] = [:]
    /// Files on their way to the service, and those that did not arrive.
    public var uploads: [Upload] = []
    var lastUpload = 0
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
    /// The revision of the last edit of an answer. Other changes of the draft count revisions too.
    public var lastEdit: Int
    /// The number of the last inquiry.
    var lastInquiry = 0
    let findingsCache = FindingsCache()

    public init(draft: Draft, style: SubmissionStyle = .staged) {
        self.draft = draft
        self.style = style
        journal = JournalState(draft)
        lastEdit = draft.answers.isEmpty ? draft.savedAtService : draft.revision
    }
}

extension RequestSession {
    /// Since when the person has been waiting for the portal; nil when not.
    public var waitingSince: Date? {
        switch submission {
        case .asking(_, let since), .underWay(_, _, let since), .verifying(_, _, _, let since),
            .checking(_, _, let since, _):
            return since
        case .none, .journalling, .unknown, .stopped, .done: break
        }
        switch opening {
        case .claiming(let since), .asking(_, let since), .creating(_, let since), .checking(_, let since): return since
        case .ready, .reading, .notRead, .journalling, .unknown, .notCreated, .ambiguous: break
        }
        return application == nil ? loading?.since : nil
    }

    /// Nothing is under way that needs this state: it can be dropped and be made again from the journal.
    var isSettled: Bool {
        if submission == .done { return true }
        let opens =
            switch opening {
            case .asking, .journalling, .creating, .checking: true
            case .ready, .claiming, .reading, .notRead, .unknown, .notCreated, .ambiguous: false
            }
        return isSavedHere && journal.writing == nil && !opens && !submission.isUnderWay && service.phase == .idle
            && uploads.isEmpty
    }

    /// Everything that is known of the draft is on disk, and nothing is under way.
    public var isAtRest: Bool { isSettled && loading == nil }

    /// Whether answers can be changed: not once the request was sent, nor when the service has taken it over.
    public var isLocked: Bool {
        submission.isUnderWay || submission.mayHaveArrived || submission == .done || isTakenOver
            || application?.state.isEditable == false
    }
}
