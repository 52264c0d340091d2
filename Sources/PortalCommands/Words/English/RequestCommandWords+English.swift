import PortalModel
import PortalViews
import TerminalCanvas

extension RequestCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .noRequests: "You have no requests."
        case .noneFits(let count):
            count == 1 ? "Your one request is not like that." : "None of your \(c.number(count)) requests is like that."
        case .draftsHere(let count): "\(count) drafts on this machine are not at the portal yet; portal opens them."
        case .noEntitlements: "You have access to no dataset yet."
        case .over: "over"
        case .daysLeft(let days): "\(c.number(days)) \(days == 1 ? "day" : "days")"
        case .csvAndJSON: "--csv and --json exclude each other."
        case .noLicence(let id, []): "The request has no licence \(id). It has none."
        case .noLicence(let id, let known):
            "The request has no licence \(id). It has \(known.map { String($0) }.joined(separator: ", "))."
        case .accepted(let count): count == 1 ? "1 licence is accepted." : "\(count) licences are accepted."
        case .noEmail(let text): "“\(text)” is no e-mail address: nobody was invited."
        case .invited(let name): "\(name) is invited."
        case .knownAlready(let name, let isPending):
            """
            \(name) \(isPending ? "is invited already" : "takes part already"), under this address. Nothing was sent.
            """
        case .copied: "The copy is made."
        case .copiedSomewhere: "The copy is made; portal requests lists it."
        case .copiedHere:
            """
            The copy is made here, since the portal does not copy requests. Its licences have to be accepted anew, and \
            its files attached again.
            """
        case .copyIsThere(let id):
            """
            A copy that nobody has changed is there already: \(id). Nothing was copied; --another makes a second one.
            """
        case .copiedElsewhere: "Another program copies this request: waiting for it."
        case .deleted(let id): "The draft \(id) is deleted."
        case .nothingToDelete(let id): "The portal has no request \(id): there is nothing to delete."
        case .addYes: "Nothing was deleted: add --yes where nobody can be asked."
        case .typeDelete(let id): "Type delete to delete the draft \(id) with its answers:"
        case .notDeleted: "Nothing was deleted."
        case .purposeTold(let codes): "The request says \(codes.joined(separator: ", ")). The committee decides."
        case .endsSoon(let dataset, let days, let request):
            """
            Access to \(dataset) ends in \(c.number(days)) \(days == 1 ? "day" : "days").\
            \(request.map { " portal request renew \($0) asks for it again with its answers, and what has changed." } ?? "")
            """
        case .outcomeUnknown(let error):
            """
            An answer of the portal was lost, and it could not be asked what it has. Nothing is sent again before that \
            is known: run the same command again. \(c(FailureWords.call(error)))
            """
        case .notThere(let error):
            """
            \(c(FailureWords.call(error))) The portal was asked and does not show it. It may still arrive: the same \
            command looks first.
            """
        }
    }
}
