import PortalModel
import TerminalCanvas

extension RequestWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .request(let id): "Request \(id)"
        case .askingToo: ", asking the portal\(c.glyphs.ellipsis)"
        case .asOf(let age): " as of \(age)"
        case .shownIsOlder(let age): " This is what it was \(age)."
        case .nothingLost: "Nothing is lost. \(c.key(.refresh)) tries again."
        case .notSentYet: "Not sent yet. \(c.key(.editRequest)) goes on with it; \(c.key(.deleteRequest)) deletes it."
        case .expires(let day, let left):
            "\(c.glyphs.warning) The portal deletes it on \(day) if nobody goes on with it: \(left)."
        case .withCommittee: "The committee has it. Nothing to do for now; this page follows it."
        case .processing(let state): "Where it is: \(state)"
        case .wantsChanges: "The committee asks for changes: \(c.key(.editRequest)) edits it, then submit it again."
        case .lasts(let day, let left): " It lasts until \(day): \(left)."
        case .granted(let until): "Access is granted.\(until)"
        case .renew:
            """
            \(c.glyphs.warning) A new request keeps it going: \(c.key(.renewAccess, in: .request)) makes one with these \
            answers and asks what has changed.
            """
        case .rejected: "The committee said no. A new request can be made from the basket."
        case .withdrawn: "Access was withdrawn."
        case .closed: "It is closed; nothing more happens to it."
        case .otherState(let name): "The portal calls this state “\(name)”."
        case .committeeWrote(let words): "\(c.glyphs.warning) The committee wrote: \(words)"
        case .committeeWroteAt(let title, let words):
            "\(c.glyphs.warning) The committee wrote, at “\(title)”: \(words)"
        case .commentsWithheld: "The portal does not pass on what the committee wrote. "
        case .missingOrWrong: " missing or wrong"
        case .notAccepted: " not accepted"
        case .complete: "At the portal it is complete: it can be submitted."
        case .stillOpen(let parts): "At the portal: \(parts)."
        case .file: "File"
        case .files(let count): "Files (\(count))"
        case .fetchesFile: "\(c.key(.showFiles)) fetches one."
        case .dataset: "Dataset"
        case .datasets(let count): "Datasets (\(count))"
        case .acceptedMark: " accepted  "
        case .notYetMark: " not yet   "
        case .people: "People"
        case .invited: "invited, has not answered"
        case .applicant: "Applicant"
        case .members: "Members"
        case .closing: "Closing the request"
        case .changingDatasets: "Changing the datasets"
        case .remsShowsIt(let address): "REMS shows it: \(address). Else look into your mail, or ask the committee."
        case .askCommittee: "Look into your mail, or ask the committee."
        case .whatHappened: "What happened"
        case .noHistory(let elsewhere): "The portal does not tell what happened to it.\(elsewhere)"
        case .noComments(let elsewhere):
            "The portal does not pass on what people wrote beside these steps.\(elsewhere)"
        case .actor(let name): "by \(name)"
        case .noTime: "no time given"
        case .elsewhere(let address): " REMS shows it: \(address) (\(c.key(.copyAddress)) copies the address)."
        }
    }
}
