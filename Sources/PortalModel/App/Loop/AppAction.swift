import FoundationEssentials

/// Something that happened.
public enum AppAction: Equatable, Sendable {
    /// The program is up and the stored state is read.
    case started(StoredState)
    /// A key, a paste, the wheel or another size of the terminal. Clicks come as `clicked`.
    case input(TerminalInput)
    /// A command was chosen by key, in the palette or with the mouse.
    case commandChosen(Command)
    /// The time of a timer that the model started is up.
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
    /// Something came of following the portal.
    case channel(ChannelNews)

    /// Something happened to the request that is made from this draft, in the open wizard or in one that was left.
    case session(DraftID, SessionEvent)
    /// Something became of the people of an application, whether or not they are on the screen.
    case members(ApplicationID, MembersEvent)
    /// Something became of work with the person's own files.
    case file(FileEvent)
    /// Something became of signing in or out.
    case identity(IdentityEvent)

    /// Something became of a change to a request at the service that belongs to no draft.
    case request(ApplicationID, RequestEvent)

    // Outcomes on this machine
    /// An id that no draft has: the model makes none itself.
    case draftIDMade(DraftID)
    /// What is known of a request that is about to be made.
    case requestClaimed(Draft, RequestFinding)
    /// Nothing of the draft is on the disk any more, when the failure is nil.
    case draftDiscarded(DraftID, Failure?)
    /// That the draft's request is submitted is on the disk, and the draft is not any more.
    case submissionKept(DraftID, Failure?)
    /// Everything that was on its way to the disk has arrived or failed.
    case writingFinished
    /// The basket is on the disk as it was when it was written, when the failure is nil.
    case basketKept(Failure?)
    /// Something that can be had again was kept, or could not be: nothing is lost by it.
    case keptInCache(Failure?)
    /// The personal profile is on the disk, when the failure is nil.
    case personKept(Failure?)
    /// The text as the person's editor left it, or why it cannot be had.
    case editorClosed(FieldID, Result<String, PortalError>)
    /// So many bytes of text went to the terminal's clipboard (OSC 52). Whether it took them nobody knows.
    case copied(bytes: Int)
    /// Why the pager could not show anything; nil when it has.
    case pagerClosed(Failure?)
    /// The clipboard cannot take this text: it is shown in full instead, for the terminal's own selection.
    case clipboardUnavailable(String)
    /// Something that the person should know of what was found on disk.
    case noted(Reason)
    /// The demo portal's catalogue file holds lines that are no datasets.
    case catalogueLinesSkipped(SkippedLines)
    /// The demo portal reads its catalogue, which takes a while; nil when it does not any more.
    case catalogueRead(CatalogueReading?)
    /// Another portal is open in place of the one before, or why the one before stays.
    case portalOpened(Result<ProfileInfo, PortalError>)

    /// Something became of saved searches.
    case searches(SavedSearchEvent)
    /// Something became of the catalogue that is kept on this machine.
    case mirror(MirrorEvent)
    /// Something became of data of datasets.
    case data(DataEvent)
    /// Something became of the portals that are set up.
    case portals(PortalsEvent)

    /// An error of a write, or nil when it was done.
    public typealias Failure = PortalError
}

/// What became of an attachment that was fetched.
public enum FetchedFile: Equatable, Sendable {
    /// What can be read on the screen.
    case text(String)
    /// It lies in the download folder, for the person's eyes only.
    case kept(path: String)
}

/// How far the demo portal has read its catalogue.
public struct CatalogueReading: Equatable, Sendable {
    /// The file's name, without its folders; nil for the catalogue that comes with the program.
    public var file: String?
    /// Datasets so far.
    public var datasets: Int
    /// From 0 to 1; nil where nobody knows how long the file is.
    public var part: Double?

    public init(file: String?, datasets: Int, part: Double?) {
        self.file = file
        self.datasets = datasets
        self.part = part
    }
}

/// What could not be read of a catalogue file.
public struct SkippedLines: Equatable, Sendable {
    /// The file's name, without its folders.
    public var file: String
    /// Lines, not bytes.
    public var count: Int
    /// The first of them with the reasons, such as `line 7: it has no "id"`.
    public var first: [String]

    public init(file: String, count: Int, first: [String]) {
        self.file = file
        self.count = count
        self.first = first
    }
}
