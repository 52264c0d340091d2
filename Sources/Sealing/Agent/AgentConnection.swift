import CSodium
import Glibc
import SecretMemory

/// Asks the ssh-agent at a socket. Each question has a connection of its own.
package struct AgentConnection: Sendable {
    private let path: String
    /// In seconds: a person may have to say yes, or touch something.
    private let patience: Int

    /// - Parameter path: `SSH_AUTH_SOCK`; nil where there is no agent.
    package init?(path: String?, patience: Int = 60) {
        guard let path, !path.isEmpty else { return nil }
        (self.path, self.patience) = (path, patience)
    }

    private enum Kind {
        static let askIdentities: UInt8 = 11
        static let identities: UInt8 = 12
        static let askSignature: UInt8 = 13
        static let signature: UInt8 = 14
    }

    /// As OpenSSH bounds it.
    private static let longest = 256 * 1024

    /// What the agent has; a locked one says that it has nothing.
    package func identities() throws(SealFault) -> [AgentIdentity] {
        let answer = try ask([Kind.askIdentities])
        var reader = AgentReader(answer[...])
        guard reader.byte() == Kind.identities, let count = reader.number() else { throw .noAgent }
        var found: [AgentIdentity] = []
        for _ in 0..<min(count, 2048) {
            guard let blob = reader.string(), let comment = reader.string() else { throw .noAgent }
            found.append(AgentIdentity(blob: Array(blob), comment: String(decoding: comment, as: UTF8.self)))
        }
        return found
    }

    /// The signature of a message, as `ssh-keygen -Y sign -n portal-lock` makes it: under a name of its own, so that it is
    /// good for nothing else, and nothing that was signed for something else is good here.
    func signature(by blob: [UInt8], of message: [UInt8]) throws(SealFault) -> SecretBytes {
        let identity = AgentIdentity(blob: blob, comment: "")
        guard let kind = AgentIdentity.signatureKind(of: identity.kind) else { throw .unsteadyKey }
        let known = try identities()
        guard known.contains(where: { $0.blob == blob }) else {
            throw known.isEmpty ? .agentIsEmpty : .notInAgent(fingerprint: identity.fingerprint)
        }
        let question =
            [Kind.askSignature] + AgentWriter.string(blob) + AgentWriter.string(Self.signed(message))
            + AgentWriter.number(kind.flags)
        var answer = try ask(question)
        defer { SecretBytes.wipe(&answer) }
        var reader = AgentReader(answer[...])
        guard reader.byte() == Kind.signature, let signature = reader.string() else { throw .agentRefused }
        var parts = AgentReader(signature)
        guard let name = parts.string(), name.elementsEqual(kind.name.utf8), let bytes = parts.string(),
            bytes.count >= 64
        else { throw .agentRefused }
        return bytes.withUnsafeBytes { SecretBytes(copying: $0) }
    }

    /// OpenSSH's PROTOCOL.sshsig.
    private static func signed(_ message: [UInt8]) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: Int(crypto_hash_sha512_bytes()))
        _ = crypto_hash_sha512(&sum, message, UInt64(message.count))
        return Array("SSHSIG".utf8) + AgentWriter.string("portal-lock".utf8) + AgentWriter.string([])
            + AgentWriter.string("sha512".utf8) + AgentWriter.string(sum)
    }

    // MARK: The socket

    private func ask(_ question: [UInt8]) throws(SealFault) -> [UInt8] {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .noAgent }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        guard connect(descriptor) else { throw .noAgent }
        var rest = AgentWriter.string(question)[...]
        while !rest.isEmpty {
            // An agent that goes away is no signal.
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .noAgent }
            rest = rest.dropFirst(count)
        }
        var head = AgentReader(try read(4, from: descriptor)[...])
        guard let length = head.number(), (1...Self.longest).contains(Int(length)) else { throw .noAgent }
        return try read(Int(length), from: descriptor)
    }

    private func connect(_ descriptor: Int32) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // The zero at its end has to fit too.
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.contains(0) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafeBytes(of: &address) { address in
            guard let start = address.bindMemory(to: sockaddr.self).baseAddress else { return false }
            return Glibc.connect(descriptor, start, socklen_t(address.count)) == 0
        }
    }

    private func read(_ count: Int, from descriptor: Int32) throws(SealFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress?.advanced(by: done), count - done, 0)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw got < 0 && errno == EAGAIN ? .agentRefused : .noAgent }
            done += got
        }
        return bytes
    }
}
