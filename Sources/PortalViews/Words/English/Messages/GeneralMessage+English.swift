import PortalModel
import TerminalCanvas

extension GeneralMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .copied(let bytes): "Copied (\(bytes) bytes), if your terminal allows it."
        case .draftFound(let count):
            "A draft of \(c.count(count, .dataset)) was kept: \(c.key(.showRequests)) opens the requests."
        case .pasteCut(let characters):
            "What was pasted is longer than \(characters) characters: the rest of it was left out."
        case .selectAndCopy: "Select and copy with your terminal (\(c.key(.toggleMouse)) lets it have the mouse)"
        case .keptInLanguage(let tag):
            """
            What is shown was kept, and asked for in another language: \
            \(LanguageName.text(tag, in: c.language)).
            """
        case .stopped: "Stopped. What was there before is still shown."
        case .mouseOn: "Mouse on."
        case .mouseOff: "Mouse off: the terminal can select text."
        case .keyDoesNothing(let key): "\(c.label(key)) does nothing here."
        case .showsWhatDoes(let anywhere):
            "\(anywhere ? c.key(.showHelp, in: .global) : c.keyEverywhere(.showHelp)) shows what does."
        case .notTakenAsKeys: "What was typed right after it was not taken as keys."
        case .nothingRuns(let outside):
            """
            Nothing is running. \(outside ? "" : "\(c.key(.goBack, in: .global)) leaves this, then ")\(c.key(.quit)) \
            quits; everything is kept.
            """
        case .enterDoesIt:
            "\(c.key(.choose, in: .confirmation)) does it, \(c.key(.goBack, in: .confirmation)) leaves it."
        case .keyDoesIt(let word):
            """
            \(c.key(.affirm, in: .confirmation)) does it, or “\(c.typed(word))” and \(c.key(.choose, in: .confirmation)). \
            \(c.key(.goBack, in: .confirmation)) leaves it.
            """
        case .typeWord(let word):
            "Type “\(c.typed(word))” to go on, or \(c.key(.goBack, in: .confirmation)) to leave it."
        case .typeWordAndEnter(let word):
            """
            Type “\(c.typed(word))” and press \(c.key(.choose, in: .confirmation)), or \
            \(c.key(.goBack, in: .confirmation)) to leave it.
            """
        case .belongsTo(let place): "It belongs to “\(c(place))”."
        case .linesSkipped(let count, let file, let first):
            """
            \(count == 1 ? "1 line of \(file) was" : "\(count) lines of \(file) were") skipped, the rest is \
            shown.\(first.map { " The first: \($0)." } ?? "") \(c.key(.showFailures)) shows them all.
            """
        case .draftNotWritten(let error):
            "The newest answers of a draft could not be written to the disk: \(c.reason(error))"
        case .basketNotWritten(let error): "The basket could not be written to the disk: \(c.reason(error))"
        case .mayBeLost(let loss):
            """
            \(c(loss)) Quitting now may lose it. \(c.key(.goBack, in: .confirmation)) goes back, so that you \
            can copy it.
            """
        case .uploadStops(let name):
            """
            “\(name)” is still on its way to the portal. Quitting now stops it; it has to be attached again \
            then. Everything else is kept.
            """
        }
    }
}
