import CSodium
import SecretMemory

extension PublicKey {
    static let label = "CRYPT4GH PUBLIC KEY"

    /// One line, base64: as forms and services take it.
    package var line: String { PEM.encoded(bytes) }

    /// As the reference implementation keeps it in a file.
    package var fileText: String { "-----BEGIN \(Self.label)-----\n\(line)\n-----END \(Self.label)-----\n" }

    /// A key of a file or of a form: with the lines around it or without them, or an ed25519 key of OpenSSH.
    package init(text: [UInt8]) throws(KeyFault) {
        if let (label, bytes) = PEM.read(text) {
            guard !label.contains("PRIVATE"), !bytes.withBytes({ $0.starts(with: SecretKeyFile.magic) })
            else { throw .isSecret }
            guard let key = PublicKey(bytes.withBytes { Array($0) }) else {
                throw label == Self.label ? .damaged : .notAKey
            }
            self = key
        } else {
            let words = text.withoutMark.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            guard let first = words.first else { throw .notAKey }
            if first.starts(with: "ssh-".utf8) || first.starts(with: "ecdsa-".utf8) {
                self = try OpenSSHKey.publicKey(kind: String(decoding: first, as: UTF8.self), words.dropFirst().first)
            } else {
                var line = Array(first)
                guard words.count == 1, let bytes = PEM.decoded(&line),
                    let key = PublicKey(bytes.withBytes { Array($0) })
                else { throw first.starts(with: "-----BEGIN".utf8) ? .damaged : .notAKey }
                self = key
            }
        }
        try checkStrength()
    }

    /// - Throws: `.weakKey` for a point that gives everybody the same shared key, such as zero.
    private func checkStrength() throws(KeyFault) {
        guard SharedKey(.new(), .writer, with: self) != nil else { throw .weakKey }
    }
}
