import Glibc
import PortalModel
import PortalViews
import SecretMemory
import Sealing

/// Opens a lock by whatever is at hand, and asks the person last.
struct Unlocking {
    let lock: PrivateLock
    let environment: Environment

    /// Before a portal is opened: whoever has no answer goes on without what is private.
    package static func beforePortal(_ environment: Environment) throws(CommandFailure) {
        let lock = PrivateLock.of(environment)
        guard lock.isLocked else { return }
        do throws(CommandFailure) { _ = try Unlocking(lock: lock, environment: environment).key(asks: true) } catch {
            // What was given in so many words and is wrong is no browsing.
            if environment[Self.variable] != nil { throw error }
            CommandOutput().note(error)
        }
    }

    /// Names the descriptor that scripts give the passphrase by.
    static let variable = "PORTAL_UNLOCK_FD"

    /// The lock's key, kept for the session.
    ///
    /// - Parameter asks: whether the person may be asked at the terminal.
    func key(asks: Bool) throws(CommandFailure) -> SealKey {
        let document: LockDocument?
        do throws(SealFault) { document = try lock.document() } catch { throw CommandFailure(error, lock.file.path) }
        guard let document else { throw CommandFailure(LockWords.isOff) }
        if let key = lock.key(document.key) { return key }
        let key: SealKey
        let (there, refusal) = found(document)
        if let there {
            key = there
        } else if let given = try given(document) {
            key = given
        } else {
            key = try typed(document, after: refusal, asks: asks)
        }
        lock.keep(key)
        _ = SessionKeyring.keep(key)
        return key
    }

    /// Without anybody: by a key file that is where it was, or by the agent.
    ///
    /// - Returns: the key, or why the agent that is to open the lock did not.
    private func found(_ document: LockDocument) -> (key: SealKey?, refusal: SealFault?) {
        for wrap in document.wraps where wrap.kind == .keyFile {
            guard let path = wrap.name, let contents = try? KeyFile.read(path) else { continue }
            if let key = try? wrap.open(document.key, keyFile: contents) { return (key, nil) }
        }
        let wraps = document.wraps.filter { $0.kind == .agent }
        guard !wraps.isEmpty else { return (nil, nil) }
        guard let agent = AgentConnection(path: environment["SSH_AUTH_SOCK"]) else { return (nil, .noAgent) }
        var refusal: SealFault?
        for wrap in wraps {
            do throws(SealFault) { return (try wrap.open(document.key, agent: agent), nil) } catch {
                // Of several keys the one that the agent has tells more than those that it does not have.
                if case .notInAgent = error, refusal != nil { continue }
                refusal = error
            }
        }
        return (nil, refusal)
    }

    private func given(_ document: LockDocument) throws(CommandFailure) -> SealKey? {
        guard let text = environment[Self.variable] else { return nil }
        guard let descriptor = Int32(text), descriptor == 0 || descriptor > 2, isatty(descriptor) == 0 else {
            throw CommandFailure(LockWords.badDescriptor(text), .usage)
        }
        return try open(document, with: try Passphrase.line(of: descriptor))
    }

    /// - Parameter refusal: why the agent did not open it.
    private func typed(
        _ document: LockDocument, after refusal: SealFault?, asks: Bool
    ) throws(CommandFailure) -> SealKey {
        guard document.wraps.contains(where: { $0.kind == .passphrase }) else {
            throw CommandFailure(LockWords.noWayIn(refusal), .authentication)
        }
        guard asks, let terminal = HiddenTyping() else { throw CommandFailure(LockWords.isLocked, .authentication) }
        if let refusal { CommandOutput().say(LockWords.fault(refusal, path: lock.file.path)) }
        for _ in 0..<Passphrase.tries {
            guard let typed = terminal.line(Phrasing.person(LockWords.ask)), typed.count > 0 else { break }
            if let key = try opened(document, with: typed) { return key }
            CommandOutput().say(LockWords.fault(.wrongKey, path: lock.file.path))
        }
        throw CommandFailure(LockWords.isLocked, .authentication)
    }

    private func open(_ document: LockDocument, with words: SecretBytes) throws(CommandFailure) -> SealKey {
        guard let key = try opened(document, with: words) else { throw CommandFailure(.wrongKey, lock.file.path) }
        return key
    }

    /// Nil where it is none of its passphrases.
    private func opened(_ document: LockDocument, with words: SecretBytes) throws(CommandFailure) -> SealKey? {
        for wrap in document.wraps where wrap.kind == .passphrase {
            do throws(SealFault) { return try wrap.open(document.key, passphrase: words) } catch {
                guard error == .wrongKey else { throw CommandFailure(error, lock.file.path) }
            }
        }
        return nil
    }
}

extension CommandFailure {
    /// Why a lock is not made, changed or opened.
    init(_ fault: SealFault, _ path: String) {
        self.init(LockWords.fault(fault, path: path), fault == .wrongKey ? .authentication : .failed)
    }
}
