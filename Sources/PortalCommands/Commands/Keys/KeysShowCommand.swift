import ArgumentParser
import Crypt4GH
import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

/// `portal keys show`.
struct KeysShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a public key in one line, to paste into a form.",
        discussion: """
            What it is printed from may be a public key's file or a secret one's; of that the public half is shown.
            """)

    @Argument(
        help: "A key's file. Left out: your own public key (C4GH_PUBLIC_KEY, else ~/.c4gh/key.pub).",
        completion: .file())
    var file: String?

    @Flag(help: "As crypt4gh keeps it in a file, in three lines.")
    var pem = false

    @Flag(help: "As a picture for a camera too, for a dark terminal.")
    var qr = false

    @Flag(help: "One JSON object (docs/schemas/crypt4gh-keys.json).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    func perform() throws {
        let (key, record) = try find()
        let output = CommandOutput(json: json)
        guard !json else {
            try output.emit(record)
            return
        }
        try output.show(pem ? key.fileText : key.line)
        guard qr, let picture = QRCode(key.line) else { return }
        for line in picture.lines { try output.show(line.plain) }
    }

    private func find() throws -> (PublicKey, KeyRecord) {
        if let file {
            let path = HomePath.expanded(file, home: Environment.current.home)
            let text = try KeyPlaces.text(of: path).bytes
            do throws(KeyFault) {
                let key = try PublicKey(text: text)
                return (key, KeyRecord(key, path))
            } catch {
                guard error == .isSecret else { throw CommandFailure(error, path) }
            }
        }
        return try own()
    }

    private func own() throws -> (PublicKey, KeyRecord) {
        let places = try KeyPlaces(file)
        if FileManager.default.fileExists(atPath: places.publicKey) {
            let key = try KeyPlaces.publicKey(in: places.publicKey)
            let secret = try? KeyPlaces.secretFile(places.secret)
            return (key, secret.map { KeyRecord($0, places) } ?? KeyRecord(key, places.publicKey))
        }
        // The public key follows from the secret one.
        let key = try KeyPlaces.open(places.secret, passphrase).publicKey
        var record = KeyRecord(try KeyPlaces.secretFile(places.secret), places)
        record.publicKey = key.line
        return (key, record)
    }
}

/// `portal keys list`.
struct KeysListCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List your Crypt4GH keys: those in ~/.c4gh, and the one that C4GH_SECRET_KEY names.")

    @Flag(help: "One JSON object a key (docs/schemas/crypt4gh-keys.json).")
    var json = false

    func perform() throws {
        let standard = try KeyPlaces(nil)
        let folder = try? KeyPlaces.folder()
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        var places = names.sorted().compactMap { name in
            folder.flatMap { name.hasSuffix(".pub") ? nil : try? KeyPlaces($0 + "/" + name) }
        }
        places.removeAll { $0.secret == standard.secret }
        let records = ([standard] + places).compactMap { places in
            (try? KeyPlaces.secretFile(places.secret)).map { KeyRecord($0, places) }
        }
        try CommandOutput(json: json).emit(
            records, as: [.file, .state, .key], none: KeyWords.none,
            row: {
                [$0.secretKeyFile ?? "", Phrasing.person.text(KeyWords.lock($0.isLocked == true)), $0.publicKey ?? ""]
            })
    }
}
