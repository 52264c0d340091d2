import Foundation

/// The demo data access committee.
///
/// It has no timer: whoever reads or changes an application first lets it decide what is due, with the time at which
/// it was due. So decisions survive restarts, and nothing runs while nobody looks.
struct Committee: Sendable {
    enum Decision: Sendable {
        case approve, reject, giveBack
    }

    static let actor = "demo-committee"
    static let leastPurposeLength = 60

    /// From submission to decision, in seconds.
    let decisionDelay: TimeInterval

    /// Decides everything that is due.
    func decide(_ rows: ApplicationRows, now: Moment) throws {
        for application in try rows.submitted(until: now.advanced(by: -decisionDelay)) {
            let time = (application.submitted ?? now).advanced(by: decisionDelay)
            try carryOut(Self.decision(on: application), on: application, at: time, rows)
        }
    }

    /// A short purpose is given back, but only once: a person who insists gets a decision.
    static func decision(on application: Application) -> Decision {
        if application.datasets.contains(where: \.isRefused) { return .reject }
        let purpose = application.answers[ResearchProjectForm.purposeField] ?? ""
        let length = purpose.trimmingCharacters(in: .whitespacesAndNewlines).count
        // The guide's service has no call that changes a request, so one that was given back would be stuck.
        let mayReturn = application.timesReturned == 0 && application.guideRequest == nil
        return length < leastPurposeLength && mayReturn ? .giveBack : .approve
    }

    private func carryOut(
        _ decision: Decision, on application: Application, at time: Moment, _ rows: ApplicationRows
    ) throws {
        let (state, event): (ApplicationState, ApplicationEventType) =
            switch decision {
            case .approve: (.approved, .approved)
            case .reject: (.rejected, .rejected)
            case .giveBack: (.returned, .returned)
            }
        let timesReturned = application.timesReturned + (decision == .giveBack ? 1 : 0)
        try rows.setState(
            state, submitted: application.submitted, timesReturned: timesReturned, application: application.id)
        let comment = decision == .giveBack ? Self.purposeTooShort.english : ""
        try rows.record(event, by: Self.actor, at: time, comment: comment, application: application.id)
        guard decision == .approve else { return }
        for dataset in application.datasets {
            let entitlement = Entitlement(
                application: application.id, identifier: dataset.identifier, start: time, end: time.oneYearLater)
            try rows.insert(entitlement, holder: application.applicant)
        }
    }

    /// Why a field was given back, for its info text. The running service drops the comments of events, so this is
    /// the only place where the contract leaves room for the reason.
    static func reason(forGivingBack field: AnswerKey, of application: Application) -> LocalText? {
        guard application.state == .returned, field == ResearchProjectForm.purposeField else { return nil }
        return purposeTooShort
    }

    private static let purposeTooShort = LocalText(
        en: """
            Returned by the committee: the purpose is too short to be judged. Please describe it in at least \
            \(leastPurposeLength) characters.
            """,
        fr: """
            Renvoyé par le comité : la finalité est trop courte pour être évaluée. Décrivez-la en au moins \
            \(leastPurposeLength) caractères.
            """)
}
