import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal requests`: one's own requests.
struct RequestsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "List your requests, the newest first.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: ReadingFlags

    @Flag(help: "One JSON object a request (docs/schemas/requests.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal, isCached: reading.cached) { portal in
            try portal.require(.requests)
            let all = try await portal.shownAccess.applications().sorted {
                ($0.stateChanged ?? $0.created ?? .distantPast) > ($1.stateChanged ?? $1.created ?? .distantPast)
            }
            let output = CommandOutput(json: json, portal.reading)
            try output.emit(
                all.map { RequestRecord($0, languages: portal.languages) }, as: [.id, .state, .changed, .datasets],
                none: RequestCommandWords.noRequests,
                row: { request in
                    let titles = request.datasets.map { $0.title.isEmpty ? $0.identifier : $0.title }
                    let day = CommandOutput.day(request.stateChanged ?? request.created)
                    return [request.id, Phrasing.person.text(request.shownState), day, titles.joined(separator: ", ")]
                })
            let disk = portal.portal.disk
            for note in disk.notes { output.note(note) }
            let unsent = disk.loadStart().drafts.filter {
                $0.application == nil && $0.phase != .submitted
            }
            if !unsent.isEmpty { output.say(RequestCommandWords.draftsHere(count: unsent.count)) }
        }
    }
}
