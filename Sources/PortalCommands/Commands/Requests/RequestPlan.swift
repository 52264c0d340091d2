import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalStorage

/// For which datasets a request is.
struct RequestedDatasets: ParsableArguments, Sendable {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The datasets, by the ids that portal search prints; the basket when left out.", valueName: "id"))
    var dataset: [String] = []

    func validate() throws { try GivenWords.check(ids: dataset, .aDataset) }

    /// The datasets as a request takes them.
    ///
    /// - Throws: what keeps one of them from being requested here.
    func items(at portal: CommandPortal, _ stored: StoredState) async throws -> [BasketItem] {
        if let reason = portal.portal.info.capabilities.refusal(of: .requests) {
            throw CommandFailure(BasketCommandWords.noRequests(reason, ask: await contact(at: portal)))
        }
        var items: [BasketItem] = dataset.isEmpty ? stored.basket : []
        for id in dataset { items.append(try await Self.item(DatasetID(id), at: portal)) }
        guard !items.isEmpty else {
            throw CommandFailure(BasketCommandWords.nameDatasets, .usage)
        }
        if let limit = portal.portal.info.capabilities.datasetsPerRequest, items.count > limit {
            throw CommandFailure(BasketCommandWords.tooMany(limit: limit, count: items.count), .usage)
        }
        return items
    }

    /// Whom to ask instead, as far as the catalogue tells; nil when it does not.
    private func contact(at portal: CommandPortal) async -> BasketCommandWords.Places? {
        guard let id = dataset.first, let detail = try? await portal.discovery.dataset(DatasetID(id)) else {
            return nil
        }
        let people = detail.contacts.map(\.words)
        // What a file's access address is differs: at a FAIR Data Point it is where one asks.
        let isAddressed = people.isEmpty || portal.discoveryDialect == .fdp
        let places = people + [isAddressed ? detail.accessURL : nil].compactMap(\.self)
        return places.isEmpty ? nil : BasketCommandWords.Places(title: detail.summary.title, places: places)
    }

    static func item(_ id: DatasetID, at portal: CommandPortal) async throws -> BasketItem {
        let detail = try await portal.discovery.dataset(id)
        let dataset = detail.summary
        if let place = detail.placeToAsk(helpdesk: portal.portal.info.helpdesk) {
            throw CommandFailure(BasketCommandWords.atProvider(id: id.rawValue, place), .validation)
        }
        guard !dataset.isSeries else {
            throw CommandFailure(BasketCommandWords.seriesIsNoDataset(id: id.rawValue), .validation)
        }
        guard let identifier = dataset.identifier else {
            throw CommandFailure(BasketCommandWords.noIdentifier(id: id.rawValue), .validation)
        }
        return BasketItem(
            id: dataset.id, identifier: identifier, title: dataset.title, publisher: dataset.publishers.first,
            added: Date())
    }
}

/// A desk with the draft that a command works on.
struct RequestPlan {
    let desk: RequestDesk
    let draft: Draft
    /// The draft was begun before, here or on the screen.
    let goesOn: Bool
    /// The draft is on the disk for this command alone, until something is made of it.
    private let isClaimed: Bool

    /// What a command that wants a request finds.
    enum Start {
        case plan(RequestPlan)
        /// It was submitted before, and stands: nothing is to be done.
        case submitted(Application)
    }

    /// - Parameter another: makes a new request even where one for the same datasets was begun or submitted.
    static func begin(
        for items: [BasketItem], at portal: CommandPortal, _ stored: StoredState, another: Bool, _ claim: RequestClaim
    ) async throws -> Start {
        guard !another else { return .plan(try await RequestPlan(anew: items, at: portal, stored, isTrial: false)) }
        switch try await claim.take(claimed(newDraft(for: items))) {
        case .submitted(let application): return .submitted(application)
        case .take(let draft, let goesOn, let applications):
            // What another command has done while it was waited for is read anew.
            let desk = RequestDesk(
                portal, stored: portal.portal.disk.loadStart(), applications: applications, keepsBasket: false)
            return .plan(RequestPlan(desk: desk, draft: draft, goesOn: goesOn, isClaimed: !goesOn))
        }
    }

    /// A request beside whatever there is; as a trial it leaves the basket as it is.
    init(anew items: [BasketItem], at portal: CommandPortal, _ stored: StoredState, isTrial: Bool) async throws {
        let desk = RequestDesk(
            portal, stored: stored, applications: try await portal.access.applications(), keepsBasket: isTrial)
        self.init(desk: desk, draft: Self.newDraft(for: items), goesOn: false, isClaimed: false)
    }

    /// For a request that the service has.
    init(
        for application: Application, at portal: CommandPortal, _ stored: StoredState, _ claim: RequestClaim,
        patience: Duration = RequestClaim.patience
    ) async throws {
        let items = application.datasets.map {
            BasketItem(
                id: DatasetID($0.identifier), identifier: $0.identifier, title: $0.title.text(in: portal.languages),
                added: Date())
        }
        let new = Self.claimed(Self.newDraft(for: items, application.id))
        let taken = try await claim.take(existing: new, patience: patience)
        guard case .take(let draft, let goesOn, let applications) = taken else {
            throw CommandFailure(RequestMakingWords.notOpened)
        }
        let desk = RequestDesk(portal, stored: stored, applications: applications, keepsBasket: true)
        self.init(desk: desk, draft: draft, goesOn: goesOn, isClaimed: !goesOn)
    }

    private init(desk: RequestDesk, draft: Draft, goesOn: Bool, isClaimed: Bool) {
        self.desk = desk
        self.draft = draft
        self.goesOn = goesOn
        self.isClaimed = isClaimed
    }

    private static func newDraft(for items: [BasketItem], _ application: ApplicationID? = nil) -> Draft {
        let now = Date()
        return Draft(
            id: DraftID(UUID().uuidString.lowercased()), application: application, datasets: items, created: now,
            modified: now)
    }

    /// Of the first revision: it is on the disk.
    private static func claimed(_ draft: Draft) -> Draft {
        var draft = draft
        (draft.revision, draft.savedAtService) = (1, 1)
        return draft
    }

    /// Lets what was begun end, whatever came of it. A draft of which nothing was made is not left behind.
    func finish(_ journal: Journal) async {
        await desk.finish()
        guard isClaimed, desk.session?.submission != .done, desk.session?.draft.revision ?? 1 <= draft.revision else {
            return
        }
        try? await journal.discardDraft(draft.id)
    }
}
