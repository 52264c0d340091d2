import PortalModel
import TerminalCanvas

extension OverlayWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .commands: "Commands"
        case .typeWhatToDo: "type what you want to do"
        case .noCommand: "No command has these words."
        case .sortBy: "Sort by"
        case .yes: "Yes? "
        case .typeWord(let word): "Type \(c.typed(word)) to go on: "
        case .doesIt: " does it"
        case .keyOrEscape:
            "Or \(c.key(.affirm, in: .confirmation)). \(c.key(.goBack, in: .confirmation)) leaves everything as it is."
        case .escape: "\(c.key(.goBack, in: .confirmation)) leaves everything as it is."
        case .submit: "Submit the request"
        case .createAgain: "Make a new request"
        case .another: "Make another request"
        case .takeOver: "Take the draft over"
        case .deleteDraft: "Delete the draft"
        case .close: "Close the request"
        case .quit: "Quit now"
        case .copy: "Copy the request"
        case .renew: "Renew the access"
        case .askForAccess: "Ask for access"
        case .removePortal: "Remove the portal"
        case .goToPortal: "Go to its portal"
        case .help(let place): "Help \(c.glyphs.separator) \(place)"
        case .typeToFind: "type to find a key"
        case .failures: "Calls that failed"
        case .notNow(let help, let reason): "\(help) Not now: \(reason)"
        case .noFailures: "No call has failed since the program started."
        case .timesAreUTC: "Times are UTC. Whoever runs the portal finds a call by its request id."
        case .here: "Here"
        case .moving: "Moving"
        case .everywhere: "Everywhere"
        case .showRequests: "Show requests"
        case .datasetsOf(let id): "Datasets of request \(id)"
        case .filesOf(let id): "Files of request \(id)"
        case .descriptionAs: "Write the description as"
        case .columns: "Columns: place, width"
        case .comparisonAs: "Write the comparison as"
        case .datasetsAs(let count): "Write \(c.count(count, .dataset)) as"
        case .series: "A series"
        case .partOf: "Part of"
        case .purpose: "What the data are wanted for"
        case .earlierSearches: "Earlier searches"
        case .tooSmall(let columns, let rows): "Too small: \(columns)×\(rows)."
        case .needs(let needed): "Needs \(needed). Nothing is lost."
        case .portal: "Portal"
        }
    }
}
