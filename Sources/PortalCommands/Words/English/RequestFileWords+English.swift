import PortalModel
import PortalViews
import TerminalCanvas

extension RequestFileWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .attached(let name, let id): "\(name) is attached as \(id)."
        case .attachedAlready(let name, let id): "\(name) is attached already, as \(id). It was not sent again."
        case .inNoField(let choices):
            """
            It is in no field of the request, and a portal with REMS drops such files when the request is submitted. To put it into one, run the command again with \
            \(Self.options(choices, or: "or")); it is not sent twice.
            """
        case .noNumberTold: "The portal did not say as what the file is attached."
        case .unreadable(let path): "\(path) cannot be read. Check the path and its permissions."
        case .isFile(let path): "\(path) cannot be read. Is it a file?"
        case .tooLarge(let path): "\(path) is larger than 100 MB; no portal takes that."
        case .fieldForm: "--field takes a form's number and a field, such as 1/ethics-approval."
        case .noFileField(let field, let known):
            """
            The request has no field \(field) for files. \
            \(known.isEmpty ? "It takes none in fields." : "It has \(known.joined(separator: ", ")).")
            """
        case .notComparable(let name, let id):
            """
            A file \(name) is attached already, as \(id), and this portal does not give it out to be compared. Nothing \
            was attached; --another attaches it besides.
            """
        case .endingUnknown(let ending, let known):
            """
            No document is made for a name that ends in .\(ending). Known endings are \(known.joined(separator: ", ")); \
            --format writes one of them whatever the name is.
            """
        case .formatTakes(let known, let text):
            "--format takes one of \(known.joined(separator: ", ")), not “\(text)”."
        case .noPDFAtTerminal: "A PDF is not for a terminal: name a file with --output FILE."
        case .documentIsIn(let request, let path): "Request \(request) is in \(path)."
        case .noFiles: "The request has no files."
        case .noFilesButTerms(let count):
            """
            The request has no files of its own. The terms of \(c.count(count, .licence)) are in files: --licences fetches \
            them.
            """
        case .folderNotMade(let path):
            "The directory \(path) cannot be made. Check the path and its permissions."
        case .notFetched(let name, let reason, let count, let folder):
            "The file \(name) was not fetched. \(c(reason)) The \(count) before it are in \(folder)."
        case .notRead: "It cannot be read."
        case .fromHasDatasets: "--from names a request, which has its datasets: leave out --dataset."
        case .templateIsIn(let path): "The answers file is \(path)."
        case .numberUsedUp(let id):
            """
            This portal gives out its form only with a request: draft \(id) was made for it and deleted again. Its number \
            is used up.
            """
        }
    }

    /// Such as `--field 1/plan (Plan)`.
    static func options(_ choices: [Choice], or: String) -> String {
        choices.map { "--field \($0.field) (\($0.title))" }.joined(separator: " \(or) ")
    }
}
