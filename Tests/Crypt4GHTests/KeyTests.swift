import Foundation
import SecretMemory
import Testing

@testable import Crypt4GH

/// Keys, and the files that they are kept in.
@Suite struct KeyTests {
    private func hex(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    }

    private func key(_ text: String) throws -> SecretKey {
        var bytes = hex(text)
        return try #require(SecretKey(SecretBytes(taking: &bytes)))
    }

    private func file(of key: SecretKey, _ passphrase: String?, _ comment: String? = nil) throws -> [UInt8] {
        let text = try SecretKeyFile.text(
            of: key, passphrase: passphrase.map(secret), comment: comment.map { Array($0.utf8) })
        return text.withBytes { Array($0) }
    }

    /// RFC 7748, 6.1: Bob's.
    private func bob() throws -> SecretKey {
        try key("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
    }

    @Test func publicKeysAreAsTheStandardHasThem() throws {
        let expected = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
        #expect(try bob().publicKey.bytes == expected)
    }

    /// What PyNaCl and hashlib come to: the first half of BLAKE2b-512 of the shared point, the reader and the writer.
    @Test func sharedKeysAreWhatOthersComeTo() throws {
        let alice = try #require(
            PublicKey(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")))
        let reading = try #require(SharedKey(try bob(), .reader, with: alice))
        #expect(
            reading.bytes.withBytes { Array($0) }
                == hex("1ad7d1f6d5270fbb18123f3bc904c7f97283e7d47bbe85606ee5ded0af2608c5"))
        let writing = try #require(SharedKey(try bob(), .writer, with: alice))
        #expect(
            writing.bytes.withBytes { Array($0) }
                == hex("322b7be3b9bce4a84fe6e2dea61e8e6d0a98f3e4c60b58bad722b1c855c9db22"))
    }

    @Test func bothEndsComeToOneKey() throws {
        for _ in 0..<20 {
            let (reader, writer) = (SecretKey.new(), SecretKey.new())
            let there = try #require(SharedKey(writer, .writer, with: reader.publicKey))
            let here = try #require(SharedKey(reader, .reader, with: writer.publicKey))
            #expect(there.bytes.isEqual(to: here.bytes))
            let otherWay = try #require(SharedKey(writer, .reader, with: reader.publicKey))
            #expect(!there.bytes.isEqual(to: otherWay.bytes))
        }
    }

    @Test func secretsAreComparedAndCutAndTaken() {
        var bytes: [UInt8] = [1, 2, 3, 4]
        let secret = SecretBytes(taking: &bytes)
        #expect(bytes.isEmpty)
        #expect(secret.part(1..<3).withBytes { Array($0) } == [2, 3])
        #expect(!secret.isEqual(to: secret.part(0..<3)))
        #expect(SecretBytes(count: 0).withBytes { $0.count } == 0)
        #expect(SecretBytes(count: 3).withBytes { Array($0) } == [0, 0, 0])
    }

    @Test func aMarkBeforeAKeyIsPassedOver() throws {
        let key = SecretKey.new()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        for passphrase in [nil, "pass"] {
            _ = try SecretKeyFile(text: mark + file(of: key, passphrase))
        }
        for text in [key.publicKey.fileText, key.publicKey.line] {
            #expect(try PublicKey(text: mark + Array(text.utf8)) == key.publicKey)
        }
    }

    @Test func isKeptOpenAndRead() throws {
        let key = SecretKey.new()
        let text = try file(of: key, nil)
        #expect(text.starts(with: "-----BEGIN CRYPT4GH PRIVATE KEY-----\n".utf8))
        #expect(text.reversed().starts(with: "-----END CRYPT4GH PRIVATE KEY-----\n".utf8.reversed()))
        let read = try SecretKeyFile(text: text)
        #expect(!read.isLocked && read.derivation == "none" && read.comment == nil)
        #expect(try read.open(nil).bytes.isEqual(to: key.bytes))
        #expect(try read.open(secret("anything")).publicKey == key.publicKey)
    }

    @Test func isLockedAndOpenedByItsPassphraseAlone() throws {
        let key = SecretKey.new()
        let read = try SecretKeyFile(text: try file(of: key, "pass wörd", "Ada's"))
        #expect(read.isLocked && read.derivation == "scrypt" && read.comment == Array("Ada's".utf8))
        #expect(try read.open(secret("pass wörd")).bytes.isEqual(to: key.bytes))
        #expect(throws: KeyFault.isLocked) { try read.open(nil) }
        for wrong in ["", "pass word", "pass wörd ", "Pass wörd"] {
            #expect(throws: KeyFault.wrongPassphrase) { try read.open(secret(wrong)) }
        }
        #expect(throws: KeyFault.emptyPassphrase) { try file(of: key, "") }
    }

    @Test func lineEndsAndBlanksOfOtherSystemsDoNoHarm() throws {
        let key = SecretKey.new()
        let text = String(decoding: try file(of: key, nil), as: UTF8.self)
        let other = "\n\n  " + text.replacingOccurrences(of: "\n", with: " \r\n") + "\r\n\r\n"
        #expect(try SecretKeyFile(text: Array(other.utf8)).open(nil).bytes.isEqual(to: key.bytes))
    }

