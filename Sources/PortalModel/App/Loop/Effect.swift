import FoundationEssentials

/// Something to be done outside of the model: a value that a test can compare.
///
/// Each kind of work has its own enum and its own runner, which switches over every case: an effect that nobody carries
/// out does not compile.
public enum Effect: Equatable, Sendable {
    /// Asks a service, and changes nothing there. Starting another read of the same slot cancels the one before, and
    /// answers with an old number are dropped by the reducer.
    case read(ReadID, Question)
    case cancelRead(ReadSlot)
    /// Ask services again that are left alone because they failed: a person asks for something now.
    case tryAtOnce
    case write(ServiceWrite)
    case disk(DiskWrite)
    case file(FileWork)
    case identity(IdentityWork)
    case makeDraftID
    /// For the program that shows the screen, or plays its part.
    case host(HostWork)
    /// For the same.
    case portals(PortalsWork)
}

/// A change at the service. Those of a draft or of an application run one after the other, are never cancelled, and
/// their answers always reduce.
public enum ServiceWrite: Equatable, Sendable {
    /// Takes a new request in hand, unless one like it is known here or at the portal: see `Services.claim`.
    case claimRequest(Draft, asksPortal: Bool)
    case createApplication(DraftID, identifiers: [String])
    /// Creates and submits in one, at a service without drafts.
    case sendRequest(DraftID, identifiers: [String], [FieldID: FieldValue])
    case saveAnswers(DraftID, ApplicationID, revision: Int, [FieldID: FieldValue])
    case acceptLicences(DraftID, ApplicationID, Set<Int64>)
    case submit(DraftID, ApplicationID)
    case deleteApplication(ApplicationID)
    case changeRequest(ApplicationID, RequestChange)
    case copyApplication(ApplicationID)
    /// After a lost answer: what does the service have now? Runs in the draft's queue, after the writes before it.
    case reconcile(DraftID, ApplicationID?, LostCreation, Inquiry)

    // People of an application, one call after the other
    case inviteMember(ApplicationID, name: String, email: String)
    case removeMember(ApplicationID, Member)
    /// After a lost answer: whom does the application have now? Changes nothing.
    case checkMembers(ApplicationID)
}

/// What is to stay on this machine.
public enum DiskWrite: Equatable, Sendable {
    /// Holds the draft for this program and reads it as it lies on the disk: another program may have written it.
    /// Where there is none of that id, another draft of the application is opened.
    case openDraft(DraftID, ApplicationID?)
    /// The same, whoever has it open: the other program is refused its next write.
    case takeOverDraft(DraftID, ApplicationID?)
    case journalDraft(Draft)
    /// Keeps beside a draft how its service describes it.
    case keepForm(DraftID, Application)
    case discardDraft(DraftID)
    /// Remembers that a draft's request is submitted, and discards the draft with that.
    case keepSubmission(Submission)
    case keepBasket([BasketItem])
    case keepSeen([ApplicationID: ApplicationState])
    case keepPerson(PersonalProfile)
}

/// The person's own files, documents and answers files among them.
public enum FileWork: Equatable, Sendable {
    case listFolder(String)
    /// Reads a file as its path was typed, and attaches it.
    case upload(UploadID, ApplicationID, path: String)
    case cancelUpload(UploadID)
    /// To be read at once where it is text; else it is kept in the download folder.
    case fetchAttachment(ApplicationID, Attachment, isToRead: Bool)
    /// Writes a dataset's description into a new file where the program was started.
    case exportDataset(DatasetID, ExportFormat, path: String)
    /// The same for the terms of a licence.
    case fetchLicence(DraftID, ApplicationID, LicenceFile, isToRead: Bool)
    case exportRequest(Application, DocumentFormat)
    /// Reads an answers file, its path as it was typed, for the forms of this application.
    case readAnswers(path: String, Application)
    case writeAnswers(path: String, Application, [BasketItem])
}

/// Signing in and out: one attempt at a time, numbered so that a late answer can be told.
public enum IdentityWork: Equatable, Sendable {
    case signIn(Int, LoginWay)
    case pasteSignIn(Int, String)
    case cancelSignIn
    case signOut
}

/// What only the program around the model can do: time, the terminal, its own end.
public enum HostWork: Equatable, Sendable {
    case startTimer(TimerID, milliseconds: Int)
    case stopTimer(TimerID)
    case copy(String)
    /// Opens `$VISUAL`/`$EDITOR` on the field's text.
    case edit(FieldID, String)
    /// Opens `$PAGER` on a document.
    case page(PagedDocument)
    case redraw
    case suspend
    case setMouse(Bool)
    /// Lets what is on its way to the disk arrive, and tells.
    case finishWriting
    /// Ends the program.
    case quit
}

/// The portals that are set up, and changing over from one to another.
public enum PortalsWork: Equatable, Sendable {
    /// Goes on with a portal, in place of the one that is open.
    case openPortal(PortalChoice)
    /// Lets calls and writes that are under way end, and tells: the program is about to change over.
    case finishCalls
    case listPortals
    /// Asks a portal's services how they are, and what they speak where that is not said.
    case tryPortal(Int, PortalDraft)
    case keepPortal(PortalDraft)
    case removePortal(String)
    /// Makes a portal the one that opens when nothing else is said.
    case choosePortal(String)
}

/// A portal that is to be opened.
public enum PortalChoice: Hashable, Sendable {
    case demo
    /// One that is set up, by its name.
    case named(String)
}

/// What is known of a creation whose answer was lost: enough to recognise the application that it may have made.
public struct LostCreation: Hashable, Sendable {
    public var identifiers: [String]
    /// When the creation was journalled: what is older cannot be it. Nil when nothing was lost, and the question is only
    /// what there is.
    public var since: Date?
    /// Applications that are accounted for.
    public var known: Set<ApplicationID>
    /// By how many seconds the service's clock may be behind ours.
    public var clockDifference: TimeInterval
    /// What was sent with the creation, where creating is submitting: the lost one holds it too.
    public var answers: [FieldID: FieldValue]?

    public init(
        identifiers: [String], since: Date?, known: Set<ApplicationID> = [], clockDifference: TimeInterval = 120,
        answers: [FieldID: FieldValue]? = nil
    ) {
        self.identifiers = identifiers
        self.since = since
        self.known = known
        self.clockDifference = clockDifference
        self.answers = answers
    }

    /// The applications that can be the lost one.
    public func candidates(among applications: [ApplicationSummary]) -> [ApplicationSummary] {
        guard let since else { return [] }
        return applications.filter { application in
            (answers != nil || application.state == .draft) && !known.contains(application.id)
                && Set(application.datasets.map(\.identifier)) == Set(identifiers)
                && (application.created.map { $0 >= since.addingTimeInterval(-clockDifference) } ?? true)
        }
    }
}

/// Timers that the model asks for. Starting one again replaces it.
public enum TimerID: Hashable, Sendable, CaseIterable {
    case searchDebounce
    case previewRest
    case journalDraft
    case saveAtService
    case pollRequests
    case clearToast
    /// Redraws elapsed times while something loads, and ages once a minute.
    case ticker
    /// The next of the calls that wait for the portal is due.
    case tryAgain
    /// A draft that the disk refused is written again. The portal's waiting times do not hold it up.
    case retryJournal
}
