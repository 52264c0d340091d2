import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request close`.
struct RequestCloseCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a request: the committee goes no further with it.",
        discussion: """
            It cannot be opened again. REMS lets an applicant close what was returned, and what was submitted where its \
            workflow says so; a portal that closes none says so before anything is sent.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Do not ask. Needed where nobody can be asked.")
    var yes = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            try portal.require(.cancelRequest)
            let id = reference.application
            let application = try await portal.access.application(id)
            let record = RequestChangeRecord(id: reference.id, outcome: "closed", state: "closed")
            guard application.state != .closed else {
                return try output.report(record, RequestCommandWords.closedAlready(id: reference.id))
            }
            let isUsual = application.state == .submitted || application.state == .returned
            guard application.permits(.close) ?? isUsual else {
                throw CommandFailure(RequestCommandWords.notClosable(id: reference.id, application.state), .validation)
            }
            try confirm(output)
            try await SettledChange.make {
                try await portal.access.cancel(id)
            } isDone: {
                try await portal.access.application(id).state == .closed
            }
            let disk = portal.portal.disk
            for draft in disk.loadStart().drafts where draft.application == id {
                try await disk.journal.discardDraft(draft.id)
            }
            try output.report(record, RequestCommandWords.closed(id: reference.id))
        }
    }

    private func confirm(_ output: CommandOutput) throws {
        guard !yes else { return }
        guard output.canAsk else { throw CommandFailure(RequestCommandWords.addYesToClose, .usage) }
        output.say(RequestCommandWords.typeClose(id: reference.id))
        guard readLine()?.trimmingPrefix(" ") == "close" else {
            throw CommandFailure(RequestCommandWords.notClosed)
        }
    }
}
