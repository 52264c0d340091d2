/// What several commands say.
enum CommonCommandWords {
    /// What may be meant by a word that is not known, with a blank before it; empty where nothing is near.
    case didYouMean([String])
    /// - most: of bytes that are read, in words.
    case controlsLeftOut(count: Int)
    case notWritten(words: String)
    /// Answered with what is kept; how old it is, in seconds.
    case keptAnswer(seconds: Int)
    case nothingToChange
    /// What a portal is reached by in plain HTTP.
    case unencrypted
    case readOnTheWay(portal: String)
    case noPortal
    case cachedAndEphemeral
}
