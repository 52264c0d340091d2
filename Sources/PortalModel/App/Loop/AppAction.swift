import FoundationEssentials

/// Something that happened.
public enum AppAction: Equatable, Sendable {
    /// The program is up and the stored state is read.
    case started(StoredState)
    case input(TerminalInput)
    /// A command was chosen by key, in the palette or with the mouse.
    case commandChosen(Command)
    case timerFired(TimerID)
    /// A press of the mouse on something that the last frame showed.
    case clicked(ClickTarget, MouseEvent.Kind)
    /// The view has measured the text in sight.
    case measured(ScrollExtent)

    /// An earlier answer to a read was found; unless it is enough, the service is being asked.
    case recalled(ReadID, KeptAnswer)

    /// What a service said to a read, or why it said nothing. Whom it is for goes by the slot of the read.
    case answered(ReadID, Result<Answer, PortalError>)

    /// A call waits before it is made again.
    case callWaits(CallWait)

    case session(DraftID, SessionEvent)
    case members(ApplicationID, MembersEvent)
    case file(FileEvent)
    case identity(IdentityEvent)

    // Outcomes of writes at the service that belong to no draft
    case applicationDeleted(ApplicationID, Failure?)
    case requestChanged(ApplicationID, RequestChange, Failure?)
    /// The number of the copy, where the service tells it.
    case applicationCopied(ApplicationID, Result<ApplicationID?, PortalError>)

    // Outcomes on this machine
    case draftIDMade(DraftID)
    /// What is known of a request that is about to be made.
    case requestClaimed(Draft, RequestFinding)
    case draftDiscarded(DraftID, Failure?)
    /// That the draft's request is submitted is on the disk, and the draft is not any more.
    case submissionKept(DraftID, Failure?)
    /// Everything that was on its way to the disk has arrived or failed.
    case writingFinished
    case basketKept(Failure?)
    case keptInCache(Failure?)
    case personKept(Failure?)
    case editorClosed(FieldID, Result<String, PortalError>)
    case copied(bytes: Int)
    /// Why the pager could not show anything; nil when it has.
    case pagerClosed(Failure?)
    /// The clipboard cannot take this text: it is shown in full instead, for the terminal's own selection.
    case clipboardUnavailable(String)
    /// Something that the person should know of what was found on disk.
    case noted(String)
    /// The demo portal's catalogue file holds lines that are no datasets.
    case catalogueLinesSkipped(SkippedLines)
    case portalOpened(Result<ProfileInfo, PortalError>)

    case portals(PortalsEvent)

    /// An error of a write, or nil when it was done.
    public typealias Failure = PortalError
}

/// What became of an attachment that was fetched.
public enum FetchedFile: Equatable, Sendable {
    case text(String)
    case kept(path: String)
}

/// What could not be read of a catalogue file.
public struct SkippedLines: Equatable, Sendable {
    /// The file's name, without its folders.
    public var file: String
    public var count: Int
    /// The first of them with the reasons, such as `line 7: it has no "id"`.
    public var first: [String]

    public init(file: String, count: Int, first: [String]) {
        self.file = file
        self.count = count
        self.first = first
    }
}
