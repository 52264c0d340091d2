import FoundationEssentials

/// Something to be done outside of the model: a value that a test can compare.
///
/// Each kind of work has its own enum and its own runner, which switches over every case: an effect that nobody carries
/// out does not compile.
public enum Effect: Equatable, Sendable {
    /// Asks a service, and changes nothing there. Starting another read of the same slot cancels the one before, and
    /// answers with an old number are dropped by the reducer.
    case read(ReadID, Question)
    /// Ends a read that nobody waits for any more. No answer comes of it.
    case cancelRead(ReadSlot)
    /// Ask services again that are left alone because they failed: a person asks for something now.
    case tryAtOnce
    /// Changes something at the service.
    case write(ServiceWrite)
    /// Changes something on this machine, in the order in which it was asked for.
    case disk(DiskWrite)
    /// Reads or writes files that are the person's.
    case file(FileWork)
    /// Signs in or out.
    case identity(IdentityWork)
    /// Reads or changes saved searches, or asks the portal what is new of them.
    case searches(SavedSearchWork)
    /// Looks at the catalogue that is kept on this machine, or fills it.
    case mirror(MirrorWork)
    /// Looks for data of datasets, or fetches it.
    case data(DataWork)
    /// Answered by `draftIDMade`, at once.
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
    /// Makes a draft at the service for datasets, named as access management knows them. Not to be repeated unasked:
    /// each call makes another one.
    case createApplication(DraftID, identifiers: [String])
    /// Creates and submits in one, at a service without drafts.
    case sendRequest(DraftID, identifiers: [String], [FieldID: FieldValue])
    /// Sends answers that have changed; a field that is not sent keeps its value at the service. The revision is the
    /// draft's when they were taken.
    case saveAnswers(DraftID, ApplicationID, revision: Int, [FieldID: FieldValue])
    /// All licences that are accepted, by their numbers: they take the place of those before.
    case acceptLicences(DraftID, ApplicationID, Set<Int64>)
    /// To the committee. Cannot be taken back.
    case submit(DraftID, ApplicationID)
    /// Only a draft can be deleted.
    case deleteApplication(ApplicationID)
    /// Closes a request or asks for other datasets, and what else a service lets do with one that is there.
    case changeRequest(ApplicationID, RequestChange)
    /// Makes a new draft at the service of a request there (`copy-as-new`); licences have to be accepted anew.
    case copyApplication(ApplicationID)
    /// After a lost answer: what does the service have now? Runs in the draft's queue, after the writes before it.
    case reconcile(DraftID, ApplicationID?, LostCreation, Inquiry)

    // People of an application, one call after the other
    /// Sends an invitation by mail. Each call sends another one.
    case inviteMember(ApplicationID, name: String, email: String)
    /// Takes an invitation back where it was not accepted yet.
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
    /// Writes the draft as it is, under its id. Refused when another program has taken it over or changed it.
    case journalDraft(Draft)
    /// Keeps beside a draft how its service describes it.
    case keepForm(DraftID, Application)
    /// Forgets a draft, and its form with it.
    case discardDraft(DraftID)
    /// Remembers that a draft's request is submitted, and discards the draft with that.
    case keepSubmission(Submission)
    /// Replaces the whole basket.
    case keepBasket([BasketItem])
    /// The state in which each request was last looked at, for the marks of what is new.
    case keepSeen([ApplicationID: ApplicationState])
    /// Replaces the personal profile; an empty one is removed.
    case keepPerson(PersonalProfile)
    /// How the list of datasets is shown at this portal.
    case keepTable(ListTable)
    /// Puts a search, as a line, in front of the earlier ones.
    case keepSearch(String)
}

/// The person's own files, documents and answers files among them.
public enum FileWork: Equatable, Sendable {
    /// As it was typed, with a slash at its end; `~/` and what is relative are understood.
    case listFolder(String)
    /// Reads a file as its path was typed, and attaches it.
    case upload(UploadID, ApplicationID, path: String)
    /// Ends an upload. It may have arrived all the same: then nothing names it, and the service drops it.
    case cancelUpload(UploadID)
    /// To be read at once where it is text; else it is kept in the download folder.
    case fetchAttachment(ApplicationID, Attachment, isToRead: Bool)
    /// Writes a dataset's description into a new file where the program was started.
    case exportDataset(DatasetID, ExportFormat, path: String)
    /// Writes several datasets into a new file, or a new folder, as its path was typed.
    case exportCollection(DatasetCollection, CollectionFormat, path: String, from: CatalogueSource = .portal)
    /// Ends the writing of several datasets: nothing of it is kept.
    case stopExport
    /// Writes a comparison into a new file, as its path was typed.
    case exportComparison(DatasetComparison, ComparisonFormat, path: String)
    /// The same for the terms of a licence.
    case fetchLicence(DraftID, ApplicationID, LicenceFile, isToRead: Bool)
    /// Writes a document into the download folder, under a name that is free there.
    case exportRequest(Application, DocumentFormat)
    /// Reads an answers file, its path as it was typed, for the forms of this application.
    case readAnswers(path: String, Application)
    /// Writes a new answers file with the application's answers, and the datasets that they are for.
    case writeAnswers(path: String, Application, [BasketItem])
}

