import ArgumentParser
import Foundation
import PortalModel
import PortalStorage
import PortalViews

/// `portal news`: what is new since the person was last here, and what waits for them.
struct NewsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "news",
        abstract: "Tell what is new: saved searches, your requests, access that ends soon, drafts.",
        discussion: """
            Each line is a sentence. Where nothing is new or waits, it ends with status 7; with --quiet it says nothing \
            then. What cannot be asked is told, and the rest is there all the same.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "Count what is told of searches and requests as seen: it is not told again.")
    var seen = false

    @Flag(help: "Say nothing of waiting and of the way, nor that nothing is new.")
    var quiet = false

    @Flag(help: "One JSON object a line (docs/schemas/news.json).")
    var json = false

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        let failure = try await CommandPortal.with(portal, isQuiet: quiet) { portal in
            let output = CommandOutput(json: json, linear: linear)
            var desk = NewsDesk(portal, output)
            let lines = try await desk.lines()
            let now = Date()
            let records = lines.map { NewsLineRecord($0, now: now, languages: portal.languages) }
            var isRead = true
            for (line, record) in zip(lines, records) where isRead {
                if json {
                    isRead = try output.emit(record)
                } else {
                    try output.show(NewsWords.line(line, now: now))
                }
            }
            if lines.isEmpty, !quiet, desk.failure == nil { output.say(NewsWords.nothing) }
            if seen, isRead { try await desk.markSeen(lines) }
            return desk.failure ?? (lines.isEmpty ? .nothingNew : nil)
        }
        if let failure { throw CommandFailure(told: failure) }
    }
}

/// Gathers the news. Of several services that are asked, one that does not answer takes nothing from the others.
struct NewsDesk: Sendable {
    private let portal: CommandPortal
    private let output: CommandOutput
    /// How the command ends, where something could not be asked.
    private(set) var failure: ExitStatus?
    private var applications: [ApplicationSummary]?
    private var known: [ApplicationID: ApplicationState] = [:]

    init(_ portal: CommandPortal, _ output: CommandOutput) {
        self.portal = portal
        self.output = output
    }

    mutating func lines() async throws -> [NewsLine] {
        let searches = await searches()
        let stored = portal.portal.disk.loadStart()
        for note in portal.portal.drafts.untold() { output.note(note) }
        known = stored.seen
        // Nobody is asked for what belongs to somebody, where nobody is signed in.
        let isSignedIn = portal.portal.info.user != nil
        if isSignedIn, portal.portal.info.capabilities.refusal(of: .requests) == nil {
            let access = portal.access
            applications = await ask { () throws(PortalError) in try await access.applications() }
        }
        var entitlements: [Entitlement] = []
        if isSignedIn, portal.portal.info.capabilities.refusal(of: .entitlements) == nil {
            let access = portal.access
            entitlements = await ask { () throws(PortalError) in try await access.entitlements() } ?? []
        }
        return [NewsLine](
            searches: searches, applications: applications ?? [], seen: known, entitlements: entitlements,
            drafts: stored.drafts, now: Date(), languages: portal.languages)
    }

    /// As they are after the portal was asked; where it does not answer, as they were.
    private mutating func searches() async -> [SavedSearch] {
        guard let shelf = try? SavedSearchShelf(portal.portal) else { return [] }
        guard let listed = await ask({ () throws(PortalError) in try shelf.folder.list() })?.searches else { return [] }
        var searches: [SavedSearch] = []
        var isAnswering = true
        for search in listed {
            guard isAnswering else {
                searches.append(search)
                continue
            }
            do throws(PortalError) {
                searches.append(try await shelf.keep(try await shelf.check(search), isSeen: false) ?? search)
            } catch {
                searches.append(search)
                take(error, of: search.name)
                // What nobody answers now is not asked for once for each search.
                if case .savedSearch = error.reason { continue }
                isAnswering = false
            }
        }
        return searches
    }

    /// Counts what was told as seen.
    func markSeen(_ lines: [NewsLine]) async throws {
        for case .search(let search) in lines {
            _ = try SavedSearchShelf(portal.portal).folder.markSeen(search.id)
        }
        guard let applications else { return }
        var seen = known
        for application in applications { seen[application.id] = application.state }
        if seen != known { try await portal.portal.disk.journal.saveSeen(seen) }
    }

    private mutating func ask<Value>(_ call: () async throws(PortalError) -> Value) async -> Value? {
        do throws(PortalError) { return try await call() } catch {
            take(error, of: nil)
            return nil
        }
    }

    private mutating func take(_ error: PortalError, of search: String?) {
        let words = CommandFailure(error)
        failure = failure ?? words.status
        if let search {
            output.note(SavedSearchWords.failed(name: search, words))
        } else {
            output.note(words)
        }
    }
}

/// A piece of news (docs/schemas/news.json).
struct NewsLineRecord: Encodable {
    enum Kind: String, Encodable { case search, request, access, draft }

    var kind: Kind
    /// Of a search its name, of a request its number, of access the dataset's identifier.
    var id: String?
    var title: String?
    var new: Int?
    var changed: Int?
    /// Of a search when it was last seen; of a draft when it was last changed.
    var since: Date?
    var state: String?
    var before: String?
    var until: String?
    var daysLeft: Int?
    var datasets: Int?

    init(_ line: NewsLine, now: Date, languages: [String]) {
        switch line {
        case .search(let search):
            kind = .search
            id = search.name
            title = search.line
            (new, changed, datasets) = (search.news.new, search.news.changed, search.total)
            since = search.seenAt
        case .request(let application, let before):
            kind = .request
            id = application.id.rawValue
            title = RequestRow(application: application, draft: nil).title
            state = application.state.word
            self.before = before?.word
            since = application.stateChanged
            datasets = application.datasets.count
        case .access(let access, let days):
            kind = .access
            id = access.entitlement.datasetIdentifier
            title = access.title.isEmpty ? nil : access.title
            until = access.entitlement.end.map { CommandOutput.day($0) }
            daysLeft = days
        case .draft(let draft):
            kind = .draft
            id = draft.application?.rawValue
            title = draft.datasets.first?.title
            since = draft.modified
            datasets = draft.datasets.count
        }
    }
}
