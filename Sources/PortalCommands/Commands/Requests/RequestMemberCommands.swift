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
            $0.id == person || $0.name.lowercased() == person.lowercased()
                || $0.email?.lowercased() == person.lowercased()
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

/// Removes somebody, or takes an invitation back: two commands, for the one is more than the other.
private struct MemberRemoval {
    let reference: RequestReference
    let who: MemberReference
    let isPending: Bool

    func perform(at flags: PortalFlags, _ output: CommandOutput) async throws {
        try await CommandPortal.with(flags) { portal in
            try portal.require(.removeMember)
            let application = try await portal.access.application(reference.application)
            let member = try who.member(of: application, isPending: isPending)
            try await SettledChange.make {
                try await portal.access.remove(application.id, member)
            } isDone: {
                try await !portal.access.application(application.id).members.contains { $0.isSame(as: member) }
            }
            try output.report(
                RequestChangeRecord(
                    id: reference.id, outcome: isPending ? "uninvited" : "removed", state: application.state.word),
                isPending ? RequestChangeWords.uninvited(name: member.name) : .removed(name: member.name))
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
        try await MemberRemoval(reference: reference, who: who, isPending: true)
            .perform(at: portal, CommandOutput(json: json))
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
        try await MemberRemoval(reference: reference, who: who, isPending: false)
            .perform(at: portal, CommandOutput(json: json))
    }
}
