import ArgumentParser
import Crypt4GH
import PortalModel
import SecretMemory

/// How a new key is kept.
struct NewKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The secret key's file; the public one is beside it, with .pub. Left out: C4GH_SECRET_KEY, \
            else ~/.c4gh/key.
            """, valueName: "file"), completion: .file())
    var key: String?

    @Flag(help: "Without a passphrase: whoever can read the file has the key. For machines that nobody sits at.")
    var noPassphrase = false

    @Option(help: ArgumentHelp("Kept beside the key, for people to tell it by; not secret.", valueName: "text"))
    var comment: String?
}

/// `portal keys new`.
struct KeysNewCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a Crypt4GH key: data is encrypted for it, and opens with it alone.",
        discussion: """
            Makes ~/.c4gh/key and ~/.c4gh/key.pub, as crypt4gh-keygen does; no file that is there is touched. The passphrase \
            is asked for twice. Whoever loses the key or its passphrase cannot open what was encrypted for it, and nobody \
            can help: keep a copy.
            """)

    @OptionGroup var options: NewKeyOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Flag(help: "One JSON object (docs/schemas/crypt4gh-keys.json).")
    var json = false

    func validate() throws {
        guard !options.noPassphrase || passphrase.passphraseFd == nil else {
            throw ValidationError(KeyWords.passphraseOrNone)
        }
    }

    func perform() throws {
        let places = try KeyPlaces(options.key)
        let pair = KeyPair(places: places)
        try pair.requireFree()
        let words = options.noPassphrase ? nil : try Passphrase.new(passphrase.passphraseFd, for: places.secret)
        try pair.write(.new(), words, comment: options.comment)
        try Self.tell(places, json: json)
    }

    /// The key that was made: its public half as a result, where it lies as words.
    static func tell(_ places: KeyPlaces, json: Bool) throws {
        let record = KeyRecord(try KeyPlaces.secretFile(places.secret), places)
        let output = CommandOutput(json: json)
        output.say(KeyWords.made(secret: places.secret, publicKey: places.publicKey))
        if record.isLocked == false { output.say(KeyWords.liesOpen(path: places.secret)) }
        if json { try output.emit(record) } else { try output.show(record.publicKey ?? "") }
    }
}

/// `portal keys import`.
struct KeysImportCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep a key that was made elsewhere as your Crypt4GH key.",
        discussion: """
            Takes a secret key of Crypt4GH, or one of OpenSSH of the kind ed25519 that no passphrase locks. One that is \
            locked keeps its passphrase; for another you are asked for one. The file itself stays as it is.
            """)

    @Argument(help: "The secret key's file.", completion: .file())
    var file: String

    @OptionGroup var options: NewKeyOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Flag(help: "One JSON object (docs/schemas/crypt4gh-keys.json).")
    var json = false

    func perform() throws {
        let places = try KeyPlaces(options.key)
        let pair = KeyPair(places: places)
        try pair.requireFree()
        let source = HomePath.expanded(file, home: Environment.current.home)
        let found = try KeyPlaces.secretFile(source)
        var words: SecretBytes?
        let key: SecretKey
        if found.isLocked {
            do throws(KeyFault) { try found.requireKnownLock() } catch { throw CommandFailure(error, source) }
            key = try passphrase.open(source) { typed throws(KeyFault) in
                words = typed
                return try found.open(typed)
            }
            if options.noPassphrase { words = nil }
        } else {
            do throws(KeyFault) { key = try found.open(nil) } catch { throw CommandFailure(error, source) }
            if !options.noPassphrase { words = try Passphrase.new(passphrase.passphraseFd, for: places.secret) }
        }
        let comment = options.comment ?? found.comment.map { String(decoding: $0, as: UTF8.self) }
        try pair.write(key, words, comment: comment)
        try KeysNewCommand.tell(places, json: json)
    }
}
