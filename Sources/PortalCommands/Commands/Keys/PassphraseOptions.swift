import ArgumentParser
import Crypt4GH
import Glibc
import PortalModel
import PortalViews
import SecretMemory

/// Where a passphrase comes from: a descriptor that is named, else the terminal. Never the command line or a variable,
/// which others on the machine can see.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Read the passphrase from this descriptor, a line of it: 0 is standard input. Left out: asked \
            at the terminal.
            """, valueName: "n"))
    var passphraseFd: Int32?

    func validate() throws {
        if let passphraseFd { try Passphrase.check(passphraseFd) }
    }

    /// The one that opens a key.
    ///
    /// - Parameter open: tries it; `.wrongPassphrase` has the person asked again.
    func open<Value>(
        _ path: String, _ open: (SecretBytes) throws(KeyFault) -> Value
    ) throws(CommandFailure) -> Value {
        try Passphrase.open(path, descriptor: passphraseFd, open)
    }
}

/// What passphrases are read by.
enum Passphrase {
    /// How often somebody may mistype one.
    static let tries = 3

    /// The one that opens a key: from a descriptor, or typed at the terminal.
    ///
    /// - Parameter open: tries it; `.wrongPassphrase` has the person asked again.
    static func open<Value>(
        _ path: String, descriptor: Int32?, _ open: (SecretBytes) throws(KeyFault) -> Value
    ) throws(CommandFailure) -> Value {
        if let descriptor {
            let given = try line(of: descriptor)
            do throws(KeyFault) { return try open(given) } catch { throw CommandFailure(error, path) }
        }
        guard let terminal = HiddenTyping() else { throw CommandFailure(KeyWords.needsPassphrase(path: path), .usage) }
        for _ in 1..<tries {
            guard let typed = terminal.line(Phrasing.person(KeyWords.askPassphrase(path: path))) else { break }
            do throws(KeyFault) { return try open(typed) } catch .wrongPassphrase {
                CommandOutput().say(KeyWords.fault(.wrongPassphrase, path: path))
            } catch { throw CommandFailure(error, path) }
        }
        guard let typed = terminal.line(Phrasing.person(KeyWords.askPassphrase(path: path))) else {
            throw CommandFailure(KeyWords.noPassphrase, .usage)
        }
        do throws(KeyFault) { return try open(typed) } catch { throw CommandFailure(error, path) }
    }

    /// A descriptor that this program was started with; its own ones hold no passphrase.
    static func check(_ descriptor: Int32) throws {
        guard descriptor == 0 || descriptor > 2 else { throw ValidationError(KeyWords.badDescriptor(descriptor)) }
        // There it would be seen as it is typed.
        guard isatty(descriptor) == 0 else { throw ValidationError(KeyWords.terminalDescriptor(descriptor)) }
    }

    static func line(of descriptor: Int32) throws(CommandFailure) -> SecretBytes {
        let flags = fcntl(descriptor, F_GETFD)
        guard flags >= 0, flags & FD_CLOEXEC == 0, let line = HiddenTyping.line(of: descriptor) else {
            throw CommandFailure(KeyWords.nothingAt(descriptor: descriptor), .usage)
        }
        // A file of Windows begins with a mark, which nobody means to be of the passphrase.
        let mark = line.withBytes { $0.count - $0.withoutMark.count }
        guard line.count > mark else { throw CommandFailure(KeyWords.nothingAt(descriptor: descriptor), .usage) }
        return mark == 0 ? line : line.part(mark..<line.count)
    }

    /// A new one: from a descriptor, or typed twice.
    static func new(_ descriptor: Int32?, for path: String) throws(CommandFailure) -> SecretBytes {
        if let descriptor { return try line(of: descriptor) }
        guard let terminal = HiddenTyping() else { throw CommandFailure(KeyWords.needsNewPassphrase, .usage) }
        for _ in 0..<tries {
            guard let first = terminal.line(Phrasing.person(KeyWords.askNew(path: path))) else { break }
            guard first.count > 0 else {
                CommandOutput().say(KeyWords.emptyPassphrase)
                continue
            }
            guard let second = terminal.line(Phrasing.person(KeyWords.askAgain)) else { break }
            if first.isEqual(to: second) { return first }
            CommandOutput().say(KeyWords.differ)
        }
        throw CommandFailure(KeyWords.noPassphrase, .usage)
    }
}

extension CommandFailure {
    /// Why a key cannot be used.
    init(_ fault: KeyFault, _ path: String) {
        let status: ExitStatus =
            switch fault {
            case .wrongPassphrase, .isLocked: .authentication
            default: .failed
            }
        self.init(KeyWords.fault(fault, path: path), status)
    }
}
