import PortalModel

/// What a desk says when what it waits for does not come.
extension RequestDesk {
    static func kept(_ error: PortalError) -> CommandFailure {
        let reason = CommandFailure(error)
        return CommandFailure(
            "\(reason.words) Nothing was submitted; the draft and its answers are kept, and the same command goes on "
                + "with them.", reason.status)
    }

    /// The portal was asked after the call, and has the request as a draft.
    static func notSubmitted(_ error: PortalError) -> CommandFailure {
        guard error.outcomeIsUnknown else { return kept(error) }
        let reason = CommandFailure(error)
        return CommandFailure(
            "\(reason.words) The portal still has the request as a draft, and the call may yet arrive there: run the same "
                + "command again. It looks first, and sends the request only if it is not submitted.", reason.status)
    }

    static func unknown(_ error: PortalError) -> CommandFailure {
        let reason = CommandFailure(error)
        return CommandFailure(
            "An answer of the portal was lost, and it could not be asked what it has. Nothing is sent again before "
                + "that is known: run the same command again. \(reason.words)", reason.status)
    }

    static var notThere: CommandFailure {
        CommandFailure(
            "An answer of the portal was lost, and it does not have the request. It may still arrive there: run the same "
                + "command again in a while. It looks once more, and sends it again only if it is not there.", .network)
    }

    static func ambiguous(_ candidates: [ApplicationSummary]) -> CommandFailure {
        let ids = candidates.map(\.id.rawValue).joined(separator: ", ")
        return CommandFailure(
            "An answer of the portal was lost, and several requests could be the one that was made: \(ids). "
                + "Look at them with portal request show, and go on with portal request submit ID; --another makes a "
                + "new one.")
    }
}
