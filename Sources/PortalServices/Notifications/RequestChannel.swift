import FoundationEssentials
import JSONStream
import Logging
import NIOCore
import NIOSSL
import PortalDomain
import PortalVersion
import SocketIO
import Synchronization

/// What a portal tells of one's requests in real time (`deploy/notifications`, or server-sent events): that it is time to ask
/// again, and no more.
///
/// It only makes asking sooner: whoever follows requests asks every now and then all the same, and is right without this.
public struct RequestChannel: Sendable {
    let base: BaseAddress
    private let dialect: NotificationDialect
    let options: ConnectionOptions
    private let credentials: Credentials
    private let now: @Sendable () -> Date
    private let chance: @Sendable () -> Double
    /// What is waited for between tries.
    private let pause: @Sendable (Double) async throws -> Void

    /// - Parameters:
    ///   - address: such as `https://portal.example/notifications`, with `/socket.io` behind it or without; of server-sent
    ///     events their own.
    ///   - credentials: asked anew for each connection.
    /// - Throws: `.local` for an address that cannot be used.
    public init(
        _ address: String, dialect: NotificationDialect = .socketIO, options: ConnectionOptions,
        credentials: Credentials
    ) throws(PortalError) {
        try self.init(
            address, dialect: dialect, options: options, credentials: credentials, now: { Date() },
            chance: { Double.random(in: 0...1) },
            pause: { try await NetworkPause.sleep(for: .seconds($0)) })
    }

    init(
        _ address: String, dialect: NotificationDialect = .socketIO, options: ConnectionOptions,
        credentials: Credentials, now: @escaping @Sendable () -> Date, chance: @escaping @Sendable () -> Double,
        pause: @escaping @Sendable (Double) async throws -> Void
    ) throws(PortalError) {
        var base = try BaseAddress(address, allowsInsecure: options.allowsInsecureHTTP)
        if dialect == .socketIO, base.prefix.hasSuffix(Self.mount) { base.prefix.removeLast(Self.mount.count) }
        self.base = base
        self.dialect = dialect
        self.options = options
        self.credentials = credentials
        self.now = now
        self.chance = chance
        self.pause = pause
    }

    /// Where servers of Socket.IO are mounted unless they are told otherwise.
    static let mount = "/socket.io"
    static let operation = "following your requests"
    private static let noContent = 204

    /// Follows until the task is cancelled, or until the server has refused the sign-in twice: then it has said so, and it
    /// is for the person to sign in anew.
    ///
    /// - Parameter tell: from any thread, in order.
    public func follow(_ tell: @escaping @Sendable (ChannelNews) -> Void) async {
        let client = SharedClient(options)
        switch dialect {
        case .socketIO: await follow(through: SocketIOWire(SocketIOClient(place(), network: network(client))), tell)
        case .events: await follow(through: EventStream(base.origin + base.prefix, client: client), tell)
        }
        try? await client.shutdown()
    }

    private func follow(
        through wire: some NotificationWire, _ tell: @escaping @Sendable (ChannelNews) -> Void
    ) async {
        var reconnection = SocketIOReconnection()
        var lost: Date?
        /// With which the server has just sent us away.
        var refused: (token: Secret, reason: PortalError)?
        tell(.state(.connecting))
        while !Task.isCancelled {
            let attempt = await attempt(wire, instead: refused?.token, tell)
            var lasted: Duration?
            let error: PortalError
            switch attempt {
            case .cancelled: return
            case .stopped(let error):
                // There is no other: what the server said of this one says more.
                let reason = refused?.reason ?? error
                log("stopped", reason)
                return tell(.state(.refused(reason)))
            case .refused(let token, let reason):
                guard refused == nil else {
                    log("stopped", reason)
                    return tell(.state(.refused(reason)))
                }
                refused = (token, reason)
                continue
            case .lost(let reason, let time): (error, lasted) = (reason, time)
            }
            refused = nil
            if lasted != nil { lost = nil }
            let since = lost ?? now()
            lost = since
            let wait = max(
                reconnection.lost(after: wire.counted(lasted), chance: chance()), wire.leastWait)
            log("lost", error)
            tell(.state(.lost(since: since, next: now().addingTimeInterval(wait), error)))
            do { try await pause(wait) } catch { return }
        }
    }

    /// How one connection ended.
    private enum Attempt {
        case cancelled
        /// After so long; nil where it never came about.
        case lost(PortalError, Duration?)
        case refused(Secret, PortalError)
        case stopped(PortalError)
    }

    private func attempt(
        _ wire: some NotificationWire, instead refused: Secret?, _ tell: @escaping @Sendable (ChannelNews) -> Void
    ) async -> Attempt {
        let token: Secret
        do throws(PortalError) {
            let found =
                if let refused { try await credentials.replacement(refused) } else { try await credentials.token() }
            guard let found, found != refused else {
                return .stopped(PortalError(.signedOut, operation: Self.operation))
            }
            token = found
        } catch {
            if error.kind == .cancelled { return .cancelled }
            return error.kind == .signedOut ? .stopped(error) : .lost(error, nil)
        }
        let begin = Mutex<ContinuousClock.Instant?>(nil)
        do throws(NotificationEnd) {
            try await wire.run(
                token: token,
                live: { way in
                    begin.withLock { $0 = .now }
                    options.logger.debug("notifications", metadata: ["state": "live", "by": "\(way)"])
                    tell(.state(.live))
                }, changed: { tell(.changed) })
        } catch {
            let lasted = begin.withLock { $0 }?.duration(to: .now)
            switch error {
            case .notWanted:
                return .stopped(
                    PortalError(.unsupported, operation: Self.operation, because: .answer(.status(Self.noContent))))
            case .fault(.cancelled): return .cancelled
            case .fault(let fault):
                if case .refused(let refusal) = fault, !refusal.mayPass { return .refused(token, reason(fault)) }
                return .lost(reason(fault), lasted)
            }
        }
    }

    private func log(_ state: String, _ error: PortalError) {
        options.logger.info("notifications", metadata: ["state": "\(state)", "kind": "\(error.kind.logName)"])
    }
}

extension SocketIORefusal {
    /// Of the server, not of the sign-in (`deploy/notifications/README.md`).
    fileprivate var mayPass: Bool {
        guard case .string(let code) = data["code"] else { return false }
        return ["full", "unavailable", "early"].contains(code)
    }
}
