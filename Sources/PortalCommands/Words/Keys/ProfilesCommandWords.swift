import PortalModel

/// `portal profiles`, and what becomes of a profile that is made or changed.
enum ProfilesCommandWords {
    case noneSetUp
    case noneSetUpYet
    case unknown(name: String, suggestions: [String], known: [String])
    case isYours(name: String, file: String, line: Int?)
    case setUpAlready(name: String, file: String)
    case needsDiscovery
    case opens(name: String)
    case noYes(name: String)
    case typeYes(KnownPortal)
    case notRemoved
    /// - tokens: where its sign-in is kept.
    case removed(KnownPortal, folder: String, tokens: String)
    // The trial.
    case finding(PortalTrial.Finding)
    case notKept(name: String)
    case kept(name: String, folder: String, signsIn: Bool)
    // What a name can be, and what opens.
    case shortName, demoName
    case yoursOpens(file: String, yours: String, name: String)
    case needsIssuerAndClient
    // Files that are not written.
    case noPlace(Deed)
    case notWritten(Deed, folder: String, reason: String?)

    /// What was to be done.
    enum Deed {
        case keep(String), remove(String), choose(String)
    }
}
