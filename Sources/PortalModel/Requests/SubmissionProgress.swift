import FoundationEssentials

/// How far a submission has come.
public enum SubmissionProgress: Equatable, Sendable {
    case none
    /// Where one call creates and submits: the service is asked what it has before it is made.
    case asking(Inquiry, since: Date)
    /// The phase goes to disk before the call is made.
    case journalling(SubmissionPhase, revision: Int)
    case underWay(SubmissionCall, revision: Int, since: Date)
    /// Everything is at the service: is it what was reviewed?
    case verifying(Inquiry, since: Date)
    /// An answer was lost: the service is asked what it has.
    case checking(SubmissionPhase, Inquiry, since: Date)
    /// The service could not be asked whether it has the request.
    case unknown(SubmissionPhase, PortalError)
    /// Stopped, with nothing submitted: the person may send again.
    case stopped(SubmissionPhase, PortalError?)
    case done

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

/// The call of a submission, with what it takes along.
public enum SubmissionCall: Equatable, Sendable {
    /// At a service without drafts: creates and submits in one.
    case creating
    case saving([FieldID: FieldValue])
    case acceptingLicences, submitting

    public var phase: SubmissionPhase {
        switch self {
        case .creating: .creating
        case .saving: .saving
        case .acceptingLicences: .acceptingLicences
        case .submitting: .submitting
        }
    }
}

/// A call of a submission whose answer was lost.
struct LostCall: Equatable, Sendable {
    var phase: SubmissionPhase
    var error: PortalError
}
