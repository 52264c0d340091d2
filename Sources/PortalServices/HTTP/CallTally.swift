/// What is counted of calls: how many there are and how long they take, and nothing of what they are.
public enum CallTally: Equatable, Sendable {
    /// With a success, after all tries together.
    case answered(Duration)
    /// Without one, in the end.
    case failed(Duration)
    /// One try more is made.
    case retried
}
