import Foundation
import PortalModel
import PortalStorage

/// A request's answers in a new one, for a portal that does not copy requests by itself: as `c` on the screen does it.
struct RequestCopyHere {
    private let portal: CommandPortal

    init(_ portal: CommandPortal) { self.portal = portal }

    func copy(_ id: ApplicationID, _ output: CommandOutput) async throws {
        let application = try await portal.access.application(id)
        let datasets = application.datasets.map { dataset in
            BasketItem(
                id: DatasetID(dataset.identifier), identifier: dataset.identifier,
                title: dataset.title.text(in: portal.languages), added: Date())
        }
        let desk = RequestDesk(
            portal, stored: try portal.portal.drafts.required().loadStart(),
            applications: try await portal.access.applications(),
            keepsBasket: true)
        let result: Result<Void, any Error>
        do {
            // Its answers are put into the form when it opens, and are saved with it.
            _ = try await desk.open(Draft(copying: application, datasets: datasets, at: Date()))
            try await desk.answer([:], licences: [])
            result = .success(())
        } catch {
            result = .failure(error)
        }
        let new = desk.wizard?.draft.application
        await desk.finish()
        try result.get()
        output.say(
            "The copy is made here, since the portal does not copy requests. Its licences have to be accepted anew, "
                + "and its files attached again.")
        guard output.isJSON else {
            if let new { try output.show(new.rawValue) }
            return
        }
        try output.emit(RequestChangeRecord(id: new?.rawValue, outcome: "copied", state: "draft"))
    }
}
