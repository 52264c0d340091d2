import PortalModel
import PortalViews
import TerminalCanvas

extension RequestChangeWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .closed(let id): "Request \(id) is closed."
        case .closedAlready(let id): "Request \(id) is closed already. Nothing was sent."
        case .draftIsDeleted(let id):
            "It was not submitted, and is not closed but deleted: portal request delete \(id)."
        case .nothingToClose(let state): "It is \(c(state)): there is nothing to close."
        case .approvedStays: "It is approved: the committee alone can end the access."
        case .mayNotClose:
            """
            The portal does not let you close it now. A returned request can be closed; while it is with the committee, \
            the committee can.
            """
        case .addYesToClose: "Nothing was closed: add --yes where nobody can be asked."
        case .typeClose(let id): "Type close to close request \(id); it cannot be opened again:"
        case .notClosed: "Nothing was closed."
        case .notForgotten(let id, let error):
            "What is on this machine of request \(id) could not be tidied away: \(c(error.why))"
        case .noDatasets: "The request asks for no dataset."
        case .datasetsChanged(let count): "The request asks for \(c.count(count, .dataset)) now."
        case .datasetsStay: "The request asks for just these datasets already. Nothing was sent."
        case .datasetsFixed(let state):
            "It is \(c(state)): the datasets of drafts and returned requests can be changed."
        case .mayNotChangeDatasets: "The portal does not let you change its datasets."
        case .notAskedFor(let id, let known):
            "The request does not ask for \(id), but for \(known.joined(separator: ", ")). Nothing was sent."
        case .takenOutAlready(let id): "The request does not ask for \(id): there is nothing to take out."
        case .oneDatasetAtLeast: "A request asks for one dataset at least. Nothing was sent."
        case .uninvited(let name): "The invitation of \(name) is taken back."
        case .removed(let name): "\(name) is removed from the request."
        case .takesPart(let name):
            "\(name) has accepted and takes part: portal request remove removes members. Nothing was sent."
        case .onlyInvited(let name):
            "\(name) is only invited: portal request uninvite takes the invitation back. Nothing was sent."
        case .severalMeant(let person): "“\(person)” are several people: name the e-mail address. Nothing was sent."
        case .notInvited(let person, []): "“\(person)” is not invited; nobody is. Nothing was sent."
        case .notInvited(let person, let known):
            "“\(person)” is not invited. Invited are \(known.joined(separator: ", ")). Nothing was sent."
        case .noMember(let person, []): "“\(person)” does not take part; nobody does but you. Nothing was sent."
        case .noMember(let person, let known):
            "“\(person)” does not take part. Those who do are \(known.joined(separator: ", ")). Nothing was sent."
        case .detached(let name, let fields):
            "\(name) is taken out of \(fields == 1 ? "its field" : "its \(fields) fields")."
        case .inNoField(let name): "\(name) is in no such field. Nothing was sent."
        case .inOtherFields(let name, let places):
            "\(name) is not in that field, but in \(places.joined(separator: ", ")). Nothing was sent."
        case .filesFixed(let state): "It is \(c(state)): the files of drafts and returned requests can be changed."
        case .severalFiles(let name, let ids):
            "Several files are called \(name): name one of \(ids.map { String($0) }.joined(separator: ", "))."
        case .noFile(let name, []): "The request has no file \(name). It has none."
        case .noFile(let name, let known):
            "The request has no file \(name). It has \(known.joined(separator: ", "))."
        case .noCode(let word):
            "“\(word)” is no code of DUO, and a request is told codes alone: HMB, DS:MONDO:0005105, NCU and the like."
        case .severalAims(let one, let other): "“\(one)” and “\(other)” are two aims: a request has one."
        case .purposeFixed(let state): "It is \(c(state)): the codes of drafts and returned requests can be changed."
        case .nothingToRenew(let state):
            "The request is \(c(state)): only what was granted can be asked for again. Nothing was made."
        case .renewed(nil, let old, _):
            "A draft follows request \(old); portal requests lists it. Nothing is submitted."
        case .renewed(let id?, let old, let flags):
            """
            Draft \(id) follows request \(old); nothing is submitted. What has changed? \
            \((["portal request fill \(id)"] + flags).joined(separator: " ")) goes through it, and \
            \((["portal request compare \(id)"] + flags).joined(separator: " ")) shows which answers are others now.
            """
        case .renewalIsThere(let id):
            "Draft \(id) follows the request already. Nothing was made; --another makes a second one."
        case .renewalWasSent(let id, let state):
            """
            Request \(id) asks for the same datasets since, and is \(c(state)). Nothing was made; --another makes a draft \
            all the same.
            """
        case .toLookThrough(let number, let same): "\(c.count(same, .answer)) as in request \(number)."
        case .passedDay(let title, let day): "The day has passed: \(title), \(day)."
        case .onlyReturned(let state):
            "It is \(c(state)): only a returned request is compared with what was submitted."
        case .submittedUnknown(let id):
            """
            What was submitted of request \(id) is not known any more: the portal does not tell it, and it was changed \
            before it was looked at here.
            """
        case .answersSame: "No answer is another one than was submitted."
        case .asSubmitted: "submitted:"
        case .asNow: "now:"
        case .noAnswer: "(no answer)"
        case .seen(let count): count == 1 ? "1 request counts as seen." : "\(count) requests count as seen."
        case .seenOfAnswer:
            "--seen goes with what the portal says now, without --cached, --offline and --watch."
        case .exitCodeOfAnswer: "--exit-code goes with what the portal says now, without --cached and --offline."
        }
    }
}
