/// Why a program that is started beside this one did not do its work. What it says itself comes in its own words.
public enum ProgramReason: Hashable, Sendable {
    /// Neither weasyprint nor groff is here.
    case noPDFProgram
    /// - words: its last line; nil where it said nothing.
    case noPDF(program: String, words: String?)
    /// Of groff: the file is made without them.
    case lettersLeftOut
    /// For what is handed to it.
    case noFolder
    /// It was ended.
    case notEnded(program: String)
    /// The one that makes PDF.
    case notStarted(program: String)
    /// portal-demo is not beside portal.
    case demoMissing(path: String)
    /// - words: the system's.
    case demoNotStarted(path: String, words: String)
    /// Without a word.
    case demoEnded
    /// Its own last words.
    case demoSaid(String)
    /// - words: the system's.
    case noPipe(words: String)
    /// It was built with another portal.
    case otherVersion(path: String, version: String, ours: String)
    /// It was found dead. - isKept: its requests lie on the disk.
    case demoStartedAgain(isKept: Bool)

    /// In English.
    public var sentence: String {
        switch self {
        case .noPDFProgram:
            "No program that makes PDF is installed. Debian's package weasyprint brings one (sudo apt install "
                + "weasyprint); groff is smaller and does for Latin letters. Markdown, text and JSON need none."
        case .noPDF(let program, let words):
            "\(program) could not make it: \(words ?? "It said nothing"). Markdown, text and JSON need no such program."
        case .lettersLeftOut:
            "groff has no letters for some of the words, which are left out of the PDF: Debian's package weasyprint "
                + "has them."
        case .noFolder: "No folder for its parts could be made in /tmp."
        case .notEnded(let program): "\(program) had not ended after a minute."
        case .notStarted(let program): "\(program) could not be started."
        case .demoMissing(let path):
            "\(path) is missing. It is built with portal: make build, and belongs beside it."
        case .demoNotStarted(let path, let words): "\(path) cannot be started: \(words)."
        case .demoEnded: "The demo portal ended before it listened."
        case .demoSaid(let words): words
        case .noPipe(let words): "No pipe could be opened: \(words)."
        case .otherVersion(let path, let version, let ours):
            "\(path) has version \(version) and portal \(ours). Build both again: make build."
        case .demoStartedAgain(let isKept):
            "The demo portal had ended and was started again. "
                + (isKept ? "Nothing is lost." : "It kept nothing: requests made before are gone, drafts are not.")
        }
    }
}
