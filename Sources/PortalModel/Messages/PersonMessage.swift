/// What is told of the personal profile.
public enum PersonMessage: Equatable, Sendable {
    /// Everything in it was taken out, so that nothing is offered.
    case isEmpty
    /// It is on the disk.
    case kept
    /// An entry that is not right by its own rules; `more` others were not either.
    case notTaken(entry: PersonalProfile.Entry, more: Int)
    /// The disk refused it.
    case notKept(error: PortalError)
}
