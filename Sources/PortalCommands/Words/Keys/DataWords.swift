import Crypt4GH
import PortalModel

/// `portal data decrypt` and `encrypt`.
enum DataWords {
    case decrypted(bytes: UInt64, path: String, isCounted: Bool)
    case encrypted(bytes: UInt64, path: String, readers: Int)
    case fault(Crypt4GHFault, file: String, Left)
    case behindTheEnd(start: UInt64)
    case endsBefore(bytes: UInt64)
    case notAtTerminal
    case jsonNeedsOutput
    case overwriteNeedsOutput
    case noRoom(path: String, needed: UInt64, room: UInt64)
    case diskFailed(PrivateFile.Refusal, path: String)
    /// Somebody else's file has the name that one has until it is whole.
    case partIsTaken(part: String, path: String)

    /// What there is of a file that did not become whole.
    enum Left: Sendable {
        case nothing
        /// In the file that was not given its name.
        case kept(bytes: UInt64, path: String)
        /// To whoever reads standard output.
        case given(bytes: UInt64)
    }
}
