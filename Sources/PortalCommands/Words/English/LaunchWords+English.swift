import PortalModel
import PortalViews
import TerminalBackend
import TerminalCanvas

extension LaunchWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .notUTF8(let word):
            """
            The word “\(word)” of the command line is not in UTF-8: type it in a terminal that is, or give it in a file.
            """
        case .emptyID(.aPerson), .emptyID(.aFile):
            "What is named is empty. Is a variable of your script not set?"
        case .emptyID(let id): "The id of \(id.english) is empty. Is a variable of your script not set?"
        case .noPlace(let place, let variable):
            """
            There is no place for \(place.english): HOME is not set, and this machine does not know your home directory. \
            Set HOME, or name a place with \(variable).
            """
        case .unknownCommand(let word, let place, let suggestions):
            """
            “\(word)” is no command of \(place).\(c(CommonCommandWords.didYouMean(suggestions))) \(place) --help lists all.
            """
        case .tooFewThreads(let needed, let words):
            """
            This machine does not let the program start the \(needed) threads that it needs (\(words)). The limit of your \
            processes (ulimit -u) or of your memory (ulimit -v), that of a job or a container, or a container's rules \
            forbid it. Nothing was begun.
            """
        case .tooFewFiles(let limit, let open, let needed):
            """
            Too few files may be open at once: \(limit), of which \(open) are open already; \(needed) more are needed. \
            Raise the limit (ulimit -n 1024), or ask whoever runs this machine to.
            """
        case .withoutDrafts(let reason):
            "\(c(reason)) With --ephemeral the program starts without keeping anything."
        case .catalogueUnreadable(let path, let words):
            "The catalogue \(path) cannot be read: \(words). Check the path after --catalogue."
        case .terminal(let refusal): TerminalText(sanitizing: refusal.description)
        case .noScreen(let refusal):
            """
            \(refusal.description) Without a screen there are commands, such as portal search cancer; portal --help lists them. A \
            request is filled in with portal request fill --linear.
            """
        case .crashed:
            """
            portal has crashed. What you had typed is kept on this machine: start portal again to go on.
            If it happens again, please report it with the end of its log; portal doctor says where that is.

            """
        case .demoAndProfile:
            "--demo and --profile exclude each other: the demo portal is a profile of its own."
        case .demoAndAddresses: "--demo brings its own addresses: leave out --discovery and --access."
        case .catalogueWithoutDemo: "--catalogue is for the demo portal: add --demo."
        case .delayWithoutDemo: "--decision-delay is for the demo portal: add --demo."
        case .delay: "--decision-delay takes a number of seconds from 0 to one year."
        case .takesOne(let option, let known, let text):
            "\(option) takes one of \(known.joined(separator: ", ")), not “\(text)”."
        case .hasDatasets: "A request that is there has its datasets: leave out --dataset and --another."
        case .linearNeeded:
            """
            Add --linear: it asks one question a line and works in every terminal. The form on the full screen is in \
            portal, under Requests.
            """
        }
    }
}

extension LaunchWords.GivenID {
    fileprivate var english: String {
        switch self {
        case .aDataset: "a dataset"
        case .theDataset: "the dataset"
        case .theRequest: "the request"
        case .aPerson: "a person"
        case .aFile: "a file"
        }
    }
}

extension LaunchWords.Place {
    fileprivate var english: String {
        switch self {
        case .cache: "a cache"
        case .configuration: "a configuration"
        case .drafts: "drafts"
        }
    }
}
