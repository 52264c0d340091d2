import PortalModel

/// What several commands say.
enum CommonCommandWords {
    /// What may be meant by a word that is not known, with a blank before it; empty where nothing is near.
    case didYouMean([String])
    case controlsLeftOut(count: Int)
    case notWritten(words: String)
    /// Answered with what is kept; how old it is, in seconds, and the language that it was asked for in where that is
    /// another one than now.
    case keptAnswer(seconds: Int, language: String? = nil)
    /// The same, since the portal could not be reached.
    case keptInstead(PortalError, seconds: Int, language: String? = nil)
    case nothingToChange
    /// What a portal is reached by in plain HTTP.
    case unencrypted
    case readOnTheWay(portal: String)
    case noPortal
    // What stands in tables; in English by its name in JSON.
    case access(AccessLevel)
    case service(PortalService)
    case state(ServiceFinding.State)
    case cachedAndEphemeral
}
