import PortalModel
import Sealing

/// `portal lock`: what is sealed on the disk, and what opens it.
enum LockWords {
    case isOff
    case isThere
    case isLocked
    /// Why the agent did not open it; nil where a key file alone does.
    case noWayIn(SealFault?)
    case ask
    case unlocked
    case notKept
    case lockedNow
    case enabled
    case disabled(path: String)
    case sealedStill(Int)
    case changed
    /// A way that the lock does not have; the only one that it has.
    case noSuchWay(String), lastWay(String)
    case oneWay
    case badDescriptor(String)
    case state(LockDocument.State, isOpen: Bool)
    case way(KeyWrap)
    case count(LockRecord.Count)
    case aside(path: String)
    case needsPassphrase
    case rescuedFirst
    case wouldForget(LockRecord.Count)
    case putAside(path: String)
    case fault(SealFault, path: String)
}
