/// What became of the work for one draft. Late ones reach a session that is not on the screen any more.
public enum SessionEvent: Equatable, Sendable {
    // At the service
    case created(Result<ApplicationID, PortalError>)
    /// Created and submitted in one, at a service without drafts.
    case sent(Result<ApplicationID, PortalError>)
    case saved(revision: Int, PortalError?)
    case licencesAccepted(PortalError?)
    case submitted(PortalError?)
    case reconciled(Inquiry, Result<Reconciliation, PortalError>)
    case licenceFetched(LicenceFile, isToRead: Bool, Result<FetchedFile, PortalError>)

    // On this machine
    /// The draft as it is on the disk, held for this program; nil when it is not there any more.
    case opened(Result<Draft?, PortalError>)
    /// The draft as the other program left it, held for this one from now on.
    case takenOver(Result<Draft?, PortalError>)
    case journalled(revision: Int, PortalError?)

    /// The draft could be read.
    var isOpening: Bool {
        switch self {
        case .opened(.success), .takenOver(.success): true
        case .opened, .takenOver, .created, .sent, .saved, .licencesAccepted, .submitted, .reconciled, .licenceFetched,
            .journalled:
            false
        }
    }
}

extension RequestSession {
    mutating func take(_ event: SessionEvent, _ turn: inout SessionTurn) {
        switch event {
        case .created(let result): created(result, &turn)
        case .sent(let result): requestSent(result, &turn)
        case .saved(let revision, let failure): answersSaved(revision: revision, failure, &turn)
        case .licenceFetched(let file, let isToRead, let result):
            licenceFetched(file, result, isToRead: isToRead, &turn)
        case .licencesAccepted(let failure): licencesAccepted(failure, &turn)
        case .submitted(let failure): submitted(failure, &turn)
        case .reconciled(let inquiry, let result): reconciled(inquiry, result, &turn)
        case .journalled(let revision, let failure): journalled(revision: revision, failure, &turn)
        case .opened(let result): opened(result, &turn)
        case .takenOver(let result): tookOver(result, &turn)
        }
    }
}
