import PortalModel

/// `portal request attach`, `export`, `files` and `template`.
enum RequestFileWords {
    // Attaching.
    case attached(name: String, id: Int64)
    case attachedAlready(name: String, id: Int64)
    case inNoField(choices: [Choice])
    case noNumberTold
    case unreadable(path: String)
    case isFile(path: String)
    case tooLarge(path: String)
    case fieldForm
    /// - known: the fields for files that there are, as `--field` takes them.
    case noFileField(String, known: [String])
    case notComparable(name: String, id: Int64)
    // Documents.
    /// A file name ends as no document of ours.
    case endingUnknown(String, known: [String])
    case formatTakes([String], not: String)
    case noPDFAtTerminal
    case documentIsIn(request: String, path: String)
    // Fetching.
    case noFiles
    /// None of its own; so many of its licences.
    case noFilesButTerms(count: Int)
    case folderNotMade(path: String)
    case notFetched(name: String, because: CommandFailure, count: Int, folder: String)
    case notRead
    // Answers files.
    case fromHasDatasets
    case templateIsIn(path: String)
    case numberUsedUp(id: String)

    /// A field that a file can be put into.
    struct Choice {
        /// As `--field` takes it.
        var field: String
        var title: String
    }
}
