import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request close`.
struct RequestCloseCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a request: the committee goes no further with it.",
        discussion: """
            It cannot be opened again. A draft is deleted instead (portal request delete). One that is closed already is \
            left as it is, so that the command can be run again after anything.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Do not ask. Needed where nobody can be asked.")
    var yes = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.cancelRequest)
            let output = CommandOutput(json: json)
            let id = reference.application
            let before = try await portal.access.application(id)
            let isClosed = before.state == .closed
            if !isClosed {
                try Self.check(before)
                try confirm(output)
                try await SettledChange.make {
                    try await portal.access.cancel(id)
                } isDone: {
                    try await portal.access.application(id).state == .closed
                }
                // It is closed, whatever becomes of what is here. Of one that was closed before a draft stays: nobody
                // was asked whether its answers may go.
                do throws(PortalError) {
                    try await Self.forget(id, on: portal.portal.disk)
                } catch {
                    output.say(RequestChangeWords.notForgotten(id: id.rawValue, error))
                }
            }
            try output.report(
                RequestChangeRecord(id: id.rawValue, outcome: "closed", state: ApplicationState.closed.word),
                isClosed ? RequestChangeWords.closedAlready(id: id.rawValue) : .closed(id: id.rawValue))
        }
    }

    /// What the portal would refuse is not sent.
    private static func check(_ application: Application) throws(CommandFailure) {
        switch application.state {
        case .draft: throw CommandFailure(RequestChangeWords.draftIsDeleted(id: application.id.rawValue))
        case .rejected, .revoked: throw CommandFailure(RequestChangeWords.nothingToClose(application.state))
        case .submitted, .returned, .approved, .closed, .other: break
        }
        guard application.permits(.close) != false else {
            throw CommandFailure(
                application.state == .approved ? RequestChangeWords.approvedStays : .mayNotClose, .authentication)
        }
    }

    /// Its draft here has nothing left to do, and one's own closing is no news. What another program has open stays.
    private static func forget(_ id: ApplicationID, on disk: PortalStore) async throws(PortalError) {
        let stored = disk.loadStart()
        for draft in stored.drafts where draft.application == id && stored.heldElsewhere[draft.id] == nil {
            try await disk.journal.discardDraft(draft.id)
        }
        guard stored.seen[id] != .closed else { return }
        var seen = stored.seen
        seen[id] = .closed
        try await disk.journal.saveSeen(seen)
    }

    private func confirm(_ output: CommandOutput) throws {
        guard !yes else { return }
        guard output.canAsk else { throw CommandFailure(RequestChangeWords.addYesToClose, .usage) }
        output.say(RequestChangeWords.typeClose(id: reference.id))
        guard readLine()?.trimmingPrefix(" ") == "close" else {
            throw CommandFailure(RequestChangeWords.notClosed)
        }
    }
}
