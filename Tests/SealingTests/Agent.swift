import Foundation
import Testing

@testable import Sealing

/// An ssh-agent of the test's own, with keys that ssh-keygen has made.
final class Agent {
    let folder: Folder
    private let process = Process()
    private var socket: String { folder.path + "/agent" }

    init(_ kinds: [String]) throws {
        folder = try Folder()
        // Whom the agent asks: it says what is written beside it, and counts.
        try folder.write(Data("#!/bin/sh\necho >> '\(folder.path)/asked'\ncat '\(folder.path)/word'\n".utf8), to: "ask")
        try folder.write(Data("yes\n".utf8), to: "word")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/ask")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-agent")
        process.arguments = ["-D", "-a", socket]
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "DISPLAY": ":0", "SSH_ASKPASS": folder.path + "/ask",
        ]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        for _ in 0..<10_000 where (try? connection?.identities()) == nil { poll(nil, 0, 1) }
        for kind in kinds { try add(kind) }
    }

    /// What a test starts may have inherited that signals are held back: this one cannot be.
    deinit { end() }

    func end() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    var connection: AgentConnection? { AgentConnection(path: socket, patience: 5) }

    /// - Parameter options: of ssh-add.
    func add(_ kind: String, _ options: [String] = []) throws {
        let path = folder.path + "/" + kind
        try run("ssh-keygen", ["-q", "-t", kind, "-N", "", "-C", "test \(kind)", "-f", path])
        try run("ssh-add", ["-q"] + options + [path])
    }

    /// How often somebody was asked.
    var timesAsked: Int { get throws { try folder.contents("asked").count } }

    /// Whoever is asked says no from now on.
    func refuse() throws { try folder.write(Data("no\n".utf8), to: "word") }

    /// With a password, as `ssh-add -x` does.
    func lock(_ isLocked: Bool) throws {
        try folder.write(Data("a password\n".utf8), to: "word")
        try #require(try run("ssh-add", [isLocked ? "-x" : "-X"]) == 0)
    }

    @discardableResult func run(
        _ name: String, _ arguments: [String], in place: String = "/usr/bin/"
    ) throws -> Int32 {
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: place + name)
        tool.arguments = arguments
        tool.environment = [
            "SSH_AUTH_SOCK": socket, "PATH": "/usr/bin", "HOME": folder.path, "DISPLAY": ":0",
            "SSH_ASKPASS": folder.path + "/ask", "SSH_ASKPASS_REQUIRE": "force",
        ]
        (tool.standardOutput, tool.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try tool.run()
        tool.waitUntilExit()
        return tool.terminationStatus
    }
}

/// The private part of a FIDO key as OpenSSH keeps it (PROTOCOL.u2f, PROTOCOL.key): what points to a key in a device that
/// nobody has. An agent takes it, and would ask the device for each signature.
enum SecurityKeyFile {
    static func made() throws -> Data {
        let kind = AgentWriter.string("sk-ssh-ed25519@openssh.com".utf8)
        let key = AgentWriter.string([UInt8](repeating: 0x58, count: 32))
        let application = AgentWriter.string("ssh:".utf8)
        let publicKey = kind + key + application
        let check = AgentWriter.number(7)
        var secret = check + check + publicKey
        // Flags: it wants to be touched. Then the handle, and what is reserved.
        secret += [1] + AgentWriter.string([UInt8](repeating: 0x11, count: 64)) + AgentWriter.string([])
        secret += AgentWriter.string("test sk".utf8)
        for number in 1...8 where secret.count % 8 != 0 { secret.append(UInt8(number)) }
        let whole =
            Array("openssh-key-v1\0".utf8) + AgentWriter.string("none".utf8) + AgentWriter.string("none".utf8)
            + AgentWriter.string([]) + AgentWriter.number(1) + AgentWriter.string(publicKey)
            + AgentWriter.string(secret)
        let lines = Data(whole).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return Data("-----BEGIN OPENSSH PRIVATE KEY-----\n\(lines)\n-----END OPENSSH PRIVATE KEY-----\n".utf8)
    }
}
