import ArgumentParser
import PortalModel
import PortalStorage

/// `portal request renew`.
struct RequestRenewCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Ask again for the access of a request, before it ends.",
        discussion: """
            No portal prolongs what it has granted: a draft is made that begins with the request's answers, and says which \
            of its days have passed. portal request fill goes through it, portal request compare shows which answers are \
            others than then, and portal request submit sends it. Its licences have to be accepted anew, and its files \
            attached again. A draft that follows the request already is told, and no other is made: the command can be \
            run again after anything.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "Make one even where a draft, or a request that was sent, follows it already.")
    var another = false

    @Flag(help: "One JSON object (docs/schemas/request-change.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.requests)
            let output = CommandOutput(json: json)
            let id = reference.application
            let application = try await portal.access.application(id)
            guard [.approved, .closed, .revoked].contains(application.state) else {
                throw CommandFailure(RequestChangeWords.nothingToRenew(application.state))
            }
            if !another, let there = begun(portal.portal.disk.loadStart()) {
                return try tell(there, RequestChangeWords.renewalIsThere(id: there.rawValue), output)
            }
            if !another,
                let other = application.summary.follower(among: try await portal.access.applications())
            {
                throw CommandFailure(RequestChangeWords.renewalWasSent(id: other.id.rawValue, other.state))
            }
            let here = RequestCopyHere(portal: portal, output: output, another: another, isRenewal: true)
            switch try await here.copy(id) {
            case .there(let draft): try tell(draft, .renewalIsThere(id: draft.rawValue), output)
            case .copied(let draft):
                try tell(draft, .renewed(id: draft?.rawValue, of: id.rawValue, flags: self.portal.typed), output)
            }
        }
    }

    /// A draft that follows the request, and that the portal has as a whole.
    private func begun(_ stored: StoredState) -> ApplicationID? {
        let unfinished = Draft.begunCopy(of: reference.application, among: stored.drafts, isRenewal: true)
        guard unfinished == nil else { return nil }
        return Draft.renewal(of: reference.application, among: stored.drafts)?.application
    }

    private func tell(_ draft: ApplicationID?, _ words: RequestChangeWords, _ output: CommandOutput) throws {
        output.say(words)
        if json {
            try output.emit(RequestChangeRecord(id: draft?.rawValue, outcome: "renewed", state: "draft"))
        } else if let draft {
            try output.show(draft.rawValue)
        }
    }
}
