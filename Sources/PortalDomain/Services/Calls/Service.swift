/// The calls that a service is made of, declared one a line.
public protocol ServiceCalls: Sendable {
    /// As they are declared: nobody carries them out yet.
    init()
}

/// A service: its declared calls, each made by its name (`access.submit(id)`), and what stands around all of them.
///
/// Who carries a call out is said by its declaration: `calls.submit.perform = { id in … }`. A property that is no
/// declared call cannot be reached from here.
@dynamicMemberLookup
public struct Service<Calls: Sendable>: Sendable {
    /// The calls as they are declared, and who carries them out.
    public var calls: Calls
    private var surroundings: CallSurroundings

    /// A call with all that belongs around it.
    public subscript<Call: DeclaredCall>(dynamicMember call: KeyPath<Calls, Call>) -> Call.Function {
        calls[keyPath: call].call(in: surroundings)
    }

    /// The same calls. What each change makes stale of these answers is forgotten before it and after it, whatever
    /// comes of it.
    public func forgetting(in answers: AnswerCache) -> Service {
        var service = self
        service.surroundings.answers = answers
        return service
    }
}

extension Service where Calls: ServiceCalls {
    /// - Parameters:
    ///   - absence: what a call says that `give` leaves out.
    ///   - give: says who carries out which call.
    public init(otherwise absence: CallAbsence = .unexpected, _ give: (inout Calls) -> Void = { _ in }) {
        var calls = Calls()
        give(&calls)
        self.calls = calls
        surroundings = CallSurroundings(absence: absence)
    }
}
