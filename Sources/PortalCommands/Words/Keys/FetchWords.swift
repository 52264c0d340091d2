import Crypt4GH
import PortalModel

/// `portal data list`, `fetch` and `verify`.
enum FetchWords {
    // Which archive.
    case noArchive
    case archiveOfItsOwn
    case namedByCatalogue(address: String)
    case askWhetherArchive(address: String)
    // What it refuses.
    case notAllowed(says: Reason?)
    /// With the archive's own words, where it has some.
    case notAllowedOrNotThere(dataset: String, AccessStanding, says: Reason?)
    // Lists.
    case noDatasets
    case noFiles
    case isOpen
    case isNotOpenYet
    case missingAtArchive([String])
    case total(files: Int, bytes: UInt64)
    // Command lines.
    case jobs
    case needsFolder
    case noSuchFile(path: String, dataset: String)
    // Before it begins.
    case folderInUse(path: String)
    case journalUnreadable(path: String)
    case muchWithoutYes(bytes: UInt64)
    case askWhetherMuch(bytes: UInt64)
    case notFetched
    // While it goes on; nothing clears the line.
    case going([Progress])
    case fetched(FetchOutcome, name: String, plain: String, bytes: UInt64)
    case failed(FetchFault, path: String)
    case done(files: Int, path: String)
    /// By a signal, with what was on its way.
    case interrupted([Progress], path: String)
    case notInManifest(path: String, LocalPath.Refusal)
    case manifestNeedsFiles
    case someMissing(count: Int, of: Int, untried: Int)
    // Checked again.
    case nothingFetched(path: String)
    case finding(DataFinding)
    case verified(files: Int, path: String)
    case notAllRight(count: Int, of: Int)

    struct Progress: Sendable {
        var name: String
        var done: UInt64
        var size: UInt64
    }
}
