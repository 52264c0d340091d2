import Foundation
import Synchronization
import TerminalHarness
import Testing

/// A portal that takes the tokens of a real issuer: glewlwyd, the demo portal, and between them a gate that asks
/// glewlwyd about the token of every call. All of them end with the story.
final class GuardedPortal: Sendable {
    let demo: ServedDemo
    private let issuer: PythonServer
    private let gate: PythonServer
    private let issuerAddress: String
    private let gateAddress: String

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let glewlwyd = root + "/.build/glewlwyd"

    static var isAtHand: Bool { FileManager.default.isExecutableFile(atPath: glewlwyd + "/usr/bin/glewlwyd") }

    /// - Parameter arguments: for Tests/IdentityServer/glewlwyd.py.
    init(_ arguments: String...) throws {
        demo = try ServedDemo()
        let scripts = Self.root + "/Tests/IdentityServer"
        issuer = try PythonServer([scripts + "/glewlwyd.py", Self.glewlwyd] + arguments)
        issuerAddress = try issuer.value("issuer")
        let portal = demo.listening.discovery.replacingOccurrences(of: "/discovery", with: "")
        gate = try PythonServer([scripts + "/gate.py", portal, issuerAddress, demo.listening.token])
        gateAddress = try gate.value("address")
    }

    /// What names this portal to the program.
    var places: [String] {
        [
            "--discovery", gateAddress + "/discovery", "--access", gateAddress + "/daam", "--issuer", issuerAddress,
            "--client-id", "portal",
        ]
    }

    /// The same as a profile, with an archive whose bytes are fetched.
    func profile(archive: String) -> String {
        """
        title: Guarded
        discovery: \(gateAddress)/discovery
        access: \(gateAddress)/daam
        identity: {issuer: \(issuerAddress), client: portal}
        data: {sda: \(archive)}
        """
    }

    /// Where people sign in.
    var issuerOfTokens: String { issuerAddress }

    /// A person opens the address that the program shows and confirms the code.
    func approve(_ code: String) throws {
        guard try issuer.ask(["approve": code]).contains("deviceComplete") else {
            throw HarnessError("The sign-in service does not take the code \(code).")
        }
    }

    func refuseCode() throws { _ = try issuer.ask(["deny": "code"]) }

    /// No token is taken any more, and none can be renewed.
    func endLogins() throws { _ = try issuer.ask(["end": "tokens"]) }

    /// The sign-in service is switched off.
    func endIssuer() { issuer.end() }
}

/// A script of the tests that serves as long as its standard input is open, and answers a line with a line.
private final class PythonServer: Sendable {
    private let process = Process()
    private let input: FileHandle
    private let output: Mutex<FileHandle>
    private let announcement: [String: String]

    init(_ arguments: [String]) throws {
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.input = input.fileHandleForWriting
        self.output = Mutex(output.fileHandleForReading)
        announcement = try JSONDecoder().decode(
            [String: String].self, from: Self.line(from: output.fileHandleForReading))
    }

    deinit { try? input.close() }

    /// Returns when it is gone.
    func end() {
        try? input.close()
        process.waitUntilExit()
    }

    func value(_ name: String) throws -> String {
        guard let value = announcement[name] else { throw HarnessError("The server does not name its \(name).") }
        return value
    }

    func ask(_ wish: [String: String]) throws -> String {
        try input.write(contentsOf: JSONEncoder().encode(wish) + Data("\n".utf8))
        return try output.withLock { String(decoding: try Self.line(from: $0), as: UTF8.self) }
    }

    private static func line(from output: FileHandle) throws -> Data {
        var line = Data()
        while let byte = try output.read(upToCount: 1), byte.first != UInt8(ascii: "\n") {
            guard !byte.isEmpty else { throw HarnessError("The server ended before it answered.") }
            line += byte
        }
        guard !line.isEmpty else { throw HarnessError("The server ended before it answered.") }
        return line
    }
}

extension PortalStory {
    /// Starts the program at the portal, as over SSH: by a code is then the first way to sign in.
    func start(at portal: GuardedPortal, columns: Int = 80, rows: Int = 24) async throws {
        try await start(
            [ProgramUnderTest.portal()] + portal.places, columns: columns, rows: rows,
            environment: ["SSH_TTY": "/dev/pts/1"])
    }

    /// Waits for a code on the screen.
    func code() async throws -> String {
        let screen = try await expect("a code") { $0.contains(Self.code) }
        guard let code = screen.firstMatch(of: Self.code) else {
            throw HarnessError("There is no code.", lastScreen: screen)
        }
        return String(code.output)
    }

    /// Confirms the code on another device, and is signed in.
    func confirms(at portal: GuardedPortal) async throws {
        try portal.approve(try await code())
        try await expect("Signed in as Alice Example.")
    }

    private static var code: Regex<Substring> { #/[A-Z0-9]{4}-[A-Z0-9]{4}/# }
}
