import PortalModel

/// What `portal passport` says.
enum PassportCommandWords {
    case none
    case kind(String)
    case state(PassportRecord.State, PassportReason?)
    case expiring(count: Int, days: Int)
    case notAsked(PassportOrigin, Reason)
    case jsonAndRaw, yesAlone, rawAtTerminal
}
