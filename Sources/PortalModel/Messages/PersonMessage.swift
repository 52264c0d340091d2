/// What is told of the personal profile.
public enum PersonMessage: Equatable, Sendable {
    case isEmpty
    case kept
    case notTaken(entry: PersonalProfile.Entry, more: Int)
    case notKept(detail: String)
}
