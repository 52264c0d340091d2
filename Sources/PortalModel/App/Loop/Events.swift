/// What became of a change to the people of an application.
public enum MembersEvent: Equatable, Sendable {
    case changed(MemberChange.What, AppAction.Failure?)
    /// The application as it stands now, after an answer about its people was lost.
    case checked(Result<Application, PortalError>)
}

/// What became of work with the person's own files.
public enum FileEvent: Equatable, Sendable {
    case folderListed(FolderListing)
    /// The file is read and about to be sent.
    case uploadBegan(UploadID, bytes: Int)
    case uploadProgressed(UploadID, sent: Int)
    case uploaded(UploadID, Result<Attachment, PortalError>)
    case attachmentFetched(Attachment, Result<FetchedFile, PortalError>)
    /// Where a dataset's description was written.
    case datasetExported(DatasetID, Result<String, PortalError>)
    case requestExported(Result<ExportedDocument, PortalError>)
    case answersRead(Result<AnswersRead, PortalError>)
    case answersWritten(Result<String, PortalError>)
}

/// What became of signing in or out, by the number of the attempt.
public enum IdentityEvent: Equatable, Sendable {
    case prompted(Int, LoginPrompt)
    case ended(Int, Result<Account?, LoginFailure>)
    /// What was pasted has been looked at; the reason when it is not the awaited address.
    case pasted(Int, LoginFailure?)
    case signedInElsewhere(Account?)
    case signedOut(SignOutReport)
}

/// What became of the portals that are set up.
public enum PortalsEvent: Equatable, Sendable {
    case listed(Result<[KnownPortal], PortalError>)
    /// By the number of the trial.
    case tried(Int, PortalTrial)
    case kept(PortalDraft, AppAction.Failure?)
    case removed(String, AppAction.Failure?)
    case chosen(String, AppAction.Failure?)
    /// Every call and write that was under way when the program was to change over has ended.
    case callsFinished
}
