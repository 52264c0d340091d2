import ArgumentParser
import PortalModel

/// Whom a command on the people of a request is about.
struct MemberReference: ParsableArguments, Sendable {
    @Argument(help: "Who: the e-mail address, the name, or what the portal calls the person.")
    var person: String

    func validate() throws { try GivenWords.check(ids: [person], .aPerson) }

    /// Those of the request that are meant.
    private func meant(in application: Application) -> [Member] {
        application.members.filter {
            $0.id == person || $0.name == person || $0.email?.lowercased() == person.lowercased()
        }
    }

    /// The one who is meant.
    ///
    /// - Parameter isPending: somebody who was invited and has not accepted; else somebody who takes part.
    /// - Throws: when there is nobody, or several. Nothing is sent then.
    func member(of application: Application, isPending: Bool) throws(CommandFailure) -> Member {
        let meant = meant(in: application)
        let found = meant.filter { $0.isPending == isPending }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else { throw CommandFailure(RequestChangeWords.severalMeant(person), .usage) }
        // Removing a member is more than taking back an invitation, and is not done in its place.
        guard meant.isEmpty else {
            throw CommandFailure(
                isPending ? RequestChangeWords.takesPart(name: meant[0].name) : .onlyInvited(name: meant[0].name))
        }
        let known = application.members.filter { $0.isPending == isPending }.map { $0.email ?? $0.name }
        throw CommandFailure(
            isPending ? RequestChangeWords.notInvited(person, known: known) : .noMember(person, known: known),
            .notFound)
    }
}

extension SettledChange {
    /// Removes somebody, or takes an invitation back.
    static func remove(_ member: Member, from id: ApplicationID, at access: AccessService) async throws {
        try await make {
            try await access.remove(id, member)
        } isDone: {
            try await !access.application(id).members.contains { $0.isSame(as: member) }
        }
    }
}

/// `portal request uninvite`.
struct RequestUninviteCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "uninvite", abstract: "Take back an invitation that was not accepted yet.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference
    @OptionGroup var who: MemberReference

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.removeMember)
            let application = try await portal.access.application(reference.application)
            let member = try who.member(of: application, isPending: true)
            try await SettledChange.remove(member, from: application.id, at: portal.access)
            try CommandOutput(json: json).report(
                RequestChangeRecord(id: reference.id, outcome: "uninvited", state: application.state.word),
                RequestChangeWords.uninvited(name: member.name))
        }
    }
}

/// `portal request remove`.
struct RequestRemoveCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove somebody who takes part in a request.",
        discussion: "The person loses the access that the request gives. An invitation is taken back with uninvite.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference
    @OptionGroup var who: MemberReference

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.removeMember)
            let application = try await portal.access.application(reference.application)
            let member = try who.member(of: application, isPending: false)
            try await SettledChange.remove(member, from: application.id, at: portal.access)
            try CommandOutput(json: json).report(
                RequestChangeRecord(id: reference.id, outcome: "removed", state: application.state.word),
                RequestChangeWords.removed(name: member.name))
        }
    }
}
