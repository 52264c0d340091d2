import ArgumentParser
import Foundation
import PortalModel
import PortalStorage

/// For which datasets a request is.
struct RequestedDatasets: ParsableArguments, Sendable {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The datasets, by the ids that portal search prints; the basket when left out.", valueName: "id"))
    var dataset: [String] = []

    /// The datasets as a request takes them.
    ///
    /// - Throws: what keeps one of them from being requested here.
    func items(at portal: CommandPortal, _ stored: StoredState) async throws -> [BasketItem] {
        if case .unavailable(let reason) = portal.portal.info.capabilities.availability(of: .requests) {
            throw CommandFailure(reason + (await contact(at: portal)))
        }
        var items: [BasketItem] = dataset.isEmpty ? stored.basket : []
        for id in dataset { items.append(try await Self.item(DatasetID(id), at: portal)) }
        guard !items.isEmpty else {
            throw CommandFailure("The basket is empty: name the datasets with --dataset ID.", .usage)
        }
        if let limit = portal.portal.info.capabilities.datasetsPerRequest, items.count > limit {
            let count = limit == 1 ? "one dataset" : "\(limit) datasets"
            throw CommandFailure("This portal takes \(count) in a request, not \(items.count).", .usage)
        }
        return items
    }

    /// Whom to ask instead, as far as the catalogue tells; empty when it does not.
    private func contact(at portal: CommandPortal) async -> String {
        guard let id = dataset.first, let detail = try? await portal.discovery.dataset(DatasetID(id)) else { return "" }
        let people = detail.contacts.map(\.words)
        let places = people.isEmpty ? [detail.accessURL].compactMap(\.self) : people
        return places.isEmpty ? "" : " Ask for “\(detail.summary.title)” here: \(places.joined(separator: "; "))"
    }

    static func item(_ id: DatasetID, at portal: CommandPortal) async throws -> BasketItem {
        let detail = try await portal.discovery.dataset(id)
        let dataset = detail.summary
        guard !dataset.isExternallyGoverned else {
            let place = detail.accessURL.map { ": \($0)" } ?? "."
            throw CommandFailure("Access to \(id.rawValue) is asked for at its provider\(place)", .validation)
        }
        guard let identifier = dataset.identifier else {
            throw CommandFailure("\(id.rawValue) has no identifier: it cannot be requested here.", .validation)
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

    /// - Parameter another: makes a new request even where one for the same datasets was begun.
    init(for items: [BasketItem], at portal: CommandPortal, _ stored: StoredState, another: Bool, isTrial: Bool)
        async throws
    {
        let identifiers = Set(items.compactMap(\.identifier))
        let begun = stored.drafts.filter { Set($0.identifiers) == identifiers && $0.phase != .submitted }
        let own = another || isTrial ? nil : begun.first { stored.heldElsewhere[$0.id] == nil }
        if own == nil, !another, !isTrial, let held = begun.first, let holder = stored.heldElsewhere[held.id] {
            throw CommandFailure(
                "A draft for these datasets is open in another program (\(holder)). Close it there, or make a new "
                    + "request with --another.")
        }
        goesOn = own != nil
        draft =
            own
            ?? Draft(id: DraftID(UUID().uuidString.lowercased()), datasets: items, created: Date(), modified: Date())
        desk = RequestDesk(
            portal, stored: stored, applications: try await portal.access.applications(), keepsBasket: isTrial)
    }

    /// For a request that the service has.
    init(for application: Application, at portal: CommandPortal, _ stored: StoredState) async throws {
        let begun = stored.drafts.first { $0.application == application.id && $0.phase != .submitted }
        if let begun, let holder = stored.heldElsewhere[begun.id] {
            throw CommandFailure("The draft is open in another program (\(holder)). Close it there first.")
        }
        goesOn = begun != nil
        draft =
            begun
            ?? Draft(
                id: DraftID(UUID().uuidString.lowercased()), application: application.id,
                datasets: application.datasets.map {
                    BasketItem(
                        id: DatasetID($0.identifier), identifier: $0.identifier,
                        title: $0.title.text(in: portal.languages), added: Date())
                }, created: Date(), modified: Date())
        desk = RequestDesk(
            portal, stored: stored, applications: try await portal.access.applications(), keepsBasket: true)
    }
}
