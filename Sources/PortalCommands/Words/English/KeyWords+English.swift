import Crypt4GH
import PortalModel
import PortalViews
import TerminalCanvas

extension KeyWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .made(let secret, let publicKey):
            "The key is in \(secret), and the public key, which others may have, in \(publicKey):"
        case .liesOpen(let path):
            "It has no passphrase: whoever can read \(path) has the key. portal keys passphrase gives it one."
        case .none: "There is no key here. portal keys new makes one."
        case .isThere(let path):
            "\(path) is there already, and was left as it is. Name another file with --key."
        case .notThere(let path):
            "\(path) is not there. portal keys list tells which keys are, portal keys new makes one."
        case .noHome: "It is not known where your home is: set HOME, or name the file with --key."
        case .fault(let fault, let path): Self.words(for: fault, path)
        case .lock(true): "passphrase"
        case .lock(false): "no passphrase"
        case .askPassphrase(let path): "Passphrase of \(path): "
        case .askNew(let path): "New passphrase of \(path): "
        case .askAgain: "The same again: "
        case .differ: "The two are not the same; try again."
        case .emptyPassphrase: "A passphrase has at least one character; --no-passphrase makes a key without one."
        case .needsPassphrase(let path):
            "\(path) opens with a passphrase, and nobody can be asked here: give it with --passphrase-fd."
        case .needsNewPassphrase:
            """
            A passphrase is needed, and nobody can be asked here: give it with --passphrase-fd, or say --no-passphrase.
            """
        case .noPassphrase: "No passphrase was given; nothing was done."
        case .nothingAt(let descriptor): "There is no passphrase at the descriptor \(c.number(descriptor))."
        case .badDescriptor(let descriptor):
            "\(c.number(descriptor)) is no descriptor that a passphrase is read from: 0, or 3 and above."
        case .terminalDescriptor(let descriptor):
            """
            The descriptor \(c.number(descriptor)) is the terminal, which would show the passphrase: leave it out, and you are \
            asked.
            """
        case .passphraseOrNone: "With --no-passphrase there is none to be read: leave one out."
        case .passphraseChanged(let path):
            "\(path) opens with the new passphrase from now on. Other copies of it do not."
        case .passphraseOff(let path): "\(path) opens without a passphrase now: whoever can read the file has the key."
        }
    }

    private static func words(for fault: KeyFault, _ path: String) -> TerminalText {
        switch fault {
        case .notAKey: "\(path) is no key of Crypt4GH."
        case .isSecret:
            """
            \(path) is a secret key. Never give it to anybody: what others get is the public key, which portal keys show \
            prints.
            """
        case .isPublic: "\(path) is a public key; the secret one is needed."
        case .damaged: "\(path) is damaged: it begins as a key and goes on as none. Take a copy of it."
        case .isLocked: "\(path) opens with a passphrase."
        case .wrongPassphrase: "That is not the passphrase of \(path)."
        case .unknownDerivation(let name):
            """
            \(path) is locked in a way that this program does not know (\(name)). crypt4gh-keygen --relock --sk \(path) locks \
            a key of Crypt4GH anew; one of OpenSSH can be read once ssh-keygen -p has taken the passphrase off a copy.
            """
        case .unknownCipher(let name): "\(path) is sealed in a way that this program does not know (\(name))."
        case .tooManyRounds(let rounds):
            "\(path) asks for \(rounds) rounds to open it, which would take minutes: a key made by a person asks for fewer."
        case .noMemory: "Opening a key takes 16 MB of memory, which this machine does not give."
        case .emptyPassphrase: "A passphrase has at least one character."
        case .unknownSSHKind(let kind): "\(path) is a key of OpenSSH of the kind \(kind); ed25519 alone can be used."
        case .weakKey: "\(path) is a key that keeps nothing secret. Whoever it is from has to make another."
        }
    }
}