    @Test func aKeyFileThatIsChangedOrCutIsRefused() throws {
        let key = SecretKey.new()
        let whole = try #require(PEM.read(try file(of: key, "a", "c"))).bytes.withBytes { Array($0) }
        func read(_ bytes: [UInt8]) throws -> SecretKey {
            let text = PEM.written(bytes.withUnsafeBytes { SecretBytes(copying: $0) }, label: SecretKeyFile.label)
            return try SecretKeyFile(text: text.withBytes { Array($0) }).open(secret("a"))
        }
        #expect(try read(whole).publicKey == key.publicKey)
        for count in 0..<whole.count - 3 { #expect(throws: KeyFault.self) { try read(Array(whole[..<count])) } }
        // All but the rounds, which scrypt does not look at, and the comment.
        let rounds = 7 + 2 + 6 + 2..<7 + 2 + 6 + 2 + 4
        for place in 0..<whole.count - 3 where !rounds.contains(place) {
            var changed = whole
            changed[place] ^= 0x10
            #expect(throws: KeyFault.self, "byte \(place)") { try read(changed) }
        }
    }

    @Test func whatIsNoKeyIsSaid() throws {
        func fault(_ text: String) -> KeyFault? {
            do throws(KeyFault) {
                _ = try SecretKeyFile(text: Array(text.utf8))
                return nil
            } catch { return error }
        }
        #expect(fault("") == .notAKey)
        #expect(fault("hello\n") == .notAKey)
        #expect(fault(SecretKey.new().publicKey.fileText) == .isPublic)
        #expect(fault("-----BEGIN CRYPT4GH PRIVATE KEY-----\nYzRna\n") == .damaged)
        #expect(fault("-----BEGIN CRYPT4GH PRIVATE KEY-----\n!!!!\n-----END CRYPT4GH PRIVATE KEY-----\n") == .damaged)
        #expect(fault("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n") == .notAKey)
        let unknown = "c4gh-v1\0\u{4}none\0\u{3}aes\0\u{1}x"
        let text = Data(unknown.utf8).base64EncodedString()
        #expect(
            fault("-----BEGIN CRYPT4GH PRIVATE KEY-----\n\(text)\n-----END CRYPT4GH PRIVATE KEY-----")
                == .unknownCipher("aes"))
    }

    @Test func roundsThatTakeMinutesAreRefused() throws {
        func strings(_ parts: [[UInt8]]) -> [UInt8] { parts.flatMap { UInt16($0.count).bigEndianBytes + $0 } }
        func fault(rounds: UInt32) throws -> KeyFault? {
            let bytes =
                SecretKeyFile.magic
                + strings([
                    Array("pbkdf2_hmac_sha256".utf8), rounds.bigEndianBytes + sample(16),
                    Array("chacha20_poly1305".utf8), sample(60),
                ])
            let text = PEM.written(bytes.withUnsafeBytes { SecretBytes(copying: $0) }, label: SecretKeyFile.label)
            let file = try SecretKeyFile(text: text.withBytes { Array($0) })
            do throws(KeyFault) {
                _ = try file.open(secret("x"))
                return nil
            } catch { return error }
        }
        #expect(try fault(rounds: .max) == .tooManyRounds(.max))
        #expect(try fault(rounds: 0) == .damaged)
        #expect(try fault(rounds: 10) == .wrongPassphrase)
    }

    /// RFC 7914, 11: PBKDF2-HMAC-SHA-256; the first half of each.
    @Test func derivationsAreAsTheStandardsHaveThem() throws {
        let short = try KeyDerivation.pbkdf2.key(from: secret("passwd"), salt: Array("salt".utf8), rounds: 1)
        #expect(
            short.withBytes { Array($0) } == hex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"))
        let long = try KeyDerivation.pbkdf2.key(from: secret("Password"), salt: Array("NaCl".utf8), rounds: 80_000)
        #expect(
            long.withBytes { Array($0) } == hex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"))
    }

    @Test func publicKeysAreReadAsTheyArePasted() throws {
        let key = SecretKey.new().publicKey
        func read(_ text: String) throws(KeyFault) -> PublicKey { try PublicKey(text: Array(text.utf8)) }
        #expect(try read(key.fileText) == key)
        #expect(try read(key.line) == key)
        #expect(try read("  \(key.line)\r\n") == key)
        #expect(try read(key.fileText.replacingOccurrences(of: "\n", with: "\r\n")) == key)
        #expect(key.line.utf8.count == 44)
        for (text, fault) in [
            ("", KeyFault.notAKey), ("hello", .notAKey), (key.line + " more", .notAKey),
            (String(key.line.dropLast(4)), .notAKey), ("-----BEGIN CRYPT4GH PUBLIC KEY-----", .damaged),
            ("ssh-rsa AAAA me", .unknownSSHKind("ssh-rsa")), ("ssh-ed25519 AAAA me", .damaged),
            ("ssh-ed25519", .damaged),
            (Data(count: 32).base64EncodedString(), .weakKey),
        ] {
            #expect(throws: fault, "\(text)") { try read(text) }
        }
        let file = try file(of: .new(), "secret")
        #expect(throws: KeyFault.isSecret) { try PublicKey(text: file) }
    }
}
