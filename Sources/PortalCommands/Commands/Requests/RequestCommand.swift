import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request`: what can be done with one request.
struct RequestCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Make a request for access, fill it in, submit it and follow it.",
        subcommands: [
            RequestShowCommand.self, RequestTemplateCommand.self, RequestNewCommand.self, RequestFillCommand.self,
            RequestSubmitCommand.self,
            RequestAcceptCommand.self, RequestAttachCommand.self, RequestDetachCommand.self,
            RequestInviteCommand.self, RequestUninviteCommand.self, RequestRemoveCommand.self,
            RequestDatasetsCommand.self, RequestCompareCommand.self, RequestPurposeCommand.self,
            RequestCopyCommand.self, RequestRenewCommand.self, RequestCloseCommand.self, RequestDeleteCommand.self,
            RequestExportCommand.self, RequestFilesCommand.self,
        ])
}

/// What a command on an existing request takes.
struct RequestReference: ParsableArguments, Sendable {
    @Argument(help: "The request's id, as portal requests prints it.", completion: LocalNames.requests)
    var id: String

    var application: ApplicationID { ApplicationID(id) }

    func validate() throws { try GivenWords.check(ids: [id], .theRequest) }
}

/// What a command did to a request (docs/schemas/request-change.json).
struct RequestChangeRecord: Encodable {
    /// The request's id at the service; nil when there is none.
    var id: String?
    /// Such as `submitted`, `accepted` or `deleted`.
    var outcome: String
    var state: String?
    /// Of `attach` and `detach`.
    var attachment: Int64?
}

/// `portal request accept`.
struct RequestAcceptCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept the licences of a request.",
        discussion: "Without --licence all of them. Read them first: portal request show ID names them.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(help: ArgumentHelp("Only this one; can be repeated.", valueName: "id"))
    var licence: [Int64] = []

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.licences)
            let application = try await portal.access.application(reference.application)
            let all = application.licences.map(\.id)
            if let unknown = licence.first(where: { !all.contains($0) }) {
                throw CommandFailure(RequestCommandWords.noLicence(unknown, known: all), .notFound)
            }
            // The service replaces the set: what was accepted before goes along.
            let before = application.licences.filter(\.isAccepted).map(\.id)
            try await portal.access.accept(reference.application, Set(licence.isEmpty ? all : licence + before))
            let count = licence.isEmpty ? all.count : licence.count
            try CommandOutput(json: json).report(
                RequestChangeRecord(id: reference.id, outcome: "accepted", state: application.state.word),
                RequestCommandWords.accepted(count: count))
        }
    }
}

/// `portal request invite`.
struct RequestInviteCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Invite somebody to a request.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Option(help: "The person's name.")
    package var name: String

    @Option(help: "The person's e-mail address: the invitation goes there.")
    var email: String

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        guard FieldSyntax.isEmail(email) else {
            throw CommandFailure(RequestCommandWords.noEmail(email), .validation)
        }
        try await CommandPortal.with(portal) { portal in
            try portal.require(.inviteMember)
            let known = try await SettledChange.invite(name, email, to: reference.application, at: portal.access)
            let words: RequestCommandWords =
                known.map { .knownAlready(name: $0.name, isPending: $0.isPending) } ?? .invited(name: name)
            try CommandOutput(json: json).report(RequestChangeRecord(id: reference.id, outcome: "invited"), words)
        }
    }
}

/// `portal request copy`.
struct RequestCopyCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Make a new draft with a request's answers.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Copy it even where a copy is there that nobody has changed.")
    var another = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.requests)
            let output = CommandOutput(json: json)
            let listed = try await portal.access.applications()
            let before = Set(listed.map(\.id))
            if !another,
                let copy = try await SettledChange.copy(of: reference.application, among: listed, at: portal.access)
            {
                return try tell(copy, .copyIsThere(id: copy.rawValue), output)
            }
            guard let told = try await Self.copyThere(reference.application, since: before, at: portal) else {
                let here = RequestCopyHere(portal: portal, output: output, another: another)
                switch try await here.copy(reference.application) {
                case .there(let copy): return try tell(copy, .copyIsThere(id: copy.rawValue), output)
                case .copied(let new): return try tell(new, .copiedHere, output)
                }
            }
            let new = if let id = told.id { id } else { try await Self.copy(since: before, at: portal.access) }
            try tell(new, new == nil ? .copiedSomewhere : .copied, output)
        }
    }

    private func tell(_ copy: ApplicationID?, _ words: RequestCommandWords, _ output: CommandOutput) throws {
        output.say(words)
        if json {
            try output.emit(RequestChangeRecord(id: copy?.rawValue, outcome: "copied", state: "draft"))
        } else if let copy {
            try output.show(copy.rawValue)
        }
    }

    /// What a service answers that has copied a request.
    private struct Told {
        var id: ApplicationID?
    }

    /// Nil where the service does not copy requests.
    private static func copyThere(
        _ id: ApplicationID, since before: Set<ApplicationID>, at portal: CommandPortal
    ) async throws -> Told? {
        guard portal.portal.info.capabilities.offers(.copyAsNew) else { return nil }
        var told = Told()
        do {
            try await SettledChange.make {
                told.id = try await portal.access.copyAsNew(id)
            } isDone: {
                told.id = try await copy(since: before, at: portal.access)
                return told.id != nil
            }
        } catch let error as PortalError where error.kind == .unsupported {
            return nil
        }
        return told
    }

    /// daam.yaml answers nothing: the copy is the draft that was not there before. Nil when several could be.
    private static func copy(
        since before: Set<ApplicationID>, at access: AccessService
    ) async throws -> ApplicationID? {
        let new = try await access.applications().filter { $0.state == .draft && !before.contains($0.id) }
        return new.count == 1 ? new[0].id : nil
    }
}

/// `portal request delete`.
struct RequestDeleteCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a draft at the portal. It cannot be brought back.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Do not ask. Needed where nobody can be asked.")
    var yes = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let output = CommandOutput(json: json)
            try portal.require(.deleteDraft)
            try confirm(output)
            let wasThere = try await SettledChange.delete(reference.application, at: portal.access)
            let disk = portal.portal.disk
            for draft in disk.loadStart().drafts where draft.application == reference.application {
                try await disk.journal.discardDraft(draft.id)
            }
            try output.report(
                RequestChangeRecord(id: reference.id, outcome: "deleted"),
                wasThere
                    ? RequestCommandWords.deleted(id: reference.id) : .nothingToDelete(id: reference.id))
        }
    }

    private func confirm(_ output: CommandOutput) throws {
        guard !yes else { return }
        guard output.canAsk else {
            throw CommandFailure(RequestCommandWords.addYes, .usage)
        }
        output.say(RequestCommandWords.typeDelete(id: reference.id))
        guard readLine()?.trimmingPrefix(" ") == "delete" else {
            throw CommandFailure(RequestCommandWords.notDeleted)
        }
    }
}
