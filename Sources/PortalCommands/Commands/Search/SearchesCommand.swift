import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal searches`: searches that are kept under a name, with what is new of them.
struct SearchesCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "searches", abstract: "Save searches, and tell what is new of them.",
        discussion: """
            A saved search is a line (docs/SEARCHING.md) under a name. It remembers which datasets you have seen of it and \
            when each was changed: portal searches run --new prints what is new or changed since, and counts it as seen. \
            Where nothing is, it prints nothing and ends with status 7; so what cron sends by mail is news.
            """,
        subcommands: [
            SearchesListCommand.self, SearchesSaveCommand.self, SearchesRunCommand.self, SearchesSeenCommand.self,
            SearchesRenameCommand.self, SearchesDeleteCommand.self,
        ],
        defaultSubcommand: SearchesListCommand.self)
}

/// A saved search (docs/schemas/searches.json).
struct SavedSearchRecord: EncodesInKeyOrder {
    var changed: Int
    /// When the portal last answered it.
    var checked: Date
    var datasets: Int
    var gone: Int
    var line: String
    package var name: String
    var new: Int
    var saved: Date
    /// When what it finds was last marked as seen.
    var seen: Date

    init(_ search: SavedSearch) {
        name = search.name
        line = search.line
        saved = search.savedAt
        seen = search.seenAt
        checked = search.checkedAt
        datasets = search.total
        new = search.news.new
        changed = search.news.changed
        gone = search.news.gone
    }
}

/// The saved searches of a profile, which are there without the portal.
struct SearchesPlace {
    let folder: SavedSearchesFolder

    init(_ flags: PortalFlags) throws {
        guard !flags.ephemeral else { throw CommandFailure(SavedSearchReason.ephemeral, .usage) }
        let configuration = try Configuration(flags)
        configuration.tellLeftOut()
        guard let profile = configuration.profile else { throw CommandFailure(CommonCommandWords.noPortal, .usage) }
        folder = try SavedSearchesFolder(
            profile: profile.name, in: .standard(environment: configuration.environment.variables))
    }

    /// All of them; what is none is told.
    func all(_ output: CommandOutput) throws -> [SavedSearch] {
        let listing = try folder.list()
        if !listing.unreadable.isEmpty { output.note(SavedSearchWords.leftAlone(paths: listing.unreadable)) }
        return listing.searches
    }

    /// - Throws: when none has the name, with those that may be meant.
    func search(named name: String) throws -> SavedSearch {
        let known = try folder.list().searches
        guard let search = known.first(where: { $0.name == name }) else {
            let suggestions = Misspelling.suggestions(for: name, among: known.map(\.name))
            throw CommandFailure(SavedSearchWords.notNamed(name: name, suggestions: suggestions), .notFound)
        }
        return search
    }

    /// Those that are named, else all.
    func searches(named names: [String], _ output: CommandOutput) throws -> [SavedSearch] {
        try names.isEmpty ? all(output) : names.map { try search(named: $0) }
    }

    func tell(_ search: SavedSearch, _ output: CommandOutput, _ words: SavedSearchWords) throws {
        try output.report(SavedSearchRecord(search), words)
    }
}

/// `portal searches list`.
struct SearchesListCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the saved searches, with what was new when the portal was last asked.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object a search (docs/schemas/searches.json).")
    var json = false

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        let output = CommandOutput(json: json, linear: linear)
        try output.emit(
            try SearchesPlace(portal).all(output).map { SavedSearchRecord($0) },
            as: [.name, .datasets, .news, .seen, .line], none: SavedSearchWords.none,
            row: { search in
                let news = SavedSearchWords.count(NewsCount(new: search.new, changed: search.changed))
                return [
                    search.name, String(search.datasets), Phrasing.person.text(news), CommandOutput.day(search.seen),
                    search.line,
                ]
            })
    }
}

/// `portal searches rename`.
struct SearchesRenameCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give a saved search another name.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The search, by its name.")
    var name: String

    @Argument(help: "Its new name.")
    var newName: String

    @Flag(help: "One JSON object: the search (docs/schemas/searches.json).")
    var json = false

    func perform() async throws {
        let place = try SearchesPlace(portal)
        let renamed = try place.folder.update(place.search(named: name).id) { search, _, _ in search.name = newName }
        guard let renamed else { throw CommandFailure(SavedSearchReason.notThere(name: name), .notFound) }
        try place.tell(renamed, CommandOutput(json: json), .renamed(name: name, to: newName))
    }
}

/// `portal searches delete`.
struct SearchesDeleteCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Forget a saved search, and what was seen of it.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The search, by its name.")
    var name: String

    @Flag(help: "One JSON object: what the search was (docs/schemas/searches.json).")
    var json = false

    func perform() async throws {
        let place = try SearchesPlace(portal)
        let search = try place.search(named: name)
        guard try place.folder.remove(search.id) != nil else {
            throw CommandFailure(SavedSearchReason.notThere(name: name), .notFound)
        }
        try place.tell(search, CommandOutput(json: json), .deleted(name: name))
    }
}
