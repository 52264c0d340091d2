import FoundationEssentials

/// Whether a portal tells at once that something has changed. It is asked every now and then whatever stands here.
public enum ChannelState: Hashable, Sendable {
    /// The portal has no such thing, or nobody is signed in whom it could tell.
    case none
    /// It was not reached yet.
    case connecting
    /// What changes is told at once.
    case live
    /// Not reached since, and tried again then.
    case lost(since: Date, next: Date, PortalError)
    /// It does not take the sign-in, and is not tried again before the person has signed in anew.
    case refused(PortalError)
}

/// What comes of following a portal.
public enum ChannelNews: Hashable, Sendable {
    /// When it is `live` what happened before was told to nobody: everything is to be asked for.
    case state(ChannelState)
    /// Something has changed: ask again.
    case changed
}
