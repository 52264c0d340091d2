import ArgumentParser
import Foundation
import PortalModel

/// Which of one's requests are listed.
struct RequestFlags: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "Only those in this state: draft, submitted, returned, approved, rejected, revoked, closed, or a word of the "
                + "portal's own. May be given several times.", valueName: "state"))
    var state: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only those whose number, title, state, datasets or people hold all of these words.", valueName: "words"))
    var query: String?

    @Option(
        help: ArgumentHelp(
            "Only those that something happened to since: 2d, 12h, 30m, 3w ago, 2026-11-03, or a moment by ISO 8601",
            valueName: "time"))
    var since: SinceTime?

    func takes(_ request: ApplicationSummary, now: Date) -> Bool {
        if !state.isEmpty {
            let isWanted = state.contains { ApplicationState(serviceValue: $0) == request.state }
            guard isWanted || state.contains(where: { $0.lowercased() == request.state.word.lowercased() }) else {
                return false
            }
        }
        if let since {
            guard let changed = request.stateChanged ?? request.created, changed >= since.date(now: now) else {
                return false
            }
        }
        guard let query else { return true }
        let text = request.searchText
        return query.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}
