/// Two answers to one question, where neither is the one that both sides knew before. Only the person can choose.
public struct AnswerConflict: Equatable, Sendable {
    /// Whose the other answer is.
    public enum Other: Equatable, Sendable {
        /// Given at the portal's web page, or by another member.
        case portal
        /// Given in another program that had taken the draft over.
        case program
        /// Given here when the request was submitted, before it was returned: both are the person's own.
        case submitted
    }

    /// Who else wrote.
    public var other: Other
    /// The answer here.
    public var mine: FieldValue
    /// The answer there.
    public var theirs: FieldValue
    /// Nil where it is not known.
    public var before: FieldValue?

    public init(_ other: Other, mine: FieldValue, theirs: FieldValue, before: FieldValue?) {
        self.other = other
        self.mine = mine
        self.theirs = theirs
        self.before = before
    }
}

/// The page that shows answers side by side.
public struct Comparison: Equatable, Sendable {
    /// What has changed since the request was submitted, in place of conflicts.
    public var isWithSubmission = false
    /// The conflict with the cursor, by its place.
    public var selection = 0
    public init() {}
}
