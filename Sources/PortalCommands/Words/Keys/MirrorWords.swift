import PortalMirror
import PortalModel

/// `portal mirror`, and what is searched and shown offline.
enum MirrorWords {
    case ephemeral
    case recordsNumber
    case progress(SyncProgress)
    case synced(MirrorSyncRecord)
    case status(MirrorStatusRecord)
    case dropped(bytes: Int64)
    case nothingToDrop
    // A search.
    case onlyLine, mirrorOfOffline, whyOfOffline, cachedAndOffline
    /// The mirror answers, since the portal does not.
    case instead(PortalError)
    case gap(MirrorGap)
    case undecided(count: Int)
    case partial(MirrorState)
    case notInMirror(id: String)
}
