import PortalModel
import TerminalBackend

/// Why the program does not start, or a command line is not taken.
package enum LaunchWords {
    case notUTF8(word: String)
    case emptyID(GivenID)
    case noPlace(Place, variable: String)
    case unknownCommand(word: String, of: String, suggestions: [String])
    /// - words: the system's.
    case tooFewThreads(needed: Int, words: String)
    case tooFewFiles(limit: Int, open: Int, needed: Int)
    case withoutDrafts(Reason)
    case catalogueUnreadable(path: String, words: String)
    case terminal(TerminalCheck.Refusal)
    /// The same, with what can be done without a screen.
    case noScreen(TerminalCheck.Refusal)
    /// Written when the screen has been given back; several lines.
    case crashed
    // Options that do not go together, or take something else.
    case demoAndProfile, demoAndAddresses, catalogueWithoutDemo, delayWithoutDemo, delay
    case takesOne(option: String, of: [String], not: String)
    case hasDatasets, linearNeeded

    /// Whose id is given.
    package enum GivenID { case aDataset, theDataset, theRequest, aPerson, aFile }

    /// What is to be written, or pointed to.
    package enum Place { case cache, configuration, drafts }
}
