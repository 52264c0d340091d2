import PortalModel
import TerminalCanvas

extension LinearLine: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .words(let words): TerminalText(sanitizing: words)
        case .choice(let number, let label): "\(number). \(label)"
        case .because(let reason): c(reason)
        case .guide(let guide): guide.english
        case .request(let id, let state, let titles):
            "Request\(id.map { " \($0)" } ?? ""), \(c(state)), for \(titles.joined(separator: "; "))."
        case .questionCount(let count):
            "\(count == 1 ? "One question" : "\(count) questions"). :help tells what else can be typed."
        case .goingOn: "Going on at the first that is open; :goto 1 goes to the beginning."
        case .firstQuestion: "This is the first question."
        case .title(let title): TerminalText(sanitizing: title.english)
        case .listed(let title, let mark): "\(title.english) \(mark.english)"
        case .noQuestion(let target): "There is no question “\(target)”; :list reads all with their numbers."
        case .unknown(let typed):
            """
            \(typed) means nothing here; :help tells what can be typed. An answer that begins with a colon is written \
            with two.
            """
        case .nothingToChoose: "There is nothing to choose from here."
        case .nothingToTakeOut: "There is no answer to take out here."
        case .askedNow(let title): "Asked now, because of your answers: \(title)"
        case .notAsked(let title): "Not asked any more: \(title)"
        case .notNeeded: "What you typed was not needed any more."
        case .form(let title): "Form: \(title)"
        case .facts(let isOptional, let guidance, let most, let isPrivate):
            """
            \(isOptional.map { $0 ? "Optional. " : "Needed. " } ?? "")\(c(guidance))\
            \(most.map { " At most \($0) characters." } ?? "")\
            \(isPrivate ? " Private: reviewers do not see this answer." : "")
            """
        case .hint(let hint): "Hint: \(hint)"
        case .choiceCount(let count): "\(count) choices. Type the beginning of one; :choices reads them all."
        case .columns(let columns): "Columns: \(columns.map(\.english).joined(separator: ", "))."
        case .present(let answer): "Present answer: \(answer)"
        case .wrong(let problem): "Wrong with it: \(c(problem))"
        case .prompt(let shape, let areNumbered, let isBlank):
            """
            \(shape.english(areNumbered: areNumbered)) \
            \(isBlank ? "An empty line leaves it open." : "An empty line keeps the present answer.")
            """
        case .organizationsListed:
            "The portal lists organisations: :choices reads them, :choices with the beginning of a word some of them."
        case .organizationsNotHad: "The portal's list of organisations could not be had. Type the name."
        case .takeByNumber: "Type :take with a number, or the name."
        case .moreOrganizations(let count):
            "And \(count) more: :choices with the beginning of a word narrows them. Type :take with a number, or the name."
        case .noneFits(let words): "None has “\(words)”."
        case .nothingToTake(let number): "There is no \(number) to take here; :choices reads what there is."
        case .refused(let refusal): "Not taken. \(refusal.english(c))"
        case .savedNothing: "Saved: no answer."
        case .saved(let short): "Saved: \(short.english)"
        case .kept(let short): "Kept: \(short.english)"
        case .noAnswer: "No answer."
        case .leftOpen: "Left open. It is needed before the request can be submitted."
        case .notAttached(let path, let reason): "\(path) is not attached. \(c(reason))"
        case .licenceText(let address): "Its text is at \(address)"
        case .licenceFile(let name): "Its text is the file \(name); :terms fetches it and reads it."
        case .noTerms: "There are no terms to read here; :goto and a licence's number goes to one."
        case .termsKept(let name, let path): "\(name) is no text that can be read out. It is kept as \(path)."
        case .termsNotHad(let name, let error): "\(name) could not be had. \(c(error)) :terms tries again."
        case .isAccepted: "It is accepted. An empty line goes on."
        case .typeAccept: "Type accept, or an empty line to leave it open."
        case .acceptOrLeave: "Type accept to accept it. An empty line leaves it open."
        case .staysAccepted: "It stays accepted."
        case .licenceLeftOpen: "Left open. It has to be accepted before submitting."
        case .review(let line): line.english(c)
        }
    }
}

extension LinearLine.Review {
    fileprivate func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .dataset(let title): "Dataset: \(title)"
        case .answered(let number, let title, let answer):
            "\(number). \(title): \(answer.isEmpty ? "no answer" : answer)"
        case .licence(let title, let isAccepted): "Licence \(title): \(isAccepted ? "accepted" : "not accepted")"
        case .nothingMissing: "Nothing is missing."
        case .missing(let number, let title, let problems):
            "Missing: \(number.map { "\($0). " } ?? "")\(title): \(problems.map { c.text($0) }.joined(separator: " "))"
        case .missingLicence(let title): "Missing: the licence \(title) is not accepted yet."
        case .missingBesides(let problem): "Missing: \(c(problem))"
        case .changedElsewhere(let title):
            """
            Changed here and elsewhere: \(title). The request in portal, on the full screen, shows both and lets you \
            choose.
            """
        case .renews(let number, let changed, let same):
            """
            It follows request \(number): \(c.count(same, .answer)) as then, \(c.number(changed)) changed. Does each still \
            hold? :goto and its number changes one.
            """
        case .passedDay(let number, let title, let answer):
            "As it was, and the day has passed: \(number.map { "\($0). " } ?? "")\(title): \(answer)"
        case .changedSince(let number, let title, let before):
            "Changed: \(number.map { "\($0). " } ?? "")\(title), before: \(before.isEmpty ? "no answer" : before)"
        case .unsettled: "It cannot be sent before that is settled. :quit keeps everything for later."
        case .thingsMissing(let count):
            """
            \(count == 1 ? "One thing is" : "\(count) things are") missing. An empty line goes to the first; :quit keeps \
            everything for later.
            """
        case .complete:
            """
            Nothing is missing. Type submit to send it; the committee gets these answers. :back goes back, :quit keeps \
            everything for later.
            """
        case .notTaken: "The portal did not take the request."
        case .notSent: "Nothing was sent. Type submit to send it, or :quit to keep it for later."
        case .sending: "Sending the request."
        }
    }
}
