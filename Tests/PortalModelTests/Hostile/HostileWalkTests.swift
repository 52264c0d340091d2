import PortalModel
import Testing

@Suite("On a bad day nothing is lost and nothing is sent twice")
struct HostileWalkTests {
    /// Each of these is a hundred lives of the program.
    @Test(arguments: 0..<20)
    func randomWalks(hundred: UInt64) {
        var submitted = 0
        for number in 0..<100 {
            let seed = hundred * 100 + UInt64(number)
            let world = HostileWorld(seed: seed)
            world.live()
            submitted += world.record.submitted
            #expect(world.record.problem == nil, "Seed \(seed):\n\(world.record.story)")
        }
        #expect(submitted > 1, "The walks hardly ever get to the end: \(submitted) of 100.")
    }
}

extension HostileWorld {
    /// Two hundred and ten things happen, then the portal and the disk are well again.
    func live() {
        for _ in 0..<210 where record.problem == nil { step() }
        guard record.problem == nil else { return }
        calmDown()
        checkRest()
    }

    private func step() {
        switch Int.random(in: 0..<60, using: &random) {
        case 0...17: act()
        case 18: committee()
        case 19: end()
        case 20...23: fireTimer()
        case 24: writeAtTheWebPage()
        default: proceed()
        }
        finishWriting()
        if isEnding { restart() }
    }

    /// Something that is under way goes on.
    private func proceed() {
        var ways: [() -> Void] = []
        if !journals.isEmpty { ways.append { self.advanceJournal() } }
        if !calls.isEmpty { ways.append { self.advanceCall() } }
        if !reads.isEmpty { ways.append { self.advanceRead() } }
        if !deletions.isEmpty { ways.append { self.advanceDeletion() } }
        if !draftIDs.isEmpty { ways.append { self.makeDraftID() } }
        if chance(8) { ways.append { self.advanceLate() } }
        any(ways)?()
    }

    /// The same person fills in the same request at the portal's web page; not while it is being sent.
    private func writeAtTheWebPage() {
        guard chance(3), let id = any(portal.entries.keys.sorted { $0.rawValue < $1.rawValue }),
            portal.entries[id]?.state.isEditable == true,
            !state.wizards.contains(where: { $0.session.draft.application == id && $0.session.submission.isUnderWay })
        else { return }
        portal.answer(any([WizardPortal.title, WizardPortal.purpose]) ?? WizardPortal.title, of: id, "from the web")
    }

    /// Decides, or gives back.
    private func committee() {
        guard let id = any(portal.entries.keys.sorted { $0.rawValue < $1.rawValue }),
            portal.entries[id]?.state == .submitted
        else { return }
        portal.set(any([.returned, .returned, .approved, .rejected]) ?? .approved, of: id)
    }

    private func end() {
        guard chance(6) else { return }
        chance(2) ? restart() : perform(.quit)
    }
}
