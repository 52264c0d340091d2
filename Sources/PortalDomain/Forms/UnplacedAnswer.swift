/// An answer that a form has no place for.
public struct UnplacedAnswer: Equatable, Sendable {
    /// Why an answer has no place in the form.
    public enum Reason: Equatable, Sendable {
        /// The form does not ask for it.
        case notAsked
        /// A file belongs to the request that it was sent to.
        case isFile
        /// The form does not offer that choice.
        case choiceNotOffered
        /// Some of its choices; the others were placed.
        case choicesNotOffered
        /// Some of its columns; the others were placed.
        case columnsNotAsked
    }

    /// Of the question that it answered.
    public var title: LocalizedText
    /// Why it has no place.
    public var reason: Reason

    public init(title: LocalizedText, reason: Reason) {
        self.title = title
        self.reason = reason
    }
}
