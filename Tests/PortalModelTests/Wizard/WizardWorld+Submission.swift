import PortalModel
import Testing

extension WizardWorld {
    /// A request with every answer given and every licence accepted, at its review.
    static func filledIn(from origin: Screen = .basket) -> WizardWorld {
        let world = WizardWorld()
        world.openNewRequest(from: origin)
        world.type("Long-read structural variants")
        world.press(.tab)
        world.type("To find out")
        world.press(.enter)
        world.type("what they do.")
        world.press(.tab)
        world.press(.down, .character(" "), .tab)
        world.type("ada@example.org")
        world.perform(.nextStep)
        world.settle()
        #expect(world.state.wizard?.step == .licences)
        world.press(.character("A"))
        world.perform(.showReview)
        world.fire(.journalDraft)
        world.settle()
        return world
    }

    /// Lets everything happen up to the call that creates.
    func advanceToCreating() {
        for _ in 0..<20 where state.wizard?.session.opening.isCreating != true {
            journalQueue.isEmpty ? runService() : runJournal()
        }
        #expect(state.wizard?.session.opening.isCreating == true)
    }

    /// Asks for the submission and types the word that confirms it.
    func confirm() {
        perform(.submitRequest)
        type("submit")
        press(.enter)
    }

    /// Lets everything happen up to the call that submits, which has not been journalled yet.
    func advanceToSubmitting() {
        for _ in 0..<20 where state.wizard?.session.submission.phase != .submitting {
            runJournal()
            guard state.wizard?.session.submission.phase != .submitting else { break }
            runService()
        }
        #expect(state.wizard?.session.submission.phase == .submitting)
    }
}

extension RequestOpening {
    fileprivate var isCreating: Bool { if case .creating = self { true } else { false } }
}

extension SubmissionProgress {
    var phase: SubmissionPhase? {
        switch self {
        case .journalling(let call, _): call.phase
        case .checking(let phase, _, _, _), .unknown(let phase, _),
            .stopped(let phase, _):
            phase
        case .underWay(let call, _, _): call.phase
        case .none, .asking, .verifying, .done: nil
        }
    }
}
