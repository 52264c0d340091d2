import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal requests`: one's own requests.
struct RequestsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "List your requests, the newest first.",
        discussion: """
            With --watch one line a change, until it is stopped: it goes on when the portal is away, when the machine \
            has slept and when tokens are renewed, and ends where nobody is signed in any more. Where the profile has \
            notifications the portal tells at once, and is asked seldom. It ends when nobody reads its output any more.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags
    @OptionGroup(title: "Which requests") var flags: RequestFlags

    @Flag(help: "Go on and print what changes, a line each (docs/schemas/requests-watch.json).")
    var watch = false

    @Option(help: ArgumentHelp("With --watch: seconds between two questions, 30 at least.", valueName: "seconds"))
    var interval: Int?

    @Flag(help: "With --since or --watch: status 8 where something has changed; --watch ends with it then.")
    var exitCode = false

    @Flag(help: "Count those that are listed as seen: the screen and portal news tell them as new no more.")
    var seen = false

    @Flag(help: "One JSON object a request (docs/schemas/requests.json).")
    var json = false

    func validate() throws {
        if watch, reading.cached { throw ValidationError(WatchWords.watchAlone) }
        if let interval {
            guard watch else { throw ValidationError(WatchWords.intervalOfWatch) }
            let shortest = Int(WatchPace.shortest)
            guard interval >= shortest else { throw ValidationError(WatchWords.shortInterval(seconds: shortest)) }
        }
        if seen, watch || reading.cached { throw ValidationError(RequestChangeWords.seenOfAnswer) }
        guard !exitCode || watch || flags.since != nil else { throw ValidationError(WatchWords.exitCodeOf) }
        if exitCode, reading.cached { throw ValidationError(RequestChangeWords.exitCodeOfAnswer) }
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        let hasNews = try await watch ? watched() : listed()
        if exitCode, hasNews { throw CommandFailure(told: .changed) }
    }

    private func watched() async throws -> Bool {
        guard OutputReader.isThere else {
            throw CommandFailure(CommonCommandWords.notWritten(words: String(cString: strerror(EBADF))))
        }
        return try await CommandPortal.with(portal) { portal in
            try portal.require(.requests)
            let watcher = RequestWatcher(
                portal: portal, typed: self.portal.typed, flags: flags, output: CommandOutput(json: json),
                pace: WatchPace(interval: Double(interval ?? Self.usualInterval)), endsWithNews: exitCode,
                hook: portal.hook, ringing: Ringing(settings: portal.settings.configuration.profiles.screen.notify),
                now: { Date() })
            return try await watcher.run()
        }
    }

    private static let usualInterval = 60

    /// - Returns: whether there is one.
    private func listed() async throws -> Bool {
        // What decides something is the portal's own word.
        let way = seen || exitCode ? Reading.Way.portal : reading.way
        return try await CommandPortal.with(portal, way) { portal in
            try portal.require(.requests)
            let now = Date()
            let known = try await portal.shownAccess.applications()
            let all = known.filter {
                flags.takes($0, now: now)
            }.sorted {
                ($0.stateChanged ?? $0.created ?? .distantPast) > ($1.stateChanged ?? $1.created ?? .distantPast)
            }
            let output = CommandOutput(json: json, portal.reading, linear: linear)
            try output.emit(
                all.map { RequestRecord($0, languages: portal.languages) }, as: [.id, .state, .changed, .datasets],
                none: known.isEmpty ? RequestCommandWords.noRequests : .noneFits(of: known.count),
                row: { request in
                    let titles = request.datasets.map { $0.title.isEmpty ? $0.identifier : $0.title }
                    let day = CommandOutput.day(request.stateChanged ?? request.created)
                    let state = [Phrasing.person.text(request.shownState), request.processingState]
                    return [
                        request.id, state.compactMap(\.self).joined(separator: " · "), day,
                        titles.joined(separator: ", "),
                    ]
                })
            let disk = portal.portal.disk
            let stored = disk.loadStart()
            for note in portal.portal.drafts.untold() { output.note(note) }
            let unsent = stored.drafts.filter {
                $0.application == nil && $0.phase != .submitted
            }
            if seen { try await markSeen(all, on: disk, output) }
            if !unsent.isEmpty { output.say(RequestCommandWords.draftsHere(count: unsent.count)) }
            return !all.isEmpty
        }
    }

    /// As `m` on the screen does, of those that were listed.
    private func markSeen(_ listed: [ApplicationSummary], on disk: PortalStore, _ output: CommandOutput) async throws {
        let before = disk.loadStart().seen
        let new = listed.filter { $0.state != .draft && before[$0.id] != $0.state }
        if !new.isEmpty {
            var states = before
            for application in new { states[application.id] = application.state }
            try await disk.journal.saveSeen(states)
        }
        output.say(RequestChangeWords.seen(count: new.count))
    }
}
