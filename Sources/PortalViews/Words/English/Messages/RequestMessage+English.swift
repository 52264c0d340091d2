import PortalModel
import TerminalCanvas

extension RequestMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .beingCopied: "It is being copied."
        case .originUnknown: "The portal does not tell which request this access came from."
        case .noAccess: "You have access to no dataset yet."
        case .notSubmittedYet: "It was not submitted: \(c.key(.deleteRequest, in: .requests)) deletes the draft."
        case .closedAlready: "It is closed already."
        case .nothingToClose(let state): "It is \(c(state)): there is nothing to close."
        case .approvedStays: "It is approved: the committee alone can end the access."
        case .mayNotClose:
            """
            The portal does not let you close it now. A returned request can be closed; while it is with the committee, \
            the committee can.
            """
        case .beingSent: "The request is being sent."
        case .datasetsFixed(let state):
            "It is \(c(state)): the datasets of drafts and returned requests can be changed."
        case .mayNotChange: "The portal does not let you change its datasets."
        case .close(let number, let kept):
            """
            Close request \(number)? The committee goes no further with it, and it cannot be opened again.\(kept ? "" : " Answers that you have not submitted are deleted.")
            """
        case .fetching(let name): "Fetching \(name)\(c.glyphs.ellipsis)"
        case .notEditable(let state): "It is \(c(state)): only drafts and returned requests can be edited."
        case .takenWhole: "This portal takes a request as a whole: what it has is not changed any more."
        case .mayNotEdit: "The portal does not let you edit it: its applicant can."
        case .openElsewhere(let holder):
            "This draft is open in another portal program (\(holder)). End it there, then start again here."
        case .notDeletable(let state): "It is \(c(state)): only drafts can be deleted."
        case .mayNotDelete: "The portal does not let you delete it: its applicant can."
        case .noRequest: "There is no request under the cursor."
        case .beingDeleted: "It is being deleted."
        case .beingMade: "The portal is making this request: wait for its answer."
        case .noFile: "No file is attached to it."
        case .notAnswered: "The portal has not answered with this request yet."
        case .beingChanged: "The portal is being asked to change it: wait for its answer."
        case .noneYet: "There is no request yet."
        case .oneDatasetAtLeast:
            "A request asks for one dataset at least: tick one with \(c.key(.toggleChoice, in: .menu))."
        case .datasetsStay: "The datasets stay as they are."
        case .shownWhenAnswered: "Whether it was done is shown as soon as the portal answers."
        case .nothingChanged: "Nothing was changed."
        case .datasetsChanged(let number): "The datasets of request \(number) are changed."
        case .closed(let number): "Request \(number) is closed."
        case .listShows: "The list shows whether it was deleted."
        case .draftIsThere: "The draft is still there."
        case .deleteAgain: "\(c.key(.deleteRequest, in: .requests)) tries again."
        case .draftDeleted: "The draft is deleted."
        case .submittedNotNoted: "The request is submitted; what could not be kept is that it is."
        case .draftNextStart: "The draft is still in the list at the next start."
        case .hasChanged(let number, let state): "Request \(number) is \(c(state))."
        case .haveChanged(let count): "\(c.count(count, .request)) have changed."
        case .notFollowed:
            """
            The portal does not tell at once what changes: it does not take this sign-in for that. It is asked every now \
            and then.
            """
        case .readOne: "1 request is marked as read."
        case .readSeveral(let count): "\(count) requests are marked as read."
        case .nothingNew: "Nothing is new."
        case .copy(let number):
            """
            Make a new request with the datasets and answers of request \(number)? It is a draft: nothing is \
            submitted.
            """
        case .renew(let number):
            """
            Ask again for the access of request \(number)? A draft begins with its answers, and shows which of them you \
            change: nothing is submitted.
            """
        case .renewAgain(let number, let other, let state):
            """
            Request \(other) asks for the same datasets since, and is \(c(state)). Ask once more for the access of request \
            \(number) all the same? A draft begins with its answers: nothing is submitted.
            """
        case .nothingToRenew(let state): "Nothing to renew: the request is \(c(state))."
        case .copying: "The portal copies the request\(c.glyphs.ellipsis)"
        case .notCopied: "Nothing was copied."
        case .copyAgain: "\(c.key(.copyRequest, in: .requests)) tries again."
        case .copyBegun: "This copy was begun before: it goes on here."
        case .copiedHere: "The portal does not copy requests: it is copied here."
        case .noCopy:
            """
            No copy of the request is in the list. Nothing is lost; \(c.key(.copyRequest, in: .requests)) \
            copies it again.
            """
        case .copied(let number): "Request \(number) is copied. Its licences have to be accepted anew."
        case .notAtPortal: "The portal does not have this one yet: go on with the draft."
        case .begunBefore: "This request was begun before: it goes on here."
        case .workedOnElsewhere(let holder):
            """
            Another portal program works on a request for these datasets (\(holder)). Nothing was made here: go \
            on there, or end that program and ask again.
            """
        case .sentSignInFirst:
            """
            A request for the same datasets was sent from here before; what became of it is told only to \
            somebody who is signed in. Nothing was made.
            """
        case .leftOver(let number, let other):
            """
            Draft \(number) at the portal is empty, and for the same datasets as request \(other). A call that \
            was given up on may have made it late. Choose it, and \(c.key(.deleteRequest, in: .requests)) \
            deletes it.
            """
        case .deleteDraft(let title): "Delete the draft “\(title)” with all its answers, here and at the portal?"
        case .deleteEmpty(let number, let other):
            "Delete the empty draft \(number) at the portal? Request \(other) for the same datasets stays."
        case .noREMSAddress: "The address of the portal's REMS is not set in this profile (rems: address)."
        case .filter(let filter): "\(c(filter))"
        case .inBasket: "in the basket"
        }
    }
}
