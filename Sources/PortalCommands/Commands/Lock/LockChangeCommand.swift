import ArgumentParser
import PortalModel
import Sealing

/// `portal lock change`.
struct LockChangeCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Change the passphrase, or add or take away a way of opening the lock.",
        discussion: """
            Without an option a new passphrase takes the old one's place. What is sealed is not touched. A backup of the \
            old lock file still opens with the old passphrase.
            """)

    @OptionGroup var way: LockWayOptions

    @Option(
        help: ArgumentHelp(
            "Read the new passphrase from this descriptor. Left out: asked at the terminal.", valueName: "n"))
    var newPassphraseFd: Int32?

    @Option(
        help: ArgumentHelp(
            """
            Take away this way: passphrase, or a fingerprint that lock status shows. The last one stays.
            """,
            valueName: "way"))
    var remove: String?

    func validate() throws {
        if let newPassphraseFd { try Passphrase.check(newPassphraseFd) }
    }

    func perform() throws {
        let environment = Environment.current
        let lock = PrivateLock.of(environment)
        let key = try Unlocking(lock: lock, environment: environment).key(asks: true)
        let wrap = remove == nil ? try way.wrap(for: key, environment, passphraseFd: newPassphraseFd) : nil
        var refusal: LockWords?
        do throws(SealFault) {
            try lock.file.change { document throws(SealFault) in
                guard var document, document.key == key.id else { throw .damaged }
                var wraps = document.wraps
                if let wrap {
                    wraps.removeAll { $0.kind == wrap.kind && $0.fingerprint == wrap.fingerprint }
                    wraps.append(wrap)
                } else {
                    wraps.removeAll { $0.kind.rawValue == remove || $0.fingerprint.map { $0 == remove } == true }
                    if wraps == document.wraps { refusal = .noSuchWay(remove ?? "") }
                    if wraps.isEmpty { refusal = .lastWay(remove ?? "") }
                }
                if refusal == nil { document.wraps = wraps }
                return document
            }
        } catch { throw CommandFailure(error, lock.file.path) }
        if let refusal { throw CommandFailure(refusal, .usage) }
        CommandOutput().say(LockWords.changed)
    }
}
