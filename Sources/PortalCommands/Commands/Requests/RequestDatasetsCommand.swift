import ArgumentParser
import Foundation
import PortalModel
import PortalStorage

/// `portal request datasets`.
struct RequestDatasetsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "datasets", abstract: "Ask for other datasets in a draft or a returned request.",
        discussion: """
            Without --add, --remove or --basket it lists what the request asks for. A request that asks for just these \
            datasets already is left as it is, and what it does not ask for counts as removed: the command can be run \
            again after anything.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Ask for these too, by the ids that portal search prints.", valueName: "id"))
    var add: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Ask for these no more, by the identifiers that this command lists, or by their ids.", valueName: "id"))
    var remove: [String] = []

    @Flag(help: "Ask for what is in the basket too. What was taken over leaves the basket.")
    var basket = false

    @Option(help: ArgumentHelp("A comment for who handles the request.", valueName: "words"))
    var comment: String?

    @Flag(
        help: """
            One JSON object (docs/schemas/request-change.json); of the list one a dataset (request-datasets.json).
            """)
    var json = false

    func validate() throws { try GivenWords.check(ids: add + remove, .aDataset) }

    private var isList: Bool { add.isEmpty && remove.isEmpty && !basket }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            let application = try await portal.access.application(reference.application)
            guard !isList else { return try list(application, output, portal.languages) }
            try portal.require(.changeDatasets)
            try Self.check(application)
            let items = basket ? portal.portal.disk.loadStart().basket : []
            var titles: [String: String] = [:]
            for dataset in application.datasets {
                titles[dataset.identifier] = dataset.title.text(in: portal.languages)
            }
            let chosen = try await chosen(from: application, items, &titles, at: portal, output)
            let isSame = Set(chosen) == Set(application.datasets.map(\.identifier))
            if !isSame {
                do { try await change(application.id, to: chosen, portal.access) } catch let error as PortalError {
                    throw error.naming(titles: chosen.map { titles[$0].flatMap { $0.isEmpty ? nil : $0 } ?? $0 })
                }
            }
            if basket { try await empty(items, portal.portal.disk) }
            try output.report(
                RequestChangeRecord(id: reference.id, outcome: "datasets", state: application.state.word),
                isSame ? RequestChangeWords.datasetsStay : .datasetsChanged(count: chosen.count))
        }
    }

    private func list(_ application: Application, _ output: CommandOutput, _ languages: [String]) throws {
        try output.emit(
            application.datasets.map { RequestedDatasetRecord($0, languages: languages) }, as: [.identifier, .title],
            none: RequestChangeWords.noDatasets, row: { [$0.identifier, $0.title] })
    }

    private static func check(_ application: Application) throws(CommandFailure) {
        guard application.state.isEditable else {
            throw CommandFailure(RequestChangeWords.datasetsFixed(application.state))
        }
        guard application.permits(.changeDatasets) != false else {
            throw CommandFailure(RequestChangeWords.mayNotChangeDatasets, .authentication)
        }
    }

    /// What is asked for from now on, as access management names it: those that stay in their order, then the new ones.
    ///
    /// - Parameter titles: gets what the new ones are called.
    private func chosen(
        from application: Application, _ items: [BasketItem], _ titles: inout [String: String],
        at portal: CommandPortal, _ output: CommandOutput
    ) async throws -> [String] {
        let before = application.datasets.map(\.identifier)
        var chosen = before
        for id in remove {
            let named = try await before.contains(id) ? id : Self.identifier(of: id, at: portal)
            guard let identifier = named else {
                throw CommandFailure(RequestChangeWords.notAskedFor(id, known: before), .notFound)
            }
            // A run before this one may have taken it out, and its answer was lost.
            if !before.contains(identifier) { output.say(RequestChangeWords.takenOutAlready(id)) }
            chosen.removeAll { $0 == identifier }
        }
        for id in add where !chosen.contains(id) {
            let item = try await RequestedDatasets.item(DatasetID(id), at: portal)
            guard let identifier = item.identifier, !chosen.contains(identifier) else { continue }
            titles[identifier] = item.title
            chosen.append(identifier)
        }
        for item in items {
            guard let identifier = item.identifier, !chosen.contains(identifier) else { continue }
            titles[identifier] = item.title
            chosen.append(identifier)
        }
        guard !chosen.isEmpty else { throw CommandFailure(RequestChangeWords.oneDatasetAtLeast, .usage) }
        if let limit = portal.portal.info.capabilities.datasetsPerRequest, chosen.count > limit {
            throw CommandFailure(BasketCommandWords.tooMany(limit: limit, count: chosen.count), .usage)
        }
        return chosen
    }

    /// What access management calls a dataset that the catalogue knows by its id or by that name; nil for one that it
    /// does not know.
    private static func identifier(of id: String, at portal: CommandPortal) async throws -> String? {
        let item = BasketItem(id: DatasetID(id), identifier: id, title: id, added: Date())
        return try await portal.discovery.detail(of: UseSubject(item))?.summary.identifier
    }

    private func change(_ id: ApplicationID, to chosen: [String], _ access: AccessService) async throws {
        try await SettledChange.make {
            try await access.changeDatasets(id, chosen, comment)
        } isDone: {
            Set(try await access.application(id).datasets.map(\.identifier)) == Set(chosen)
        }
    }

    /// What came in meanwhile stays.
    private func empty(_ taken: [BasketItem], _ disk: PortalStore) async throws {
        let used = Set(taken.filter { $0.identifier != nil }.map(\.id))
        guard !used.isEmpty else { return }
        let now = disk.loadStart().basket
        try await disk.journal.saveBasket(now.filter { !used.contains($0.id) })
    }
}
