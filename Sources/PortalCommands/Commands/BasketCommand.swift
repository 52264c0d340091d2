import ArgumentParser
import PortalModel
import PortalStorage

/// `portal basket`: what was put aside for a request. It is the same basket as on the screen.
struct BasketCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "basket", abstract: "List and change what is put aside for a request.",
        subcommands: [
            BasketListCommand.self, BasketAddCommand.self, BasketRemoveCommand.self, BasketClearCommand.self,
        ],
        defaultSubcommand: BasketListCommand.self)
}

/// A dataset in the basket (docs/schemas/basket.json).
struct BasketRecord: Encodable {
    var id: String
    var identifier: String?
    package var title: String
    var publisher: String?

    init(_ item: BasketItem) {
        id = item.id.rawValue
        identifier = item.identifier
        title = item.title
        publisher = item.publisher
    }
}

extension CommandPortal {
    /// The basket, from which `change` makes the new one. The screen's other copies see it at their next start.
    fileprivate func changeBasket(_ change: (inout [BasketItem]) throws -> Void, json: Bool) async throws {
        let disk = try portal.drafts.required()
        let before = disk.loadStart().basket
        var items = before
        try change(&items)
        if items != before { try await disk.journal.saveBasket(items) }
        try CommandOutput(json: json).emit(
            items.map { BasketRecord($0) }, as: [.id, .identifier, .title], none: BasketCommandWords.isEmpty,
            row: { [$0.id, $0.identifier ?? "", $0.title] })
    }
}

/// `portal basket list`.
struct BasketListCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(commandName: "list", abstract: "List the basket.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object a dataset (docs/schemas/basket.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in try await portal.changeBasket({ _ in }, json: json) }
    }
}

/// `portal basket add`.
struct BasketAddCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put datasets into the basket.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The datasets, by the ids that portal search prints; of a series all that can be asked for.")
    var ids: [String]

    @Flag(help: "One JSON object a dataset (docs/schemas/basket.json).")
    var json = false

    func validate() throws { try GivenWords.check(ids: ids, .aDataset) }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            _ = try portal.portal.drafts.required()
            var added: [BasketItem] = []
            for id in ids {
                // Of a series, the datasets that can be asked for: one by one, as access is given.
                let summary = try await portal.discovery.dataset(DatasetID(id)).summary
                guard summary.isSeries else {
                    added.append(try await RequestedDatasets.item(DatasetID(id), at: portal))
                    continue
                }
                let (items, refused) = try await SeriesMembers(portal).items(of: summary)
                let output = CommandOutput(json: json)
                output.say(BasketCommandWords.series(id: id, count: items.count))
                for words in refused { output.say(words) }
                added += items
            }
            try await portal.changeBasket(
                { [added] items in
                    for item in added where !items.contains(where: { $0.id == item.id }) { items.append(item) }
                }, json: json)
        }
    }
}

/// `portal basket remove`.
struct BasketRemoveCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take datasets out of the basket.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The datasets, by their ids.", completion: LocalNames.basket)
    var ids: [String]

    func validate() throws { try GivenWords.check(ids: ids, .aDataset) }

    @Flag(help: "One JSON object a dataset (docs/schemas/basket.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try await portal.changeBasket(
                { items in
                    if let missing = ids.first(where: { id in !items.contains { $0.id.rawValue == id } }) {
                        throw CommandFailure(BasketCommandWords.notInBasket(id: missing), .notFound)
                    }
                    items.removeAll { ids.contains($0.id.rawValue) }
                }, json: json)
        }
    }
}

/// `portal basket clear`.
struct BasketClearCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(commandName: "clear", abstract: "Empty the basket.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object a dataset: none (docs/schemas/basket.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in try await portal.changeBasket({ $0 = [] }, json: json) }
    }
}
