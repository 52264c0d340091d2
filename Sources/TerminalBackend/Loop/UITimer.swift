/// One deadline of the user interface; made by ``EventSources/schedule(at:perform:)``.
@UI
public final class UITimer {
    nonisolated let deadline: ContinuousClock.Instant
    private var perform: (@UI () -> Void)?

    init(deadline: ContinuousClock.Instant, perform: @escaping @UI () -> Void) {
        self.deadline = deadline
        self.perform = perform
    }

    var isCancelled: Bool { perform == nil }

    /// The timer will not fire any more; does nothing when it has fired.
    public func cancel() {
        perform = nil
    }

    func fire() {
        let perform = perform
        self.perform = nil
        perform?()
    }
}
