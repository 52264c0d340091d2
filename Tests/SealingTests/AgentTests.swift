import Foundation
import SecretMemory
import Testing

@testable import Sealing

/// A real ssh-agent opens the lock, and whatever it does not do is told.
@Suite struct AgentTests {
    /// An ssh-agent of the test's own, with keys that ssh-keygen has made.
    private final class Agent {
        let folder: Folder
        let process = Process()
        var socket: String { folder.path + "/agent" }

        init(_ kinds: [String]) throws {
            folder = try Folder()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-agent")
            process.arguments = ["-D", "-a", socket]
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try process.run()
            for _ in 0..<10_000 where (try? connection?.identities()) == nil { poll(nil, 0, 1) }
            for kind in kinds {
                try run(
                    "ssh-keygen", ["-q", "-t", kind, "-N", "", "-C", "test \(kind)", "-f", folder.path + "/" + kind])
                try run("ssh-add", ["-q", folder.path + "/" + kind])
            }
        }

        /// What a test starts may have inherited that signals are held back: this one cannot be.
        deinit { kill(process.processIdentifier, SIGKILL) }

        var connection: AgentConnection? { AgentConnection(path: socket, patience: 5) }

        @discardableResult func run(_ name: String, _ arguments: [String]) throws -> Int32 {
            let tool = Process()
            tool.executableURL = URL(fileURLWithPath: "/usr/bin/" + name)
            tool.arguments = arguments
            tool.environment = ["SSH_AUTH_SOCK": socket, "PATH": "/usr/bin", "HOME": folder.path]
            (tool.standardOutput, tool.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try tool.run()
            tool.waitUntilExit()
            return tool.terminationStatus
        }
    }

    private static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-agent")

    @Test(.enabled(if: isThere, "no ssh-agent"), arguments: ["ed25519", "rsa"])
    func aKeyOfTheAgentOpensTheLock(_ kind: String) throws {
        let agent = try Agent([kind])
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        #expect(identity.comment == "test \(kind)")
        let key = try key()
        let wrap = try KeyWrap.agent(identity, connection, for: key, added: 1)
        #expect(try wrap.open(key.id, agent: connection).secret.isEqual(to: key.secret))
        // As OpenSSH names it.
        #expect(wrap.fingerprint?.hasPrefix("SHA256:") == true && wrap.fingerprint?.count == 50)
        try agent.run("ssh-add", ["-q", "-D"])
        let name = identity.fingerprint
        #expect(throws: SealFault.notInAgent(fingerprint: name)) { try wrap.open(key.id, agent: connection) }
    }

    @Test(.enabled(if: isThere, "no ssh-agent")) func aKeyWhoseSignaturesDifferIsRefused() throws {
        let agent = try Agent(["ecdsa"])
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        #expect(!identity.isSteady)
        let key = try key()
        #expect(throws: SealFault.unsteadyKey) { try KeyWrap.agent(identity, connection, for: key, added: 1) }
    }

    @Test(.enabled(if: isThere, "no ssh-agent")) func theSignatureIsTheOneThatOpenSSHMakes() throws {
        let agent = try Agent(["ed25519"])
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        let message = Array("a message".utf8)
        let ours = try connection.signature(by: identity.blob, of: message)
        try agent.folder.write(Data(message), to: "message")
        let arguments = ["-Y", "sign", "-q", "-n", "portal-lock", "-f", agent.folder.path + "/ed25519"]
        #expect(try agent.run("ssh-keygen", arguments + [agent.folder.path + "/message"]) == 0)
        let text = String(decoding: try agent.folder.contents("message.sig"), as: UTF8.self)
        let base64 = text.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        let whole = try #require(Data(base64Encoded: base64))
        #expect(ours.withBytes { whole.suffix(64) == Data($0) })
    }

    @Test func whereNoAgentIsThatIsSaid() throws {
        #expect(AgentConnection(path: nil) == nil)
        #expect(AgentConnection(path: "") == nil)
        let folder = try Folder()
        for path in [folder.path + "/none", folder.path, String(repeating: "a", count: 300)] {
            let connection = try #require(AgentConnection(path: path))
            #expect(throws: SealFault.noAgent) { try connection.identities() }
        }
    }

    @Test func whatAnAgentSaysIsReadWithinItsBounds() {
        var reader = AgentReader([0, 0, 0, 2, 65, 66, 0xFF, 0xFF, 0xFF, 0xFF, 1][...])
        #expect(reader.string().map(Array.init) == [65, 66])
        #expect(reader.string() == nil)
        #expect(reader.byte() == 1)
        #expect(reader.byte() == nil)
        #expect(AgentIdentity(blob: [0, 0, 0, 9, 1], comment: "").kind == "")
    }
}
