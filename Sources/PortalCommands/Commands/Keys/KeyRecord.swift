import Crypt4GH
import PortalModel

/// A key of Crypt4GH, without anything that is secret (docs/schemas/crypt4gh-keys.json).
struct KeyRecord: Encodable {
    /// The public key in base64; absent where it can only be had with the passphrase.
    var publicKey: String?
    /// The file that it stands in, where there is one.
    var publicKeyFile: String?
    var secretKeyFile: String?
    /// Whether it opens with a passphrase; absent where there is no secret key here.
    var isLocked: Bool?
    /// How a passphrase becomes a key, in the format's word.
    var derivation: String?
    var comment: String?

    /// A public key, and where it was read.
    init(_ key: PublicKey, _ path: String?) {
        publicKey = key.line
        publicKeyFile = path
    }

    /// A pair, as it lies there. Nobody is asked for anything.
    init(_ file: SecretKeyFile, _ places: KeyPlaces) {
        secretKeyFile = places.secret
        isLocked = file.isLocked
        derivation = file.derivation
        comment = file.comment.map { String(decoding: $0, as: UTF8.self) }
        if let key = try? KeyPlaces.publicKey(in: places.publicKey) {
            publicKey = key.line
            publicKeyFile = places.publicKey
        } else if let key = try? file.open(nil) {
            publicKey = key.publicKey.line
        }
    }
}
