/// What a run without a person makes of its session: the commands act by it, and so does whoever explores the orders of
/// events that they can meet.
extension SessionHost {
    /// What became of opening a draft.
    public enum Opening: Equatable, Sendable {
        /// It can be answered.
        case ready
        /// It turned out to be submitted already.
        case submitted
        /// Another program has sent or deleted the draft.
        case gone
        /// The service was asked after a lost answer, and does not have the request.
        case notThere
        /// It was refused, or the disk was; nothing was made by it.
        case failed(PortalError)
        /// An answer was lost, and the service could not be asked what it has.
        case unknown(PortalError)
        /// Several requests at the service could be the lost one.
        case ambiguous([ApplicationSummary])
    }

    /// What became of sending.
    public enum Sending: Equatable, Sendable {
        /// The service has the request.
        case submitted
        /// As in `Opening`.
        case notThere, unknown(PortalError), ambiguous([ApplicationSummary])
        /// It was refused; nothing is submitted.
        case stopped(PortalError)
        /// The service did not take it and gave no reason.
        case notTaken
    }

    /// Nil while it is not known. What is left for the next run is on the disk before anything is told.
    public var opened: Opening? {
        guard let outcome else { return nil }
        switch outcome {
        case .notThere, .failed, .unknown, .ambiguous: return session.journal.writing == nil ? outcome : nil
        case .ready, .submitted, .gone: return outcome
        }
    }

    private var outcome: Opening? {
        if isGone { return .gone }
        if session.submission == .done { return .submitted }
        if session.submission == .stopped(.creating, nil), session.opening == .ready { return .notThere }
        if let error = session.journal.error { return .failed(error) }
        if case .unknown(_, let error) = session.submission { return .unknown(error) }
        switch session.opening {
        case .claiming, .reading, .asking, .journalling, .creating, .checking: return nil
        case .notCreated(nil): return .notThere
        case .notCreated(let error?), .notRead(let error): return .failed(error)
        case .unknown(let error): return .unknown(error)
        case .ambiguous(let candidates): return .ambiguous(candidates)
        case .ready: break
        }
        guard !session.submission.isUnderWay, session.loading == nil else { return nil }
        if session.application == nil || session.isRecalled, let error = session.loadError { return .failed(error) }
        return session.application == nil ? nil : .ready
    }

    /// A run before this one has said that the service does not have what it made: who runs it again wants it made, once
    /// it was looked for once more and is still not there.
    ///
    /// - Parameter opened: the draft as this run found it.
    public func wantsCreation(of opened: Draft) -> Bool {
        opened.creationIsInDoubt && session.opening == .notCreated(nil)
    }

    /// Nothing is on its way any more, or it cannot go on by itself.
    public var rests: Bool {
        let failed = session.service.error != nil && !session.service.phase.isSending
        return isGone || session.isAtRest || failed || session.journal.error != nil
    }

    /// Nil while it is not known.
    public var sent: Sending? {
        switch session.submission {
        case .done: return .submitted
        case .unknown(_, let error): return .unknown(error)
        case .none, .asking, .journalling, .underWay, .verifying, .checking, .stopped: break
        }
        guard !session.submission.isUnderWay, session.loading == nil, session.journal.writing == nil else { return nil }
        switch session.submission {
        case .stopped(.creating, nil) where session.opening == .ready: return .notThere
        case .stopped(_, let error?): return .stopped(error)
        case .none, .asking, .journalling, .underWay, .verifying, .checking, .stopped, .unknown, .done: break
        }
        if case .ambiguous(let candidates) = session.opening { return .ambiguous(candidates) }
        return .notTaken
    }
}
