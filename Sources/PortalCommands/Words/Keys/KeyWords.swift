import Crypt4GH
import PortalModel

/// `portal keys new`, `show`, `list`, `passphrase` and `import`: keys of Crypt4GH.
enum KeyWords {
    case made(secret: String, publicKey: String)
    case liesOpen(path: String)
    case none
    case isThere(path: String)
    case notThere(path: String)
    case noHome
    case fault(KeyFault, path: String)
    /// In a table: whether a key opens with a passphrase.
    case lock(Bool)
    // Passphrases.
    case askPassphrase(path: String)
    case askNew(path: String)
    case askAgain
    case differ
    case emptyPassphrase
    case needsPassphrase(path: String)
    case needsNewPassphrase
    case noPassphrase
    case nothingAt(descriptor: Int32)
    case badDescriptor(Int32)
    case terminalDescriptor(Int32)
    case passphraseOrNone
    case passphraseChanged(path: String)
    case passphraseOff(path: String)
}
