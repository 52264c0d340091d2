import FoundationEssentials

/// How far a submission has come.
public enum SubmissionProgress: Equatable, Sendable {
    /// Nobody has asked for it.
    case none
    /// Where one call creates and submits: the service is asked what it has before it is made.
    case asking(Inquiry, since: Date)
    /// The phase goes to disk before the call is made.
    case journalling(SubmissionCall, revision: Int)
    /// A call is made, since a time.
    case underWay(SubmissionCall, revision: Int, since: Date)
    /// The application is read once more: is it what was reviewed?
    case verifying(Inquiry, Verification, of: ReviewedAnswers, since: Date)
    /// The service is asked what it has: an answer was lost, or a refusal came that the state may belie.
    case checking(SubmissionPhase, Inquiry, since: Date, after: PortalError?)
    /// The service could not be asked whether it has the request.
    case unknown(SubmissionPhase, PortalError)
    /// Stopped, with nothing submitted: the person may send again.
    case stopped(SubmissionPhase, PortalError?)
    /// The service has the request, as far as it said.
    case done

    /// Whether something is being asked, written or sent for it.
    public var isUnderWay: Bool {
        switch self {
        case .asking, .journalling, .underWay, .verifying, .checking: true
        case .none, .unknown, .stopped, .done: false
        }
    }

    /// The service may have the request already.
    var mayHaveArrived: Bool {
        switch self {
        case .unknown(.submitting, _), .unknown(.creating, _): true
        case .none, .asking, .journalling, .underWay, .verifying, .checking, .unknown, .stopped, .done: false
        }
    }
}

/// The answers that the review showed when the person had them submitted: nothing else goes to the committee.
public typealias ReviewedAnswers = [FieldID: FieldValue]

/// The call of a submission, with what it takes along.
public enum SubmissionCall: Equatable, Sendable {
    /// At a service without drafts: creates and submits in one.
    case creating(CreationAttempt)
    /// The answers that the service does not have yet.
    case saving([FieldID: FieldValue], of: ReviewedAnswers)
    /// Follows the saving.
    case acceptingLicences(of: ReviewedAnswers)
    /// The last call, once the service has what was reviewed.
    case submitting

    /// The phase that is on the disk while this call is made.
    public var phase: SubmissionPhase {
        switch self {
        case .creating: .creating
        case .saving: .saving
        case .acceptingLicences: .acceptingLicences
        case .submitting: .submitting
        }
    }
}

/// Why the application is read once more on the way.
public enum Verification: Equatable, Sendable {
    /// Nothing is sent yet, and the service was not seen for a while.
    case beforeSending
    /// All that was to be sent is at the service.
    case allIsSent
    /// The answer to a save, or to the accepting of licences, was lost: the application tells what became of it.
    case lostAnswer(SubmissionPhase, PortalError)

    /// The phase whose answer was lost.
    var lostPhase: SubmissionPhase? { if case .lostAnswer(let phase, _) = self { phase } else { nil } }
}
