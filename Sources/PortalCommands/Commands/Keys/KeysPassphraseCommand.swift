import ArgumentParser
import Crypt4GH
import PortalModel
import SecretMemory

/// `portal keys passphrase`.
struct KeysPassphraseCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: "Change the passphrase of your Crypt4GH key.",
        discussion: """
            The key stays the same. The new file takes the old one's place as a whole, once it was seen to open; whatever \
            happens before that, the old one is there.
            """)

    @Option(
        help: ArgumentHelp("The secret key's file. Left out: C4GH_SECRET_KEY, else ~/.c4gh/key.", valueName: "file"),
        completion: .file())
    var key: String?

    @OptionGroup var passphrase: PassphraseOptions

    @Option(
        help: ArgumentHelp(
            """
            Read the new passphrase from this descriptor; it may be the same, a line each. Left out: \
            asked at the terminal.
            """, valueName: "n"))
    var newPassphraseFd: Int32?

    @Flag(help: "Take the passphrase off: whoever can read the file has the key.")
    var noPassphrase = false

    func validate() throws {
        if let newPassphraseFd { try Passphrase.check(newPassphraseFd) }
        guard !noPassphrase || newPassphraseFd == nil else { throw ValidationError(KeyWords.passphraseOrNone) }
    }

    func perform() throws {
        let path = try KeyPlaces(key).secret
        let file = try KeyPlaces.secretFile(path)
        let secret = try KeyPlaces.open(path, passphrase)
        let words = noPassphrase ? nil : try Passphrase.new(newPassphraseFd, for: path)
        let text = try KeyPair.text(of: secret, words, comment: file.comment, path)
        try Self.check(text, secret, words, path)
        try KeyPair.replace(path, text)
        CommandOutput().say(words == nil ? KeyWords.passphraseOff(path: path) : .passphraseChanged(path: path))
    }

    /// What takes the place of the only key is seen to open first.
    private static func check(
        _ text: SecretBytes, _ key: SecretKey, _ words: SecretBytes?, _ path: String
    ) throws(CommandFailure) {
        var bytes = text.withBytes { Array($0) }
        defer { SecretBytes.wipe(&bytes) }
        let opened: SecretKey
        do throws(KeyFault) { opened = try SecretKeyFile(text: bytes).open(words) } catch {
            throw CommandFailure(error, path)
        }
        guard opened.bytes.isEqual(to: key.bytes) else { throw CommandFailure(KeyFault.damaged, path) }
    }
}
