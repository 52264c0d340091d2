import Foundation
import Synchronization
import TerminalHarness
import Testing

/// A server beside the story, run by a script of Tests/Servers or Tests/IdentityServer: it says in one line where it
/// listens, answers questions a line each, and ends with its standard input.
final class SideServer: Sendable {
    /// The first line that it printed.
    let announcement: String
    private let line: Mutex<Line>

    private struct Line: ~Copyable {
        let input: FileHandle
        let output: FileHandle

        func read() -> String {
            var line = Data()
            while let byte = try? output.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
                line.append(first)
            }
            return String(decoding: line, as: UTF8.self)
        }
    }

    /// - Parameters:
    ///   - script: below Tests.
    ///   - python: that runs it.
    init(_ script: String, _ arguments: [String], by python: String = "python3") throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, Self.root + "/Tests/" + script] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = Line(input: input.fileHandleForWriting, output: output.fileHandleForReading)
        announcement = line.read()
        self.line = Mutex(line)
        guard !announcement.isEmpty else { throw HarnessError("\(script) ended before it listened") }
    }

    deinit { line.withLock { try? $0.input.close() } }

    func ask(_ question: String) -> String {
        line.withLock { line in
            try? line.input.write(contentsOf: Data((question + "\n").utf8))
            return line.read()
        }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    // MARK: - The servers

    /// A CKAN with recorded answers; needs `recorded/data.gov.uk-ckan.jsonl` of the shared data.
    static func ckan(certificate: [String] = []) throws -> SideServer {
        try SideServer("Servers/recorded-ckan.py", [SharedData.path("recorded/data.gov.uk-ckan.jsonl")] + certificate)
    }

    static let tinyproxy = root + "/.build/tinyproxy/usr/bin/tinyproxy"

    static func proxy() throws -> SideServer { try SideServer("Servers/tinyproxy.py", [tinyproxy]) }

    static let pythonWithSocketIO = root + "/.build/notifications-venv/bin/python3"

    /// What tells at once that requests have changed; it prints its port.
    static func notifications(port: Int = 0) throws -> SideServer {
        try SideServer("Servers/socketio-server.py", ["--port", "\(port)"], by: pythonWithSocketIO)
    }

    /// Where it listens, as a profile has it.
    var notificationsAddress: String {
        let port = announcement.filter(\.isNumber)
        return "http://127.0.0.1:\(port)/notifications"
    }

    static let nginx = root + "/.build/nginx/usr/sbin/nginx"

    static let pythonWithCrypt4GH = root + "/.build/contracts-venv/bin/python3"

    /// An archive of nginx and of PyPI's crypt4gh (Tests/Servers/guarded-archive.py).
    ///
    /// - Parameters:
    ///   - issuer: that it asks about tokens; every token is taken where it is nil.
    ///   - rate: how fast it hands out a body, as nginx has it.
    static func archive(issuer: String? = nil, rate: String = "0") throws -> SideServer {
        try SideServer("Servers/guarded-archive.py", [nginx, issuer ?? "none", rate], by: pythonWithCrypt4GH)
    }

    static let glewlwyd = root + "/.build/glewlwyd"

    static func identity() throws -> SideServer { try SideServer("IdentityServer/glewlwyd.py", [glewlwyd]) }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where a proxy of Debian's is at hand.
    static var needsTinyproxy: Self {
        .needs("tinyproxy is not at hand: scripts/unpack-servers.sh says why") {
            FileManager.default.isExecutableFile(atPath: SideServer.tinyproxy)
        }
    }

    /// Runs the test where python-socketio is at hand.
    static var needsSocketIO: Self {
        .needs("python-socketio is not at hand: scripts/notification-tools.sh says why") {
            FileManager.default.isExecutableFile(atPath: SideServer.pythonWithSocketIO)
        }
    }

    /// Runs the test where a web server of Debian's is at hand.
    static var needsNginx: Self {
        .needs("nginx is not at hand: scripts/unpack-servers.sh says why") {
            FileManager.default.isExecutableFile(atPath: SideServer.nginx)
        }
    }

    /// Runs the test where a web server of Debian's and crypt4gh of PyPI are at hand.
    static var needsArchive: Self {
        .needs("nginx or crypt4gh of PyPI is not at hand: make contracts fetches them") {
            FileManager.default.isExecutableFile(atPath: SideServer.nginx)
                && FileManager.default.isExecutableFile(atPath: SideServer.pythonWithCrypt4GH)
        }
    }

    /// Runs the test where an OpenID Connect server of Debian's is at hand.
    static var needsGlewlwyd: Self {
        .needs("glewlwyd is not at hand: scripts/unpack-servers.sh says why") {
            FileManager.default.isExecutableFile(atPath: SideServer.glewlwyd + "/usr/bin/glewlwyd")
        }
    }
}
