import ArgumentParser
import FoundationEssentials
import PortalModel
import PortalStorage
import Sealing

/// `portal lock`.
struct LockCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Seal drafts, sign-ins and your profile on the disk.",
        discussion: """
            With a lock, what you write in drafts, sign-ins and your personal profile are sealed on the disk with a key \
            that a passphrase, a key file or a key of ssh-agent opens: who has the files alone, such as a backup, cannot \
            read them. It is off until you enable it. Scripts give the passphrase by a descriptor that PORTAL_UNLOCK_FD \
            names. SECURITY.md says what stays readable, and what a lock does not stop.
            """,
        subcommands: [
            LockStatusCommand.self, LockEnableCommand.self, LockDisableCommand.self, LockChangeCommand.self,
            LockUnlockCommand.self, LockNowCommand.self, LockForgetCommand.self,
        ], defaultSubcommand: LockStatusCommand.self)
}

/// `portal lock status`.
struct LockStatusCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell whether there is a lock, what opens it and what is sealed.")

    @Flag(help: "One JSON object (docs/schemas/lock.json).")
    var json = false

    func perform() throws {
        let environment = Environment.current
        try environment.requirePlace(.drafts, or: "XDG_DATA_HOME")
        let lock = PrivateLock.of(environment)
        let things = LockedThings(environment, lock)
        let document: LockDocument?
        do throws(SealFault) { document = try lock.document() } catch { throw CommandFailure(error, lock.file.path) }
        let record = LockRecord(
            state: document?.state.rawValue ?? "off", key: document.map { "\($0.key)" },
            isOpen: document.map { lock.key($0.key) != nil } ?? false,
            ways: document?.wraps.map(LockRecord.Way.init) ?? [], values: try things.count(), aside: things.aside)
        let output = CommandOutput(json: json)
        guard !json else {
            try output.emit(record)
            return
        }
        guard let document else {
            try output.show(LockWords.isOff)
            if record.values.sealed > 0 { try output.show(LockWords.count(record.values)) }
            return
        }
        try output.show(LockWords.state(document.state, isOpen: record.isOpen))
        for wrap in document.wraps { try output.show(LockWords.way(wrap)) }
        try output.show(LockWords.count(record.values))
        for path in record.aside { try output.show(LockWords.aside(path: path)) }
    }
}

/// `portal lock unlock`.
struct LockUnlockCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Open the lock for this login session, for eight hours.",
        discussion: """
            The key is kept by the kernel for this login session. Where keyrings are refused, as in many containers, \
            every program asks for itself.
            """)

    func perform() throws {
        let environment = Environment.current
        let lock = PrivateLock.of(environment)
        let key = try Unlocking(lock: lock, environment: environment).key(asks: true)
        CommandOutput().say(SessionKeyring.keep(key) ? LockWords.unlocked : .notKept)
    }
}

/// `portal lock now`.
struct LockNowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "now", abstract: "Take the key out of this login session. Programs that run keep theirs.")

    func perform() throws {
        let lock = PrivateLock.of(.current)
        let document: LockDocument?
        do throws(SealFault) { document = try lock.document() } catch { throw CommandFailure(error, lock.file.path) }
        guard let document else { throw CommandFailure(LockWords.isOff) }
        _ = SessionKeyring.forget(document.key)
        CommandOutput().say(LockWords.lockedNow)
    }
}

extension LockRecord.Way {
    init(_ wrap: KeyWrap) {
        self.init(
            kind: wrap.kind.rawValue, fingerprint: wrap.fingerprint, name: wrap.name,
            added: Date(timeIntervalSince1970: wrap.added))
    }
}
