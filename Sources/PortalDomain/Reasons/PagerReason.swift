/// Why a text could not be shown in a pager. What the system says comes in its own words.
public enum PagerReason: Hashable, Sendable {
    /// Neither less nor more is here, and PAGER names none.
    case none
    /// What it shows would be gone at once.
    case doesNotWait(command: String)
    /// None of the folders took the text.
    case noFile(folders: [String])
    /// - words: the system's; nil where the shell did not find it.
    case notStarted(command: String, words: String?)
    /// Not 0.
    case endedWithStatus(command: String, Int)
    /// By its number.
    case endedBySignal(command: String, Int)

    /// In English.
    public var sentence: String {
        switch self {
        case .none: "There is no pager on this machine: install less, or set PAGER to the one you use."
        case .doesNotWait(let command):
            "PAGER is “\(command)”, which does not wait: set it to a pager such as less."
        case .noFile(let folders):
            "No file for the pager could be made in \(folders.joined(separator: ", ")). Look at their free space."
        case .notStarted(let command, nil):
            "“\(command)” could not be started. Set PAGER to the one you use, such as less."
        case .notStarted(let command, .some(let words)):
            "“\(command)” could not be started: \(words) Set PAGER to the one you use."
        case .endedWithStatus(let command, let status): "“\(command)” ended with status \(status)."
        case .endedBySignal(let command, let number): "“\(command)” was ended by signal \(number)."
        }
    }
}
