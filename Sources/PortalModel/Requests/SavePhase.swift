import FoundationEssentials

/// What of the draft has reached the service.
public struct ServiceSaveState: Equatable, Sendable {
    /// How far the saving has come.
    public var phase = SavePhase.idle
    /// Save again as soon as what is under way has ended.
    public var isDue = false
    /// When the service was last seen as it is.
    var lookedAt: Date?
    /// A call was given up on, in this run or before: what it sent may still arrive.
    var mayArriveLate = false
    /// When the service took the answers last; nil where it has not, in this run.
    public var savedAt: Date?
    /// Why the last saving failed; nil after one that did not.
    public var error: PortalError?
    /// What it said it has taken since the draft was opened, as it was sent: not sent again for a difference alone,
    /// since a service may keep another text than was sent, or none.
    var sent: [FieldID: FieldValue] = [:]
    /// How often something else was found than was sent. Once, it may have been written over by an older call that
    /// arrived late; more often, the service does not want it.
    var differed: [FieldID: Int] = [:]
    /// Failures in a row.
    public var attempts = 0

    public init() {}
}

/// How far the saving in the background has come. What a submission saves on its way is the submission's own.
public enum SavePhase: Equatable, Sendable {
    /// Nothing is under way.
    case idle
    /// The service is looked at first, so that what was changed there is not written over.
    case looking(Inquiry)
    /// What is to be sent is on its way to the disk: the call is made when it is there.
    case awaitingDisk(revision: Int, [FieldID: FieldValue])
    /// The call is made; its revision and what it carries.
    case sending(revision: Int, [FieldID: FieldValue])
    /// It failed, and is tried again by itself.
    case backingOff

    /// A call is under way, or as good as.
    public var isSending: Bool {
        switch self {
        case .awaitingDisk, .sending: true
        case .idle, .looking, .backingOff: false
        }
    }
}
