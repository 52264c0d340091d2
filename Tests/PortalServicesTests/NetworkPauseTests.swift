import PortalServices
import Testing

@Suite("Time that passes on the network's thread")
struct NetworkPauseTests {
    @Test("It ends at once when it is cancelled, also where that was before it began", .timeLimit(.minutes(1)))
    func cancelled() async {
        let sleeper = Task { try await NetworkPause.sleep(for: .seconds(3600)) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            try await NetworkPause.sleep(for: .seconds(3600))
        }
        late.cancel()
        await #expect(throws: CancellationError.self) { try await late.value }
    }

    @Test("It ends no sooner than it is to", .timeLimit(.minutes(1)))
    func ends() async throws {
        let begin = ContinuousClock.now
        try await NetworkPause.sleep(for: .milliseconds(20))
        #expect(ContinuousClock.now - begin >= .milliseconds(20))
    }
}
