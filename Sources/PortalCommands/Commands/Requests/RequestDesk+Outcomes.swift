import PortalModel

/// What a desk says when what it waits for does not come.
extension RequestDesk {
    static func kept(_ error: PortalError) -> CommandFailure {
        CommandFailure(RequestMakingWords.kept(error), ExitStatus(error.kind))
    }

    /// The portal was asked after the call, and has the request as a draft.
    static func notSubmitted(_ error: PortalError) -> CommandFailure {
        guard error.outcomeIsUnknown else { return kept(error) }
        return CommandFailure(RequestMakingWords.stillDraft(error), ExitStatus(error.kind))
    }

    static func unknown(_ error: PortalError) -> CommandFailure {
        CommandFailure(RequestMakingWords.unknown(error), ExitStatus(error.kind))
    }

    static var notThere: CommandFailure {
        CommandFailure(RequestMakingWords.notThere, .network)
    }

    static func ambiguous(_ candidates: [ApplicationSummary]) -> CommandFailure {
        CommandFailure(RequestMakingWords.ambiguous(ids: candidates.map(\.id.rawValue)))
    }
}
