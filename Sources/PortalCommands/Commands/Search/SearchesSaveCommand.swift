import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal searches save`.
struct SearchesSaveCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Save a search under a name; what it finds now counts as seen.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "What it is to be called.")
    var name: String

    @Argument(help: ArgumentHelp("Words, or a line with conditions (docs/SEARCHING.md).", valueName: "line"))
    var line: [String] = []

    @Flag(help: "Put it in the place of the search that has the name.")
    var replace = false

    @Flag(help: "One JSON object: the search (docs/schemas/searches.json).")
    var json = false

    func perform() async throws {
        let searched = try SearchedLine(line)
        let place = try SearchesPlace(portal)
        guard SavedSearch.canBeCalled(name) else {
            throw CommandFailure(SavedSearchReason.noName(longest: SavedSearch.longestName), .usage)
        }
        let before = try place.folder.list().searches.first { $0.name == name }
        guard before == nil || replace else { throw CommandFailure(SavedSearchWords.isNamed(name: name)) }
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            let shelf = try SavedSearchShelf(portal.portal)
            do {
                let (search, notes) = try await shelf.save(name, searched.line, replacing: before)
                for note in notes { output.say(SearchLineWords.note(note)) }
                try place.tell(
                    search, output,
                    before == nil
                        ? .saved(name: name, datasets: search.total) : .replaced(name: name, datasets: search.total))
            } catch let error as PortalError {
                // What is wrong with a line that was just typed is shown in it.
                guard case .savedSearch(.line(let problem)) = error.reason else { throw error }
                throw CommandFailure(problem, in: searched.text, isSignedIn: portal.portal.info.user != nil)
            }
        }
    }
}

/// `portal searches seen`.
struct SearchesSeenCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "seen", abstract: "Mark as seen what was told as new, and ask nobody.",
        discussion: "What came since the portal was last asked stays new.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Argument(help: "The searches, by their names; all of them unless named.")
    var names: [String] = []

    @Flag(help: "One JSON object a search (docs/schemas/searches.json).")
    var json = false

    func perform() async throws {
        let place = try SearchesPlace(portal)
        let output = CommandOutput(json: json)
        let searches = try place.searches(named: names, output)
        guard !searches.isEmpty else { return output.say(SavedSearchWords.none) }
        for search in searches {
            guard let (marked, told) = try place.folder.markSeen(search.id) else {
                throw CommandFailure(SavedSearchReason.notThere(name: search.name), .notFound)
            }
            try place.tell(marked, output, .marked(name: marked.name, told))
        }
    }
}
