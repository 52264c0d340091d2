/// What became of a change to the people of an application.
public enum MembersEvent: Equatable, Sendable {
    /// An invitation or a removal was answered; nil when it was done.
    case changed(MemberChange.What, AppAction.Failure?)
    /// The application as it stands now, after an answer about its people was lost.
    case checked(Result<Application, PortalError>)
}

/// What became of work with the person's own files.
public enum FileEvent: Equatable, Sendable {
    /// What lies in the folder that is being typed. One that cannot be read says so in the listing.
    case folderListed(FolderListing)
    /// The file is read and about to be sent.
    case uploadBegan(UploadID, bytes: Int)
    /// How many bytes the connection has taken, of those that `uploadBegan` told.
    case uploadProgressed(UploadID, sent: Int)
    /// The service has the file under a number of its own, or says why not. A stopped upload ends in a failure too.
    case uploaded(UploadID, Result<Attachment, PortalError>)
    /// A file of an application is here, to be read or kept.
    case attachmentFetched(Attachment, Result<FetchedFile, PortalError>)
    /// Where a dataset's description was written.
    case datasetExported(DatasetID, Result<String, PortalError>)
    /// How far writing several datasets is.
    case collectionProgressed(CollectionProgress)
    /// What became of writing several datasets; without a path in it nothing was kept.
    case collectionExported(CollectionFormat, Result<CollectionReport, PortalError>)
    /// Where a comparison was written.
    case comparisonExported(Result<String, PortalError>)
    /// The document is in the download folder, or why it is not.
    case requestExported(Result<ExportedDocument, PortalError>)
    /// An answers file was read for the wizard's request; nothing of it is taken over yet.
    case answersRead(Result<AnswersRead, PortalError>)
    /// The path of the answers file that was written.
    case answersWritten(Result<String, PortalError>)
}

/// What became of signing in or out, by the number of the attempt.
public enum IdentityEvent: Equatable, Sendable {
    /// What the person has to do: open an address, type a code (RFC 8628, 3.2) or paste an address.
    case prompted(Int, LoginPrompt)
    /// Somebody is signed in; nil where the service does not tell who. Or why nobody is.
    case ended(Int, Result<Account?, LoginFailure>)
    /// What was pasted has been looked at; the reason when it is not the awaited address.
    case pasted(Int, LoginFailure?)
    /// Another program on this machine has signed in, and its tokens are used from here on.
    case signedInElsewhere(Account?)
    /// The tokens are forgotten here; the report says what became of them at the provider (RFC 7009).
    case signedOut(SignOutReport)
}

/// What became of the portals that are set up.
public enum PortalsEvent: Equatable, Sendable {
    /// Which of the portals are searched together by one name; comes before the list.
    case grouped([PortalGroup])
    /// The portals that are set up, or why their files cannot be read.
    case listed(Result<[KnownPortal], PortalError>)
    /// By the number of the trial.
    case tried(Int, PortalTrial)
    /// A portal was written to the program's own file; nil when it was done.
    case kept(PortalDraft, AppAction.Failure?)
    /// By its name; nil when it was done.
    case removed(String, AppAction.Failure?)
    /// The portal of this name opens when nothing else is said; nil when that was kept.
    case chosen(String, AppAction.Failure?)
    /// Every call and write that was under way when the program was to change over has ended.
    case callsFinished
    /// What became of one of several portals that were asked, by the number of the search.
    case found(Int, portal: String, PortalOutcome)
    /// A dataset of one of them, by the number of the page.
    case described(Int, Result<DatasetDetail, PortalError>)
}
