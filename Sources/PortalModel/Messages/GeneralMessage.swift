/// What is told wherever somebody is.
public indirect enum GeneralMessage: Equatable, Sendable {
    /// Given to the terminal's clipboard, which never says whether it took it.
    case copied(bytes: Int)
    /// At the start: a draft of an earlier run lies here.
    case draftFound(count: Int)
    /// More was pasted than is taken at once.
    case pasteCut(characters: Int)
    /// Heading of a text that the clipboard could not take.
    case selectAndCopy
    /// What is shown was asked for in another language (a tag of ISO 639-1).
    case keptInLanguage(String)
    /// Reads were stopped; what they would have replaced stays.
    case stopped
    /// The program takes the mouse.
    case mouseOn
    /// The terminal has it.
    case mouseOff
    /// A key without a command, by its name in the key table.
    case keyDoesNothing(key: String)
    /// What to press then. `anywhere`: no text is typed, so that a letter will do.
    case showsWhatDoes(anywhere: Bool)
    /// Keys that came at once after a stray one were dropped: they were meant as text.
    case notTakenAsKeys
    /// There was nothing to stop. `outside`: nothing has to be left first.
    case nothingRuns(outside: Bool)
    /// How a light question is answered.
    case enterDoesIt
    /// How a question is answered that takes one key, or the word.
    case keyDoesIt(word: String)
    /// The word is wanted, or another one stands there.
    case typeWord(word: String)
    /// Below a question that takes the word only.
    case typeWordAndEnter(word: String)
    /// Why a command cannot be done here: where it can.
    case belongsTo(place: KeyContext)
    /// Lines of the demo's catalogue file that are no datasets, and what is wrong with the first.
    case linesSkipped(count: Int, file: String, first: String?)
    /// What would be lost at the end of the program.
    case draftNotWritten(error: PortalError)
    /// What would be lost at the end of the program.
    case basketNotWritten(error: PortalError)
    /// Asks whether to quit in spite of it.
    case mayBeLost(loss: Message)
    /// Asks whether to quit while a file is being sent.
    case uploadStops(name: String)
}
