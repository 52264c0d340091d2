/// A question what the service has, asked because something hangs on the answer. Changes nothing there.
///
/// It carries what it is for and a number of its own, and the state that waits for it holds it: an answer to an earlier
/// question, or to one for another purpose, is told from the awaited one and passed over.
public struct Inquiry: Hashable, Sendable {
    /// What hangs on the answer.
    public enum Purpose: Hashable, Sendable {
        /// Before an application is made: what is there already cannot be what is made next.
        case beforeCreating
        /// The answer to a creation was lost; how often it was looked for by itself before.
        case lostCreation(look: Int)
        /// Before answers are saved: what was changed there is not written over.
        case beforeSaving
        /// Before a request is sent to a service without drafts.
        case beforeSending
        /// Before submitting, and after a lost answer on the way there: is it what was reviewed?
        case review
        /// Whether a submission, or a phase of one, has arrived.
        case lostSubmission
    }

    /// What hangs on the answer.
    public var purpose: Purpose
    /// Its own among the session's inquiries; greater ones are later.
    public var number: Int

    public init(_ purpose: Purpose, _ number: Int) {
        self.purpose = purpose
        self.number = number
    }
}

extension RequestSession {
    /// Asks, and gives what the state that waits for the answer has to hold.
    mutating func ask(_ purpose: Inquiry.Purpose, _ turn: inout SessionTurn) -> Inquiry {
        lastInquiry += 1
        let inquiry = Inquiry(purpose, lastInquiry)
        let application: ApplicationID? =
            switch purpose {
            case .beforeCreating, .lostCreation, .beforeSending: nil
            case .beforeSaving, .review, .lostSubmission: draft.application
            }
        turn.perform(.write(.reconcile(draft.id, application, lostCreation(turn), inquiry)))
        return inquiry
    }

    /// Takes an answer to whatever waits for it.
    mutating func reconciled(
        _ inquiry: Inquiry, _ result: Result<Reconciliation, PortalError>, _ turn: inout SessionTurn
    ) {
        switch inquiry.purpose {
        case .beforeCreating:
            if case .asking(inquiry, _) = opening { asked(result, &turn) }
        case .lostCreation(let look):
            if case .checking(inquiry, _) = opening { creationReconciled(result, look: look, &turn) }
        case .beforeSaving:
            if service.phase == .looking(inquiry) { looked(result, &turn) }
        case .beforeSending:
            if case .asking(inquiry, _) = submission { askedBeforeSending(result, &turn) }
        case .review:
            if case .verifying(inquiry, let verification, let reviewed, _) = submission {
                verified(verification, of: reviewed, result, &turn)
            }
        case .lostSubmission:
            if case .checking(let phase, inquiry, _, let failure) = submission {
                submissionReconciled(phase, after: failure, result, &turn)
            }
        }
    }
}
