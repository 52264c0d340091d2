import FoundationEssentials

/// What is known of the catalogue that is kept on this machine. It outlasts its overlay.
public struct MirrorPaneState: Equatable, Sendable {
    /// What the mirror holds; nil where there is none, or where that is not known yet.
    public internal(set) var facts: MirrorFacts?
    /// It was looked at in this run.
    public internal(set) var isKnown = false
    /// Why it could not be read or filled, when that was last tried.
    public internal(set) var problem: PortalError?
    /// Nil while it is not being filled.
    public internal(set) var filling: Filling?

    public init() {}

    /// A filling that is under way.
    public struct Filling: Equatable, Sendable {
        /// When it began.
        public var since: Date
        /// How far it is; nil before the portal's first answer.
        public var progress: MirrorProgress?

        init(since: Date) { self.since = since }
    }
}

/// What is done with the catalogue that is kept on this machine.
public enum MirrorWork: Equatable, Sendable {
    /// Looks what it holds.
    case look
    /// Fills it, or brings it up to date.
    case fill
    /// The same, and reads so many full records too: of the basket first, then of the newest that lack one.
    case fillWithRecords(Int)
    /// Ends a filling. What was read stays.
    case stop

    /// It asks the portal for something that the person waits for.
    var asksPortal: Bool {
        switch self {
        case .fill, .fillWithRecords: true
        case .look, .stop: false
        }
    }
}

/// What became of the catalogue that is kept on this machine.
public enum MirrorEvent: Equatable, Sendable {
    /// What it holds, nil where there is none; or why it cannot be read.
    case found(Result<MirrorFacts?, PortalError>)
    /// A filling has come so far.
    case progressed(MirrorProgress)
    /// A filling has ended, or why it did before its time.
    case filled(Result<MirrorReport, PortalError>)
}
