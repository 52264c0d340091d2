/// A call of a service as it is declared: what it is called and what belongs around it, beside whoever carries it out.
///
/// A ``Service`` gives out calls that are declared, and no others: what it does around each is done in one place.
public protocol DeclaredCall: Sendable {
    /// What is called: an `async` function that throws `PortalError` and nothing else.
    associatedtype Function: Sendable

    /// In words, as errors name it: "opening the request".
    var operation: String { get }
    /// What a service may lack; nil where every service of the kind has the call.
    var feature: PortalFeature? { get }
    /// Carries it out; nil where nobody does, and ``CallAbsence`` says why.
    var perform: Function? { get set }

    /// The call with all that its declaration puts around it.
    func call(in surroundings: CallSurroundings) -> Function
}

/// What stands around every call of a service.
public struct CallSurroundings: Sendable {
    /// What a call says that nobody carries out.
    public var absence: CallAbsence
    /// Where answers are kept that a change makes stale; nil where none are.
    public var answers: AnswerCache?

    public init(absence: CallAbsence = .unexpected, answers: AnswerCache? = nil) {
        self.absence = absence
        self.answers = answers
    }

    /// What a change makes stale, or may have made stale when its answer is lost, is forgotten: before, so that a
    /// program that is killed meanwhile leaves nothing untrue, and after, for what was answered in between.
    func changing<Output>(
        _ stale: ChangedRequest, _ change: () async throws(PortalError) -> Output
    ) async throws(PortalError) -> Output {
        answers?.forget(stale)
        defer { answers?.forget(stale) }
        return try await change()
    }
}
