import FoundationEssentials

/// A new request is taken in hand before it is made, so that it is made once: whatever another program, another machine
/// or an earlier run has done of it.
extension AppState {
    /// For how many seconds the portal's list of requests says what there is.
    private static let listIsFresh: TimeInterval = 20

    /// Opens the wizard and asks what is known of such a request; it goes on with the answer.
    mutating func claim(_ draft: Draft) -> [Effect] {
        let isFresh = requests.fetchedAt.map { (0..<Self.listIsFresh).contains(now.timeIntervalSince($0)) } ?? false
        return openWizard(on: draft, begins: .claiming)
            + [.write(.claimRequest(draft, asksPortal: !isFresh))]
    }

    mutating func requestClaimed(_ draft: Draft, _ finding: RequestFinding) -> [Effect] {
        guard let current = wizard, current.session.draft.id == draft.id, case .claiming = current.session.opening
        else { return passOver(draft, finding) }
        guard screen == .wizard else {
            // It was left for another screen meanwhile: nothing was made, and nothing asks there.
            wizard = nil
            return passOver(draft, finding)
        }
        if overlay != nil, finding.changesScreen {
            // What is typed over the wizard is not taken away: it is told when that is closed.
            wizard?.finding = finding
            return []
        }
        return tell(finding, of: draft, current)
    }

    /// What was found is told once nothing lies over the wizard any more.
    mutating func tellHeldFinding() -> [Effect] {
        guard overlay == nil, let finding = wizard?.finding, let draft = wizard?.session.draft else { return [] }
        wizard?.finding = nil
        return requestClaimed(draft, finding)
    }

    /// Of what was only begun nothing is kept.
    private func passOver(_ draft: Draft, _ finding: RequestFinding) -> [Effect] {
        let isKept = requests.drafts.contains { $0.id == draft.id }
        return finding == .made && !isKept ? [.disk(.discardDraft(draft.id))] : []
    }

    private mutating func tell(_ finding: RequestFinding, of draft: Draft, _ current: WizardState) -> [Effect] {
        switch finding {
        case .made: return wizardTurn { $0.session.claimed(&$1.session) }
        case .unknown(let error):
            // The wizard writes the draft itself before anything is sent, and says what keeps it from that.
            return record(error) + wizardTurn { $0.session.claimed(&$1.session) }
        case .begun(let own) where own.application != nil && requests.drafts.contains { $0.id == own.id }:
            // The person sees that one in the list, as a draft at the portal, and wants another.
            return wizardTurn { $0.session.claimed(&$1.session) }
        case .begun(let own):
            wizard = nil
            if !requests.drafts.contains(where: { $0.id == own.id }) { requests.drafts.insert(own, at: 0) }
            let effects = openWizard(on: own)
            wizard?.begunAt = current.begunAt
            return effects + show(.information, .requests(.begunBefore))
        case .held(let holder):
            return leaveClaim(of: current)
                + show(
                    .warning,
                    .requests(.workedOnElsewhere(holder: holder)))
        case .standing(let id, let state):
            return leaveClaim(of: current)
                + askForAnother(draft, skipsDatasets: current.skipsDatasets, question(about: id, state))
        case .unsettled(_, let error?) where error.kind == .signedOut:
            // Signing in is offered: then it can be found out.
            return leaveClaim(of: current) + record(error)
                + show(
                    .warning,
                    .requests(.sentSignInFirst))
        case .unsettled(let submission, let error):
            return leaveClaim(of: current) + record(error)
                + askForAnother(draft, skipsDatasets: current.skipsDatasets, words(on: submission, error))
        }
    }

    /// Back to where the datasets were chosen.
    private mutating func leaveClaim(of current: WizardState) -> [Effect] {
        wizard = nil
        screen = current.begunAt
        return pollAgain()
    }

    private func words(on submission: Submission, _ error: PortalError?) -> Message {
        .basket(.sentBefore(submission: submission, asked: error == nil))
    }
}

extension RequestFinding {
    /// Whether it leads to another screen, or asks something.
    fileprivate var changesScreen: Bool {
        switch self {
        case .made, .unknown: false
        case .begun, .held, .standing, .unsettled: true
        }
    }
}