/// Signing in and out: one attempt at a time, numbered so that a late answer can be told.
public enum IdentityWork: Equatable, Sendable {
    /// Begins an attempt of this number; one before it is given up.
    case signIn(Int, LoginWay)
    /// The address at which the browser ended, as it was pasted, for the attempt of this number.
    case pasteSignIn(Int, String)
    /// Gives the attempt up. What the provider may still answer is dropped.
    case cancelSignIn
    /// Forgets the tokens here and has them revoked (RFC 7009).
    case signOut
}

/// What only the program around the model can do: time, the terminal, its own end.
public enum HostWork: Equatable, Sendable {
    /// Answered by `timerFired` after so long, unless it is stopped or started again.
    case startTimer(TimerID, milliseconds: Int)
    /// One that does not run is no error.
    case stopTimer(TimerID)
    /// Gives a text to the terminal's clipboard (OSC 52).
    case copy(String)
    /// The same of what this program says, in the person's language.
    case copyWords(Message)
    /// Opens `$VISUAL`/`$EDITOR` on the field's text.
    case edit(FieldID, String)
    /// Opens `$PAGER` on a document.
    case page(PagedDocument)
    /// Asks at the terminal, which is lent for it, for what opens the person's key (`DataEvent.keyAnswered`): no passphrase
    /// is ever part of the state.
    case askForKey(isNew: Bool)
    /// Lets the portal tell at once what changes (`AppAction.channel`).
    case follow
    /// Ends that.
    case stopFollowing
    /// Tells the person, who may look elsewhere, that requests have changed: as the configuration has it, or not at all.
    case ring(Message, [RequestMovement])
    /// Sends every cell anew, whatever the terminal is believed to show.
    case redraw
    /// Gives the terminal back and stops the program as `^Z` does, until the shell lets it go on.
    case suspend
    /// Takes the mouse from the terminal, or lets it select text.
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
    /// Reads which portals are set up, with their drafts and baskets.
    case listPortals
    /// Asks a portal's services how they are, and what they speak where that is not said.
    case tryPortal(Int, PortalDraft)
    /// Writes a portal into the program's own file, under its name.
    case keepPortal(PortalDraft)
    /// Takes a portal out of the program's own file. Drafts and sign-in stay.
    case removePortal(String)
    /// Makes a portal the one that opens when nothing else is said.
    case choosePortal(String)
    /// Asks several portals the same; each answers by itself, and one search before is not waited for any more.
    case searchAll(AllPortalsSearch)
    /// Asks one of them for the whole of a dataset, by the number of the page; one before is not waited for any more.
    case describe(Int, portal: String, DatasetID)
}

/// A portal that is to be opened.
public enum PortalChoice: Hashable, Sendable {
    /// The portal that comes with the program and runs as its child.
    case demo
    /// One that is set up, by its name.
    case named(String)
}

/// What is known of a creation whose answer was lost: enough to recognise the application that it may have made.
public struct LostCreation: Hashable, Sendable {
    /// As access management knows the datasets of the lost creation.
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
    /// Nothing was typed for a moment: the search begins.
    case searchDebounce
    /// The cursor has stayed on a dataset: its preview is asked for.
    case previewRest
    /// The list has not moved for a moment, and pages that it passed are still waited for.
    case pagesRest
    /// No letter was typed into an answer for a moment: what is said beside it is brought up to date.
    case typingRest
    /// The first unsaved change is old enough to be written to the disk.
    case journalDraft
    /// Nothing was answered for a moment: what has changed goes to the service.
    case saveAtService
    /// It is time to look whether a committee has decided.
    case pollRequests
    /// The portal has told that something changed: it is asked.
    case askAsTold
    /// The message at the foot of the screen was there long enough to be read.
    case clearToast
    /// Redraws elapsed times while something loads, and ages once a minute.
    case ticker
    /// The next of the calls that wait for the portal is due.
    case tryAgain
    /// A draft that the disk refused is written again. The portal's waiting times do not hold it up.
    case retryJournal
}
