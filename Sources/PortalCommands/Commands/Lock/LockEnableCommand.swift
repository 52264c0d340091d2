import ArgumentParser
import Foundation
import PortalModel
import Glibc
import SecretMemory
import Sealing
import TerminalCanvas

/// What is to open a lock.
struct LockWayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            By a file elsewhere, such as on a stick; made where it is not there. Whoever has it opens the lock.
            """,
            valueName: "file"), completion: .file())
    var keyFile: String?

    @Option(
        help: ArgumentHelp(
            """
            By a key of ssh-agent (ed25519 or RSA), named by its fingerprint as ssh-add -l shows it. Whoever may use the \
            agent, also a forwarded one, opens the lock. The key signs twice now, and once when the lock is opened: an \
            agent that asks for confirmation asks as often.
            """, valueName: "fingerprint"))
    var sshAgent: String?

    func validate() throws {
        guard keyFile == nil || sshAgent == nil else { throw ValidationError(LockWords.oneWay) }
    }

    /// A way of opening the key, seen to work.
    func wrap(
        for key: SealKey, _ environment: Environment, passphraseFd: Int32?
    ) throws(CommandFailure) -> KeyWrap {
        let (now, path) = (Date().timeIntervalSince1970, environment.dataDirectory)
        do throws(SealFault) {
            if let keyFile {
                let file = HomePath.expanded(keyFile, home: environment.home)
                // Beside what it opens it protects from nobody.
                guard file.hasPrefix("/"), !file.hasPrefix(path + "/") else {
                    throw .system(path: file, code: EINVAL)
                }
                if access(file, F_OK) != 0 { try KeyFile.create(file) }
                return try .keyFile(try KeyFile.read(file), path: file, for: key, added: now)
            }
            if let sshAgent {
                guard let agent = AgentConnection(path: environment["SSH_AUTH_SOCK"]) else { throw .noAgent }
                let identities = try agent.identities()
                guard let identity = identities.first(where: { $0.fingerprint == sshAgent }) else {
                    throw identities.isEmpty ? .agentIsEmpty : .notInAgent(fingerprint: sshAgent)
                }
                return try .agent(identity, agent, for: key, added: now)
            }
        } catch { throw CommandFailure(error, keyFile ?? path) }
        guard passphraseFd != nil || TerminalWriter.standardError.isTerminal else {
            throw CommandFailure(LockWords.needsPassphrase, .usage)
        }
        let words = try Passphrase.new(passphraseFd, for: path)
        do throws(SealFault) { return try .passphrase(words, for: key, added: now) } catch {
            throw CommandFailure(error, path)
        }
    }
}

/// `portal lock enable`.
struct LockEnableCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Make a lock, and seal what is there.",
        discussion: """
            Asks twice for a passphrase unless another way is named. Who loses every way of opening it loses local drafts, \
            kept sign-ins and the personal profile; what was sent or saved at a portal is there. Cut off, it is gone on \
            with when it is run again, and everything opens meanwhile. Close other portals before: they keep files in use.
            """)

    @OptionGroup var way: LockWayOptions

    @Option(
        help: ArgumentHelp(
            """
            Read the new passphrase from this descriptor, a line of it. Left out: asked at the terminal.
            """,
            valueName: "n"))
    var passphraseFd: Int32?

    func validate() throws {
        if let passphraseFd { try Passphrase.check(passphraseFd) }
    }

    func perform() async throws {
        let environment = Environment.current
        try environment.requirePlace(.drafts, or: "XDG_DATA_HOME")
        let lock = PrivateLock.of(environment)
        do {
            if let document = try lock.document() {
                try requireSame(document, lock, environment)
            } else {
                try make(lock, environment)
            }
            try Self.set(.enabling, lock, unless: .on)
        } catch let error as SealFault { throw CommandFailure(error, lock.file.path) }
        let key = try Unlocking(lock: lock, environment: environment).key(asks: true)
        try await LockedThings(environment, lock).follow()
        do throws(SealFault) { try Self.set(.on, lock) } catch { throw CommandFailure(error, lock.file.path) }
        CommandOutput().say(LockWords.enabled)
        CommandOutput().say(SessionKeyring.keep(key) ? LockWords.unlocked : .notKept)
    }

    private func make(_ lock: PrivateLock, _ environment: Environment) throws {
        guard let key = SealKey.new() else { throw SealFault.noMemory }
        try FileManager.default.createDirectory(
            atPath: environment.dataDirectory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let wrap = try way.wrap(for: key, environment, passphraseFd: passphraseFd)
        try lock.file.change { document throws(SealFault) in
            // Another one was first: its lock stands.
            guard document == nil else { throw .inUse }
            return LockDocument(key: key.id, wraps: [wrap])
        }
        lock.keep(key)
    }

    /// A lock that is there is gone on with by what it was made with: who names something else would believe that this opens
    /// it from now on.
    private func requireSame(
        _ document: LockDocument, _ lock: PrivateLock, _ environment: Environment
    ) throws(CommandFailure) {
        let opened: SealKey?
        if let file = way.keyFile {
            let contents = try? KeyFile.read(HomePath.expanded(file, home: environment.home))
            opened = contents.flatMap { contents in
                document.wraps.lazy.compactMap { try? $0.open(document.key, keyFile: contents) }.first
            }
        } else if let fingerprint = way.sshAgent {
            // Whether the agent's key opens it is tried when it is opened.
            guard !document.wraps.contains(where: { $0.kind == .agent && $0.fingerprint == fingerprint }) else {
                return
            }
            opened = nil
        } else if let passphraseFd {
            let words = try Passphrase.line(of: passphraseFd)
            opened = document.wraps.lazy.compactMap { try? $0.open(document.key, passphrase: words) }.first
        } else {
            return
        }
        guard let opened else { throw CommandFailure(LockWords.isThere) }
        lock.keep(opened)
    }

    /// - Parameter other: a state that is left as it is.
    static func set(
        _ state: LockDocument.State, _ lock: PrivateLock, unless other: LockDocument.State? = nil
    ) throws(SealFault) {
        try lock.file.change { document throws(SealFault) in
            guard var document else { throw .damaged }
            if document.state != other { document.state = state }
            return document
        }
    }
}
