import ArgumentParser
import PortalModel
import PortalStorage
import Sealing

/// `portal lock disable`.
struct LockDisableCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Open everything that is sealed, and take the lock away.",
        discussion: """
            Nothing is lost when it is cut off: run it again. The lock file is kept under another name, since backups that \
            were made meanwhile open with it alone.
            """)

    func perform() async throws {
        let environment = Environment.current
        let lock = PrivateLock.of(environment)
        let key = try Unlocking(lock: lock, environment: environment).key(asks: true)
        let things = LockedThings(environment, lock)
        guard !things.drafts.contains(where: \.hasRescued) else { throw CommandFailure(LockWords.rescuedFirst) }
        do throws(SealFault) { try LockEnableCommand.set(.disabling, lock) } catch {
            throw CommandFailure(error, lock.file.path)
        }
        try await things.follow()
        let left = try things.count().sealed
        guard left == 0 else { throw CommandFailure(LockWords.sealedStill(left)) }
        let aside: String?
        do throws(SealFault) { aside = try lock.file.retire() } catch { throw CommandFailure(error, lock.file.path) }
        _ = SessionKeyring.forget(key.id)
        CommandOutput().say(LockWords.disabled(path: aside ?? lock.file.path))
    }
}

/// `portal lock forget`.
struct LockForgetCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Begin anew when nothing opens the lock any more.",
        discussion: """
            Sealed drafts, sign-ins and the personal profile are put aside, with the lock beside them, and not deleted: \
            whoever finds the passphrase later can put them back. What was sent or saved at a portal is there, and so are \
            the basket and what was submitted.
            """)

    @Flag(help: "Do it; without this it is only said what would be done.")
    var yes = false

    func perform() async throws {
        let environment = Environment.current
        let lock = PrivateLock.of(environment)
        guard lock.isThere else { throw CommandFailure(LockWords.isOff) }
        let things = LockedThings(environment, lock)
        guard yes else { throw CommandFailure(LockWords.wouldForget(try things.count()), .usage) }
        for path in try things.putAside() { CommandOutput().say(LockWords.putAside(path: path)) }
        do throws(SealFault) {
            if let path = try lock.file.retire() { CommandOutput().say(LockWords.putAside(path: path)) }
        } catch { throw CommandFailure(error, lock.file.path) }
    }
}
