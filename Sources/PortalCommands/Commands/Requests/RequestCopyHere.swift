import Foundation
import PortalModel
import PortalStorage

/// A request's answers in a new one, for a portal that does not copy requests by itself: as `c` on the screen does it.
///
/// The draft is held for this program before anything is made, and is found again after a kill or a lost answer: so a
/// copy is made once.
struct RequestCopyHere {
    package let portal: CommandPortal
    let output: CommandOutput
    /// Makes one beside what was begun before.
    let another: Bool
    /// It is to follow the request, whose answers it is held against.
    var isRenewal = false

    enum Outcome {
        case copied(ApplicationID?)
        /// Another program has made it while it was waited for.
        case there(ApplicationID)
    }

    func copy(_ id: ApplicationID) async throws -> Outcome {
        let application = try await portal.access.application(id)
        let drafts = try portal.portal.drafts.required()
        let end = ContinuousClock.now + RequestClaim.patience
        var hasWaited = false
        while true {
            let draft = draft(of: application, drafts.loadStart())
            do {
                let stored = try await drafts.journal.openDraft(draft.id, nil)
                if hasWaited, stored == nil,
                    let copy = try await SettledChange.copy(
                        of: id, among: portal.access.applications(), at: portal.access)
                {
                    return .there(copy)
                }
                return .copied(try await fill(stored ?? draft, drafts.loadStart()))
            } catch let error as PortalError where error.kind == .heldElsewhere && ContinuousClock.now < end {
                if !hasWaited { output.say(RequestCommandWords.copiedElsewhere) }
                hasWaited = true
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func draft(of application: Application, _ stored: StoredState) -> Draft {
        if !another,
            let begun = Draft.begunCopy(of: application.id, among: stored.drafts, isRenewal: isRenewal)
        {
            return begun
        }
        let datasets = application.datasets.map { dataset in
            BasketItem(
                id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                title: dataset.title.text(in: portal.languages), added: Date())
        }
        return Draft(
            copying: application, datasets: datasets, at: Date(),
            number: Draft.nextCopy(of: application.id, in: stored, isRenewal: isRenewal), isRenewal: isRenewal)
    }

    /// What is to be looked at again.
    private func tell(_ renewal: Renewal) {
        output.say(RequestChangeWords.toLookThrough(number: renewal.request.rawValue, same: renewal.same))
        for field in renewal.passed {
            output.say(
                RequestChangeWords.passedDay(title: field.title.text(in: portal.languages), day: field.value.text))
        }
    }

    private func fill(_ draft: Draft, _ stored: StoredState) async throws -> ApplicationID? {
        let desk = RequestDesk(
            portal, stored: stored, applications: try await portal.access.applications(), keepsBasket: true)
        let result: Result<Void, any Error>
        do {
            // Its answers are put into the form when it opens, and are saved with it.
            if try await desk.open(draft) { try await desk.answer([:], licences: []) }
            if let renewal = desk.session?.renewal { tell(renewal) }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        let new = desk.session?.draft.application
        await desk.finish()
        try result.get()
        return new
    }
}
