import Foundation
import JSONStream
import Logging
import PortalDomain
import TerminalHarness
import Testing

@testable import PortalServices

/// Somebody who follows, and does not wait between tries.
final class Follower: Sendable {
    enum Heard: Equatable, Sendable {
        case connecting, live, refused, changed, ended
        /// For so many seconds it would be waited now.
        case lost(Double)
    }

    private let heard: AsyncStream<Heard>
    private let task: Task<Void, Never>

    init(
        _ address: String, dialect: NotificationDialect = .socketIO, _ credentials: Credentials, caFile: String? = nil,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) throws {
        let (heard, tell) = AsyncStream.makeStream(of: Heard.self)
        self.heard = heard
        let channel = try RequestChannel(
            address, dialect: dialect, options: ConnectionOptions(caFile: caFile, logger: logger),
            credentials: credentials,
            now: { Date(timeIntervalSince1970: 0) }, chance: { 0.5 },
            // In the place of the seconds between two tries; nothing is awaited by it.
            pause: { _ in try await NetworkPause.sleep(for: .milliseconds(50)) })
        task = Task {
            await channel.follow { news in
                switch news {
                case .changed: tell.yield(.changed)
                case .state(.connecting): tell.yield(.connecting)
                case .state(.live): tell.yield(.live)
                case .state(.refused): tell.yield(.refused)
                case .state(.lost(_, let next, _)): tell.yield(.lost(next.timeIntervalSince1970))
                case .state(.none): break
                }
            }
            tell.yield(.ended)
        }
    }

    /// The next thing that is told.
    func hears() async -> Heard? {
        for await heard in heard { return heard }
        return nil
    }

    /// Whatever comes before.
    func hearsEnd() async -> Bool {
        for await heard in heard where heard == .ended { return true }
        return false
    }

    func cancel() { task.cancel() }
}

/// A server that tells, in a process of its own (`Tests/Servers`): python-socketio, or sse-starlette.
struct FollowedServer {
    /// Which of the two.
    enum Kind: String {
        case socketIO = "socketio-server.py"
        case events = "sse-server.py"
    }

    let line: ChildLine
    let port: Int
    private let kind: Kind

    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let python = tests + "/../.build/notifications-venv/bin/python3"

    var address: String { "http://127.0.0.1:\(port)/" + (kind == .events ? "events" : "notifications") }

    init(_ arguments: [String] = [], _ kind: Kind = .socketIO, port: Int = 0) async throws {
        self.kind = kind
        line = try ChildLine(
            [Self.python, Self.tests + "/Servers/" + kind.rawValue, "--port", "\(port)"] + arguments)
        guard let number = try JSONValue(parsing: await line.read())["port"].count else {
            throw HarnessError("it does not listen")
        }
        self.port = number
    }

    static func run(
        _ arguments: [String] = [], _ kind: Kind = .socketIO, _ body: (FollowedServer) async throws -> Void
    ) async throws {
        let server = try await FollowedServer(arguments, kind)
        do {
            try await body(server)
        } catch {
            await server.line.end()
            throw error
        }
        await server.line.end()
    }

    @discardableResult
    func ask(_ question: String) async throws -> JSONValue { try JSONValue(parsing: await line.ask(question)) }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where python-socketio is at hand.
    static var needsSocketIO: Self {
        .enabled("python-socketio is not at hand: scripts/notification-tools.sh says why") {
            FileManager.default.isExecutableFile(atPath: FollowedServer.python)
        }
    }
}
