/// What became of the work for one draft. Late ones reach a session that is not on the screen any more.
public enum SessionEvent: Equatable, Sendable {
    // At the service
    /// The application was made, or not.
    case created(Result<ApplicationID, PortalError>)
    /// Created and submitted in one, at a service without drafts.
    case sent(Result<ApplicationID, PortalError>)
    /// The answers of that revision were taken, or not.
    case saved(revision: Int, PortalError?)
    /// The licences were accepted, or not.
    case licencesAccepted(PortalError?)
    /// It was submitted, or not.
    case submitted(PortalError?)
    /// What the service has, asked for that reason.
    case reconciled(Inquiry, Result<Reconciliation, PortalError>)
    /// A licence's file came, or not.
    case licenceFetched(LicenceFile, isToRead: Bool, Result<FetchedFile, PortalError>)

    // On this machine
    /// The draft as it is on the disk, held for this program; nil when it is not there any more.
    case opened(Result<Draft?, PortalError>)
    /// The draft as the other program left it, held for this one from now on.
    case takenOver(Result<Draft?, PortalError>)
    /// That revision is on the disk, or not.
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
