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

    // Answers to reads
    case searchAnswered(ReadID, Result<SearchPage, PortalError>)
    case filtersAnswered(ReadID, Result<[Filter], PortalError>)
    case filterValuesAnswered(ReadID, FilterKey, Result<[FilterValue], PortalError>)
    case datasetAnswered(ReadID, Result<DatasetDetail, PortalError>)
    case applicationsAnswered(ReadID, Result<[ApplicationSummary], PortalError>)
    case applicationAnswered(ReadID, Result<Application, PortalError>)
    case entitlementsAnswered(ReadID, Result<[Entitlement], PortalError>)
    case healthAnswered(ReadID, ServiceFinding)
    /// Those of the earlier requests that could be had.
    case earlierAnswered(ReadID, [Application])

    /// A call waits before it is made again.
    case callWaits(CallWait)

    // Without a screen: what a script does in place of keys
    case requestBegun(Draft)
    /// Answers and accepted licences for the open request.
    case answersGiven([FieldID: FieldValue], licences: Set<Int64>)
    /// A file for a field of the open request, as its path was typed.
    case fileGiven(FieldID, path: String)

    // Outcomes of writes at the service
    case applicationCreated(DraftID, Result<ApplicationID, PortalError>)
    case requestSent(DraftID, Result<ApplicationID, PortalError>)
    case answersSaved(DraftID, revision: Int, Failure?)
    case licencesAccepted(DraftID, Failure?)
    case submitted(DraftID, Failure?)
    case applicationDeleted(ApplicationID, Failure?)
    case requestChanged(ApplicationID, RequestChange, Failure?)
    /// The number of the copy, where the service tells it.
    case applicationCopied(ApplicationID, Result<ApplicationID?, PortalError>)
    case reconciled(DraftID, Result<Reconciliation, PortalError>)

    // People of an application
    case memberChanged(ApplicationID, MemberChange.What, Failure?)
    /// The application as it stands now, after an answer about its people was lost.
    case membersChecked(ApplicationID, Result<Application, PortalError>)

    // The person's own files
    case folderListed(FolderListing)
    case uploadProgressed(UploadID, sent: Int)
    case uploaded(UploadID, Result<Attachment, PortalError>)
    /// The file is read and about to be sent.
    case uploadBegan(UploadID, bytes: Int)
    case attachmentFetched(Attachment, Result<FetchedFile, PortalError>)
    /// Where a dataset's description was written.
    case datasetExported(DatasetID, Result<String, PortalError>)
    case licenceFetched(DraftID, LicenceFile, isToRead: Bool, Result<FetchedFile, PortalError>)

    // Documents and answers files
    case requestExported(Result<ExportedDocument, PortalError>)
    case answersRead(Result<AnswersRead, PortalError>)
    case answersWritten(Result<String, PortalError>)

    // Signing in and out, by the number of the attempt
    case signInPrompted(Int, LoginPrompt)
    case signInEnded(Int, Result<Account?, LoginFailure>)
    /// What was pasted has been looked at; the reason when it is not the awaited address.
    case signInPasted(Int, LoginFailure?)
    case signedInElsewhere(Account?)
    case signedOut(SignOutReport)

    // Outcomes on this machine
    case draftIDMade(DraftID)
    /// What is known of a request that is about to be made.
    case requestClaimed(Draft, RequestFinding)
    /// The draft as it is on the disk, held for this program; nil when it is not there any more.
    case draftOpened(DraftID, Result<Draft?, PortalError>)
    /// The draft as the other program left it, held for this one from now on.
    case draftTakenOver(DraftID, Result<Draft?, PortalError>)
    case draftJournalled(DraftID, revision: Int, Failure?)
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

    // The portals that are set up
    case portalsListed(Result<[KnownPortal], PortalError>)
    case portalTried(Int, PortalTrial)
    case portalKept(PortalDraft, Failure?)
    case portalRemoved(String, Failure?)
    case portalChosen(String, Failure?)
    /// Every call and write that was under way when the program was to change over has ended.
    case callsFinished

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
