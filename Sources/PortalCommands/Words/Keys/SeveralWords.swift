import Foundation
import PortalModel
import PortalServices

/// A search of several portals at once. Portals are named as they are in the configuration.
enum SeveralWords {
    // What is wrong with the command line.
    case noNames, allOrSome, patience, onlyLine, severalOrOne
    /// What became of one of them.
    case outcome(name: String, PortalOutcome, now: Date)
    /// What it could not be asked.
    case leftOut(name: String, LeftOutPart)
    case note(name: String, QueryNote)
    /// What is done here because the service does not do it.
    case here(name: String, [AskedSearch.Step])
    case unreadable(name: String, count: Int)
    case undecided(name: String, count: Int)
    case beaconSilent(name: String, words: String)
    /// How many are shown, and of how many at each: a sum would count twice what several portals have.
    case sum(SeveralRecord)
}
