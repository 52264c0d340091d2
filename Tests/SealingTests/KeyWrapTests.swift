import Foundation
import SecretMemory
import Testing

@testable import Sealing

/// The key opens by each of its ways, and by nothing else.
@Suite struct KeyWrapTests {
    @Test func aPassphraseOpensTheKey() throws {
        let key = try key()
        let wrap = try KeyWrap.passphrase(secret("pass wörd"), for: key, added: 1)
        #expect(wrap.cost == PassphraseCost(passes: 3, memory: 64 << 20))
        #expect(try wrap.open(key.id, passphrase: secret("pass wörd")).secret.isEqual(to: key.secret))
        #expect(throws: SealFault.wrongKey) { try wrap.open(key.id, passphrase: secret("pass word")) }
        #expect(throws: SealFault.wrongKey) { try wrap.open(key.id, passphrase: secret("")) }
    }

    /// The reference implementation's own numbers would do too; here it is that ours do not change unseen.
    @Test func twoWrapsOfOneKeyHaveNothingInCommon() throws {
        let key = try key()
        let (one, other) = (
            try KeyWrap.passphrase(secret("words"), for: key, cost: cheap, added: 1),
            try KeyWrap.passphrase(secret("words"), for: key, cost: cheap, added: 1)
        )
        #expect(one.salt != other.salt)
        #expect(one.sealed.dropFirst(9) != other.sealed.dropFirst(9))
    }

    @Test func aKeyFileOpensTheKey() throws {
        let folder = try Folder()
        let path = folder.path + "/key"
        try KeyFile.create(path)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o400)
        #expect(fault { () throws(SealFault) in try KeyFile.create(path) } == .system(path: path, code: EEXIST))
        let (key, contents) = (try key(), try KeyFile.read(path))
        let wrap = try KeyWrap.keyFile(contents, path: path, for: key, added: 1)
        #expect(try wrap.open(key.id, keyFile: contents).secret.isEqual(to: key.secret))
        let other = SecretBytes(random: 32)
        #expect(throws: SealFault.wrongKey) { try wrap.open(key.id, keyFile: other) }
        #expect(KeyWrap.fingerprint(ofKeyFile: other) != wrap.fingerprint)
    }

    @Test func aKeyFileIsAsLongAsAKey() throws {
        let folder = try Folder()
        for (size, isFine) in [(0, false), (31, false), (32, true), (65_536, true), (65_537, false)] {
            try folder.write(Data(repeating: 7, count: size), to: "key")
            let found = fault { () throws(SealFault) in _ = try KeyFile.read(folder.path + "/key") }
            #expect(found == (isFine ? nil : .poorKeyFile))
        }
    }

    @Test func whatIsChangedInAWrapIsDamage() throws {
        let key = try key()
        let wrap = try KeyWrap.passphrase(secret("words"), for: key, cost: cheap, added: 1)
        var changed: [KeyWrap] = []
        func change(_ body: (inout KeyWrap) -> Void) {
            var other = wrap
            body(&other)
            changed.append(other)
        }
        for index in 0..<wrap.sealed.count { change { $0.sealed[index] ^= 1 } }
        for index in 0..<wrap.salt.count { change { $0.salt[index] ^= 1 } }
        for index in 0..<wrap.sum.count { change { $0.sum[index] ^= 1 } }
        for count in 0..<wrap.sealed.count { change { $0.sealed = $0.sealed.prefix(count) } }
        change { $0.salt = Data() }
        change { $0.cost?.passes = 2 }
        change { $0.cost?.memory *= 2 }
        change { $0.cost = nil }
        change { $0.kind = .keyFile }
        change { $0.name = "other" }
        change { $0.fingerprint = "other" }
        change { $0.added = 2 }
        for other in changed {
            #expect(throws: SealFault.damaged) { try other.open(key.id, passphrase: secret("words")) }
        }
        #expect(throws: SealFault.damaged) { try wrap.open(try otherID(), passphrase: secret("words")) }
    }

    private func otherID() throws -> KeyID { try key().id }

    @Test(arguments: [
        PassphraseCost(passes: 3, memory: 64 << 30), PassphraseCost(passes: 1 << 40, memory: 64 << 20),
        PassphraseCost(passes: 0, memory: 64 << 20), PassphraseCost(passes: 3, memory: 0),
        PassphraseCost(passes: 3, memory: -1), PassphraseCost(passes: .max, memory: .max),
    ])
    func whatWouldKeepAMachineBusyIsRefused(_ cost: PassphraseCost) throws {
        let key = try key()
        #expect(throws: SealFault.tooCostly) {
            try KeyWrap.passphrase(secret("words"), for: key, cost: cost, added: 1)
        }
    }
}
