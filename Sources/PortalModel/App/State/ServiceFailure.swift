import FoundationEssentials

extension AppAction {
    /// A call came back because nobody is signed in.
    var isRefusedAsSignedOut: Bool { serviceFailure?.kind == .signedOut }

    /// The failure of a call to a service; nil when it succeeded, and for everything else that happens.
    var serviceFailure: PortalError? {
        switch self {
        case .answered(_, let result): result.failure
        case .session(_, let event): event.serviceFailure
        case .members(_, .changed(_, let failure)): failure
        case .members(_, .checked(let result)): result.failure
        case .file(let event): event.serviceFailure
        case .request(_, let event): event.failure
        case .requestClaimed(_, .unsettled(_, let error)): error
        case .mirror(.filled(let result)): result.failure.flatMap { $0.kind == .local ? nil : $0 }
        case .searches(.done(_, let failure)): failure.flatMap { $0.isOfSavedSearch ? nil : $0 }
        case .started, .input, .commandChosen, .timerFired, .clicked, .measured, .recalled, .callWaits, .channel,
            .identity, .draftIDMade, .requestClaimed, .draftDiscarded, .submissionKept,
            .writingFinished,
            .basketKept, .keptInCache, .personKept, .editorClosed, .copied, .pagerClosed, .clipboardUnavailable, .noted,
            .catalogueLinesSkipped, .catalogueRead, .portalOpened, .portals,
            .searches(.listed), .mirror(.found), .mirror(.progressed), .data:
            nil
        }
    }
}

extension PortalError {
    /// It says something of one search, and nothing of its portal.
    var isOfSavedSearch: Bool { if case .savedSearch = reason { true } else { false } }
}

extension SessionEvent {
    fileprivate var serviceFailure: PortalError? {
        switch self {
        case .created(let result), .sent(let result): result.failure
        case .reconciled(_, let result): result.failure
        case .licenceFetched(_, _, let result): result.failure
        case .saved(_, let failure), .licencesAccepted(let failure), .submitted(let failure): failure
        case .opened, .takenOver, .journalled: nil
        }
    }
}

extension FileEvent {
    fileprivate var serviceFailure: PortalError? {
        switch self {
        case .uploaded(_, let result): result.failure
        case .attachmentFetched(_, let result): result.failure
        case .datasetExported(_, let result): result.failure
        case .collectionExported(_, let result): result.failure
        case .comparisonExported(let result): result.failure
        case .folderListed, .uploadBegan, .uploadProgressed, .collectionProgressed, .requestExported, .answersRead,
            .answersWritten:
            nil
        }
    }
}

extension Result {
    var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}

/// A failed call, for the log view.
public struct FailureRecord: Equatable, Sendable {
    /// By the clock of this machine.
    public var at: Date
    /// With the service's own words and the request id, where it gave them.
    public var error: PortalError

    public init(at: Date, error: PortalError) {
        self.at = at
        self.error = error
    }
}
