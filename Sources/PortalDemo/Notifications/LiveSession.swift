import Foundation
import NIOCore

/// One program that is told: who it is, by what it is reached, and what it has not been given yet.
actor LiveSession {
    /// Where what is said goes as soon as it is said.
    typealias Socket = AsyncStream<String>.Continuation

    nonisolated let id = UUID().uuidString.lowercased()
    private let listeners: Listeners
    private var socket: Socket?
    /// While it polls: what the next answer brings.
    private var waiting: [String]
    private var poll: CheckedContinuation<[String]?, Never>?
    /// It tries a WebSocket: what is said meanwhile waits for it, and polls end at once.
    private var isTrying = false
    private var user: DemoUser?
    private var token = ""
    /// Since it was last asked.
    private var hasAnswered = true
    private var hasEnded = false
    private var heart: RepeatedTask?

    /// - Parameter socket: Nil of a program that polls.
    init(_ listeners: Listeners, socket: Socket? = nil) {
        self.listeners = listeners
        self.socket = socket
        waiting = []
    }

    /// Says the first words.
    ///
    /// - Parameter loop: Where the timer lives: one for a connection, which is all that happens while nothing happens.
    func open(upgrades: [String], on loop: any EventLoop) {
        say(LiveWords.open(id, upgrades: upgrades, listeners.bounds))
        let pause = TimeAmount.milliseconds(Int64(listeners.bounds.pingInterval))
        heart = loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { [weak self] _ in
            Task { await self?.beat() }
        }
    }

    /// Asks whether the program is there, and lets it go where it was not, where it never signed in, or where its token
    /// has ended.
    func beat() {
        guard hasAnswered, let user else { return end() }
        guard listeners.tokens.user(of: token) == user else {
            say(LiveWords.dismissed)
            self.user = nil
            return end()
        }
        hasAnswered = false
        say(LiveWords.ping)
    }

    /// Tells that an application has changed, where it is this person's business.
    func tell(_ application: Int, to people: Set<String>) {
        guard let user, people.contains(user.id) else { return }
        say(LiveWords.changed(application: application))
    }

    // MARK: - What the program says

    func take(_ packets: [LivePacket]) async {
        for packet in packets where !hasEnded {
            switch packet {
            case .close: end()
            case .pong: hasAnswered = true
            case .connect(let namespace, let token): await connect(namespace, token)
            case .disconnect(let namespace):
                if namespace == "/" { user = nil }
            // Of these two the socket that is tried knows.
            case .probe, .upgrade, .other: break
            }
        }
    }

    private func connect(_ namespace: String, _ token: String?) async {
        guard namespace == "/" else { return say(LiveWords.refused(namespace, "Invalid namespace")) }
        guard user == nil else { return end() }
        guard let token, !token.isEmpty else {
            return say(LiveWords.refused("/", "A token is needed", code: "anonymous"))
        }
        guard let found = listeners.tokens.user(of: token) else {
            return say(LiveWords.refused("/", "The token is not one of this portal's", code: "signature"))
        }
        guard listeners.takes(id, as: found) else {
            return say(LiveWords.refused("/", "There are too many connections", code: "full"))
        }
        // Whatever happens from now on is told.
        // Where that cannot be promised it ends, and the program comes again: it would be deaf without knowing.
        guard await listeners.begin() else { return end() }
        // It went away meanwhile, perhaps as the last who listened: what has begun after that has to end as well.
        guard !hasEnded else { return listeners.remove(id) }
        (user, self.token) = (found, token)
        say(LiveWords.connected(as: id))
    }

    // MARK: - Polling

    /// What there is for the program, as soon as there is something.
    ///
    /// - Returns: nil where nobody may wait: it has ended, or it waits already.
    func next() async -> [String]? {
        guard !hasEnded, socket == nil, poll == nil else { return nil }
        if !waiting.isEmpty {
            defer { waiting = [] }
            return waiting
        }
        if isTrying { return [LiveWords.nothing] }
        return await withCheckedContinuation { poll = $0 }
    }

    /// The answer that is waited for comes now, with nothing in it.
    func releasePoll() { answerPoll([LiveWords.nothing]) }

    private func answerPoll(_ packets: [String]) {
        poll?.resume(returning: packets)
        poll = nil
    }

    // MARK: - From polling to a WebSocket

    /// - Returns: whether it may be tried: one at a time, since the end of one is not to end what another carries.
    func tries() -> Bool {
        guard !hasEnded, socket == nil, !isTrying else { return false }
        isTrying = true
        releasePoll()
        return true
    }

    /// It goes on by this.
    ///
    /// - Returns: whether it does; not where it has ended, or goes on by another already.
    func goesOn(by socket: Socket) -> Bool {
        guard !hasEnded, self.socket == nil else {
            socket.finish()
            return false
        }
        isTrying = false
        self.socket = socket
        for packet in waiting { socket.yield(packet) }
        waiting = []
        releasePoll()
        return true
    }

    /// The socket that it tried, or went on by, is gone.
    func lost(_ socketWasTaken: Bool) {
        isTrying = false
        if socketWasTaken { end() }
    }

    // MARK: -

    private func say(_ packet: String) {
        guard !hasEnded else { return }
        if let socket {
            socket.yield(packet)
        } else if poll != nil, !isTrying {
            answerPoll([packet])
        } else {
            waiting.append(packet)
            if waiting.count > listeners.bounds.waiting { end() }
        }
    }

    func end() {
        guard !hasEnded else { return }
        hasEnded = true
        user = nil
        heart?.cancel()
        heart = nil
        socket?.yield(LiveWords.close)
        socket?.finish()
        answerPoll(waiting + [LiveWords.close])
        waiting = []
        listeners.remove(id)
    }
}
