/// Why a text did not come back from the person's editor, or where it lies. What the system says comes in its own words.
public enum EditorReason: Hashable, Sendable {
    /// It could not be made.
    case noFile(folder: String)
    /// Whatever it wrote is not taken over.
    case endedWithError(command: String)
    /// It changed nothing, which somebody who typed could not have been as quick about.
    case endedAtOnce(command: String, path: String)
    /// - words: the system's.
    case notStarted(command: String, words: String)
    /// What came back is no text for a form.
    case textTooLong, notUTF8
    /// Another program took it away.
    case fileGone(path: String)
    /// The text that was not taken over.
    case kept(path: String)
    /// Of a run that ended before its editor.
    case leftover(path: String)
    /// - place: where it may be open still; nil for one of an earlier version.
    case leftoverElsewhere(path: String, place: String?)

    /// In English.
    public var sentence: String {
        switch self {
        case .noFile(let folder): "No file for the editor could be made in \(folder)."
        case .endedWithError(let command): "“\(command)” ended with an error, so its text was not taken over."
        case .endedAtOnce(let command, let path):
            "“\(command)” ended at once, and the text is as it was. If it goes on in a window of its own, what you save there "
                + "is not taken over: it is in \(path) until portal starts the next time. Set EDITOR so that it waits, such as "
                + "code --wait, gvim -f or emacsclient without -n."
        case .notStarted(let command, let words):
            "“\(command)” could not be started: \(words) Set EDITOR to the one you use."
        case .textTooLong: "The edited text is longer than 1 MB."
        case .notUTF8: "The edited text is not in UTF-8."
        case .fileGone(let path):
            "The file that it was given (\(path)) was removed or renamed by another program while it was open. What was "
                + "written there cannot be read here; look for what the editor itself has kept, a swap or backup file."
        case .kept(let path): "It is kept in \(path)."
        case .leftover(let path):
            "What you wrote in your editor when the program ended is in \(path): take what you need and delete it."
        case .leftoverElsewhere(let path, let place):
            "A text that was given to an editor on another machine, in another container or before a restart "
                + "(\(place ?? "of an earlier version")) is in \(path). It may be open there still: close it there, or take "
                + "what you need and delete it when it is not."
        }
    }
}
