/// Why a key is not read from a file or a text.
package enum KeyFault: Error, Equatable, Sendable {
    /// Neither a key of Crypt4GH nor one of OpenSSH.
    case notAKey
    /// A secret key where a public one is wanted: not to be given to anybody.
    case isSecret
    /// A public key where the secret one is wanted.
    case isPublic
    /// It begins as a key and goes on as none.
    case damaged
    /// It opens with a passphrase.
    case isLocked
    case wrongPassphrase
    /// Its key is locked by what this program does not derive keys by (`bcrypt`); `crypt4gh-keygen --relock` changes that.
    case unknownDerivation(String)
    case unknownCipher(String)
    /// It wants more rounds of a derivation than `KeyDerivation.mostRounds`.
    case tooManyRounds(UInt32)
    /// The machine did not give the memory that deriving a key takes (16 MB).
    case noMemory
    /// A passphrase without a character locks nothing.
    case emptyPassphrase
    /// A key of OpenSSH of another kind than ed25519.
    case unknownSSHKind(String)
    /// A point of the curve that gives everybody the same shared key.
    case weakKey
}
