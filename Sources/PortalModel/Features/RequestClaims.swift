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
        else {
            // It was left meanwhile: of what was only begun nothing is kept.
            let isKept = requests.drafts.contains { $0.id == draft.id }
            return finding == .made && !isKept ? [.disk(.discardDraft(draft.id))] : []
        }
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
            return openWizard(on: own) + show(.information, "This request was begun before: it goes on here.")
        case .held(let holder):
            leaveClaim(of: current)
            return show(
                .warning,
                "Another portal program works on a request for these datasets (\(holder)). Nothing was made here.")
        case .standing(let id, let state):
            leaveClaim(of: current)
            return askForAnother(
                draft,
                "A request for the same datasets is at the portal already: \(id.rawValue), \(state.word). Make "
                    + "another one besides?")
        case .unsettled(let submission, let error):
            leaveClaim(of: current)
            return (error.map { record($0) } ?? []) + askForAnother(draft, words(on: submission, error))
        }
    }

    /// Back to where the datasets were chosen.
    private mutating func leaveClaim(of current: WizardState) {
        wizard = nil
        guard screen == .wizard else { return }
        screen = current.skipsDatasets ? .browser : .basket
    }

    private mutating func askForAnother(_ draft: Draft, _ question: String) -> [Effect] {
        basket.chosen = draft.datasets.map(\.id)
        basket.direct = screen == .browser ? draft.datasets.first : nil
        overlay = .confirm(Confirmation(subject: .anotherRequest(draft.id), question: question, word: "another"))
        return []
    }

    private func words(on submission: Submission, _ error: PortalError?) -> String {
        let number = submission.application.map { ", as \($0.rawValue)" } ?? ""
        let what = submission.phase == .submitted ? "was submitted" : "was about to be submitted"
        let why =
            error == nil
            ? "the portal does not show it yet, and it may still arrive"
            : "the portal could not be asked what became of it"
        return
            "A request for the same datasets \(what) from here on \(ISODate(submission.time).text)\(number): \(why). "
            + "Make another one besides?"
    }
}
