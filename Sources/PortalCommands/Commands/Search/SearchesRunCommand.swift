import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal searches run`.
struct SearchesRunCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run saved searches, all of them unless named, and mark what they find as seen.",
        discussion: """
            Nothing is marked as seen unless the portal gave all of a search, and all of it was printed. A search that \
            cannot be run does not keep the others from it; the status then tells why.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The searches, by their names.")
    var names: [String] = []

    @Flag(help: "Only what is new or changed since it was last seen; nothing, and status 7, where nothing is.")
    var new = false

    @Flag(help: "Do not mark anything as seen.")
    var peek = false

    @Flag(help: "With --new: say nothing of waiting and of the way, only what is new and what failed.")
    var quiet = false

    @OptionGroup var offline: OfflineFlags

    @Flag(help: "One JSON object a dataset (docs/schemas/searches-run.json).")
    var json = false

    func validate() throws {
        guard !quiet || new else { throw ValidationError(SavedSearchWords.quietIsOfNew) }
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        let place = try SearchesPlace(portal)
        let output = CommandOutput(json: json, linear: linear)
        let searches = try place.searches(named: names, output)
        guard !searches.isEmpty else {
            if !quiet { output.say(SavedSearchWords.none) }
            if new { throw CommandFailure(told: .nothingNew) }
            return
        }
        let hasNews = try await CommandPortal.with(portal, isQuiet: quiet) { portal in
            let shelf = try shelf(of: portal)
            var hasNews = false
            var failure: CommandFailure?
            for search in searches {
                do {
                    let checked = try await shelf.check(search)
                    if try await take(checked, shelf, output) { hasNews = true }
                } catch let error as PortalError {
                    failure = failure ?? CommandFailure(told: ExitStatus(error.kind))
                    output.note(SavedSearchWords.failed(name: search.name, CommandFailure(error)))
                    // What nobody answers now is not asked for once for each search.
                    if ExitStatus(error.kind) == .network, error.isOfPortal { break }
                }
            }
            if let failure { throw failure }
            return hasNews
        }
        if new, !hasNews { throw CommandFailure(told: .nothingNew) }
    }

    private func shelf(of portal: CommandPortal) throws -> SavedSearchShelf {
        offline.isAsked
            ? try SavedSearchShelf(portal, offline: offline.mirror) : try SavedSearchShelf(portal.portal)
    }

    /// Tells what was found, and marks it.
    ///
    /// - Returns: whether something is new or changed.
    private func take(
        _ checked: SavedSearchShelf.Checked, _ shelf: SavedSearchShelf, _ output: CommandOutput
    ) async throws -> Bool {
        let isNews = Dictionary(checked.news.items.map { ($0.id, $0.isNew) }) { first, _ in first }
        let records = checked.found.datasets.compactMap { dataset -> NewsRecord? in
            let kind = isNews[dataset.id].map { $0 ? NewsRecord.News.new : .changed }
            return new && kind == nil ? nil : NewsRecord(search: checked.search.name, news: kind, dataset)
        }
        let hasNews = !checked.news.count.isEmpty
        var isRead = true
        // Mail of a timer that has nothing to tell is not sent.
        if !new || hasNews {
            for note in checked.notes { output.say(SearchLineWords.note(note)) }
            output.say(
                SavedSearchWords.news(
                    checked.search, checked.news.count, total: checked.found.datasets.count, now: checked.found.at))
            isRead = try output.emit(
                records, as: [.news, .id, .modified, .title], none: SearchCommandWords.nothingFound,
                row: { [$0.words, $0.dataset.id, CommandOutput.day($0.dataset.modified), $0.dataset.title] })
            if checked.found.unreadable > 0 {
                output.say(SavedSearchWords.unreadable(count: checked.found.unreadable))
            }
        }
        // Not before it is told: what a full disk did not take, or nobody read, was not seen.
        _ = try await shelf.keep(checked, isSeen: !peek && isRead)
        return hasNews
    }
}

extension PortalError {
    /// It is the portal that does not answer, and not this search alone.
    fileprivate var isOfPortal: Bool { if case .savedSearch = reason { false } else { true } }
}

/// A dataset that a saved search found (docs/schemas/searches-run.json).
struct NewsRecord: Encodable {
    enum News: String, Encodable { case new, changed }

    var search: String
    var news: News?
    var dataset: DatasetRecord

    init(search: String, news: News?, _ dataset: DatasetSummary) {
        self.search = search
        self.news = news
        self.dataset = DatasetRecord(dataset)
    }

    /// For the table.
    var words: String {
        switch news {
        case .new: Phrasing.person.text(SavedSearchWords.new)
        case .changed: Phrasing.person.text(SavedSearchWords.changed)
        case nil: ""
        }
    }

    private enum Key: String, CodingKey { case search, news }

    func encode(to encoder: any Encoder) throws {
        try dataset.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(search, forKey: .search)
        try container.encodeIfPresent(news, forKey: .news)
    }
}
