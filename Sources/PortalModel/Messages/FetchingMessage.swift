/// What is told of the data of a dataset, and of files on their way.
public enum FetchingMessage: Equatable, Sendable {
    // Why something cannot be done.
    /// The entitlement has ended.
    case accessOver
    /// The request is not approved.
    case notGranted
    /// No archive has told files.
    case noFiles
    /// The cursor is on something else.
    case noFileHere
    /// Nothing is typed for what has the cursor.
    case noLine
    /// It is being fetched.
    case isFetching
    /// It is being looked for.
    case isLooking
    /// Data is encrypted for a key, and there is none.
    case noKey(path: String)
    /// It is there, and cannot be read.
    case keyUnusable(path: String)
    // What became of it.
    /// All is here or on its way.
    case allHere
    /// By the person.
    case stopped
    /// After a failure.
    case partKept
    /// All that was asked for is here.
    case done(files: Int)
    /// Not all of it is.
    case someFailed(count: Int, of: Int)
    /// What the checksums say.
    case checked(DataTally)
    // Questions.
    /// An archive that the catalogue alone names.
    case askArchive(address: String)
    /// More than 10 GB.
    case askMuch(bytes: UInt64)
    /// The program ends, and files are on their way.
    case endStops(files: Int)
    /// Another portal is to be opened, and files are on their way.
    case endFirst
    /// On the shell's screen, when the program has ended: what is typed for all that was asked for, in its order.
    case goesOn(lines: [String])
}
