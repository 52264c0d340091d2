import Foundation
import SecretMemory
import Testing

@testable import Sealing

/// A real ssh-agent opens the lock, and whatever it does not do is told.
@Suite struct AgentTests {
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
        #expect(throws: SealFault.agentIsEmpty) { try wrap.open(key.id, agent: connection) }
        try agent.add(kind == "rsa" ? "ed25519" : "rsa")
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

    @Test(.enabled(if: isThere, "no ssh-agent")) func aSecurityKeyIsRefusedBeforeAnybodyTouchesIt() throws {
        let agent = try Agent([])
        try agent.folder.write(try SecurityKeyFile.made(), to: "sk")
        try agent.run("chmod", ["600", agent.folder.path + "/sk"], in: "/bin/")
        try #require(try agent.run("ssh-add", ["-q", agent.folder.path + "/sk"]) == 0)
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        #expect(identity.kind == "sk-ssh-ed25519@openssh.com")
        #expect(!identity.isSteady)
        let key = try key()
        #expect(throws: SealFault.unsteadyKey) { try KeyWrap.agent(identity, connection, for: key, added: 1) }
    }

    @Test(.enabled(if: isThere, "no ssh-agent")) func eachOfSeveralKeysOpensWhatWasSealedWithIt() throws {
        let agent = try Agent(["ed25519", "ecdsa", "rsa"])
        let connection = try #require(agent.connection)
        let identities = try connection.identities()
        #expect(identities.count == 3)
        let key = try key()
        let wraps = try identities.filter(\.isSteady).map { try KeyWrap.agent($0, connection, for: key, added: 1) }
        #expect(wraps.count == 2)
        for wrap in wraps { #expect(try wrap.open(key.id, agent: connection).secret.isEqual(to: key.secret)) }
    }

    @Test(.enabled(if: isThere, "no ssh-agent")) func aLockedAgentSaysNothingUntilItIsOpened() throws {
        let agent = try Agent(["ed25519"])
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        let key = try key()
        let wrap = try KeyWrap.agent(identity, connection, for: key, added: 1)
        try agent.lock(true)
        #expect(throws: SealFault.agentIsEmpty) { try wrap.open(key.id, agent: connection) }
        try agent.lock(false)
        #expect(try wrap.open(key.id, agent: connection).secret.isEqual(to: key.secret))
        agent.end()
        #expect(throws: SealFault.noAgent) { try wrap.open(key.id, agent: connection) }
    }

    @Test(.enabled(if: isThere, "no ssh-agent")) func whoIsAskedForConfirmationDecides() throws {
        let agent = try Agent([])
        try agent.add("ed25519", ["-c"])
        let connection = try #require(agent.connection)
        let identity = try #require(try connection.identities().first)
        let key = try key()
        let wrap = try KeyWrap.agent(identity, connection, for: key, added: 1)
        #expect(try agent.timesAsked == 2, "It signs twice.")
        #expect(try wrap.open(key.id, agent: connection).secret.isEqual(to: key.secret))
        try agent.refuse()
        #expect(throws: SealFault.agentRefused) { try wrap.open(key.id, agent: connection) }
        #expect(throws: SealFault.agentRefused) { try KeyWrap.agent(identity, connection, for: key, added: 1) }
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
