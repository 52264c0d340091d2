import PortalDomain
import Synchronization

/// What the end of the program has to wait for: a sign-in that is being renewed or revoked.
///
/// Between a service's answer and the file that keeps it, a refresh token of one use exists nowhere else: a program that
/// ended then would have signed the person out. So whatever ends the program asks here first, and nothing of the kind
/// begins once it has asked.
public final class UncutWork: Sendable {
    /// Of this process, which is what signals end.
    public static let shared = UncutWork()

    /// How long it is waited for at most: a call has 30 s, and there are a file and a lock besides.
    public static let longest = Duration.seconds(35)

    private struct State {
        var underWay = 0
        var isEnding = false
        var whenDone: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    public init() {}

    /// False when the program is ending: then it must not begin. Else `finish()` follows, whatever comes of it.
    func begin() -> Bool {
        state.withLock { state in
            guard !state.isEnding else { return false }
            state.underWay += 1
            return true
        }
    }

    func finish() {
        let done = state.withLock { state -> [@Sendable () -> Void] in
            state.underWay -= 1
            guard state.underWay == 0 else { return [] }
            defer { state.whenDone = [] }
            return state.whenDone
        }
        for tell in done { tell() }
    }

    /// The program is about to end: nothing begins any more.
    ///
    /// - Parameter whenDone: called once, from any thread, when nothing is under way any more; not at all when nothing is.
    /// - Returns: whether something is under way.
    public func end(whenDone: @escaping @Sendable () -> Void = {}) -> Bool {
        state.withLock { state in
            state.isEnding = true
            guard state.underWay > 0 else { return false }
            state.whenDone.append(whenDone)
            return true
        }
    }

    /// The same for whoever can await it. Returns at once when nothing is under way.
    public func endAndWait(atMost limit: Duration = longest) async {
        let (done, arrive) = AsyncStream.makeStream(of: Void.self)
        guard end(whenDone: { arrive.finish() }) else { return }
        let timer = Task {
            try? await NetworkPause.sleep(for: limit)
            arrive.finish()
        }
        for await _ in done {}
        timer.cancel()
    }
}
