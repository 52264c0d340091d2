import NIOCore
import Synchronization

/// The programs that are told at once what happens to applications (`deploy/notifications` is what a real portal has).
final class Listeners: Sendable {
    private struct State: Sendable {
        var sessions: [String: LiveSession] = [:]
        /// Who has signed in, by session.
        var people: [String: DemoUser] = [:]
    }

    let tokens: AccessTokens
    let bounds: LiveBounds
    private let state = Mutex(State())
    private let news: ApplicationNews

    init(_ news: ApplicationNews, tokens: AccessTokens, bounds: LiveBounds = LiveBounds()) {
        self.news = news
        self.tokens = tokens
        self.bounds = bounds
        news.tell = { [weak self] application, people in await self?.tell(application, to: people) }
    }

    /// Somebody new.
    ///
    /// - Parameter socket: Nil of a program that polls.
    /// - Returns: nil where there are too many.
    func add(socket: LiveSession.Socket? = nil) -> LiveSession? {
        let session = LiveSession(self, socket: socket)
        return state.withLock { state in
            guard state.sessions.count < bounds.sessions else { return nil }
            state.sessions[session.id] = session
            return session
        }
    }

    subscript(id: String) -> LiveSession? { state.withLock { $0.sessions[id] } }

    /// - Returns: whether there is room for one more connection of this person.
    func takes(_ session: String, as user: DemoUser) -> Bool {
        state.withLock { state in
            guard state.sessions[session] != nil else { return false }
            guard state.people.values.count(where: { $0 == user }) < bounds.perPerson else { return false }
            state.people[session] = user
            return true
        }
    }

    /// From now on everything is told.
    ///
    /// - Returns: whether it is.
    func begin() async -> Bool { await news.begin() }

    func remove(_ session: String) {
        state.withLock { state in
            state.sessions[session] = nil
            state.people[session] = nil
            // Under the lock: somebody who came and began before this ended would hear nothing.
            if state.people.isEmpty { news.end() }
        }
    }

    private func tell(_ application: Int, to people: Set<String>) async {
        let sessions = state.withLock { state in
            state.people.filter { people.contains($0.value.id) }.keys.compactMap { state.sessions[$0] }
        }
        for session in sessions { await session.tell(application, to: people) }
    }
}
