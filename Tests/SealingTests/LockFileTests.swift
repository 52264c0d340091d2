import Foundation
import SecretMemory
import Testing

@testable import Sealing

/// The lock file is as a whole or not at all, and opens after whatever happens to it.
@Suite struct LockFileTests {
    private let folder: Folder
    private let file: LockFile
    private let key: SealKey

    init() throws {
        folder = try Folder()
        file = LockFile(directory: folder.path)
        key = try Sealing.SealKey.new() ?? { throw SealFault.noMemory }()
    }

    private func make(_ words: String = "words") throws {
        let wrap = try KeyWrap.passphrase(secret(words), for: key, cost: cheap, added: 1)
        let document = LockDocument(key: key.id, wraps: [wrap])
        try file.change { _ in document }
    }

    private func opens(_ words: String) throws -> Bool {
        guard let document = try file.read(), let wrap = document.wraps.first else { return false }
        return (try? wrap.open(document.key, passphrase: secret(words)).secret.isEqual(to: key.secret)) ?? false
    }

    @Test func thereIsNoneBeforeItIsMade() throws {
        #expect(try file.read() == nil)
        #expect(file.stamp.isNone)
        #expect(try LockFile(directory: folder.path + "/nowhere").read() == nil)
    }

    @Test func itIsPrivateAndOpens() throws {
        try make()
        #expect(try opens("words"))
        for path in [file.path, file.copyPath] {
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["lock.copy.json", "lock.json", "lock.turn"])
    }

    @Test func itsStampSaysThatItHasChanged() throws {
        try make()
        let before = file.stamp
        #expect(file.stamp == before)
        try make("others")
        #expect(file.stamp != before)
    }

    @Test func eachDamageIsMadeGoodByTheCopy() throws {
        try make()
        let whole = try folder.contents("lock.json")
        for count in stride(from: 0, to: whole.count - 2, by: 7) {
            try folder.write(whole.prefix(count), to: "lock.json")
            #expect(try opens("words"))
        }
        try FileManager.default.removeItem(atPath: file.path)
        #expect(try opens("words"))
        // The next change puts it in its place again.
        try make("words")
        #expect(FileManager.default.fileExists(atPath: file.path))
    }

    @Test func damageOfBothIsToldAndNeverTakenForNoLock() throws {
        try make()
        for name in ["lock.json", "lock.copy.json"] { try folder.write(Data("{".utf8), to: name) }
        #expect(throws: SealFault.damaged) { try file.read() }
        #expect(throws: SealFault.damaged) { try make() }
        #expect(try folder.contents("lock.json") == Data("{".utf8))
        try FileManager.default.removeItem(atPath: file.copyPath)
        #expect(throws: SealFault.damaged) { try file.read() }
    }

    @Test func aFlippedByteNeverOpensSomethingElse() throws {
        try make()
        let whole = try folder.contents("lock.json")
        try FileManager.default.removeItem(atPath: file.copyPath)
        for index in whole.indices {
            var other = whole
            other[index] ^= 2
            try folder.write(other, to: "lock.json")
            guard let document = try? file.read(), let wrap = document.wraps.first else { continue }
            guard let opened = try? wrap.open(document.key, passphrase: secret("words")) else { continue }
            #expect(opened.secret.isEqual(to: key.secret))
        }
    }

    @Test func whatIsTooLargeOrNewerIsRefused() throws {
        try make()
        let document = try #require(try file.read())
        let many = LockDocument(key: key.id, wraps: Array(repeating: document.wraps[0], count: 17))
        #expect(throws: SealFault.damaged) { try file.change { _ in many } }
        #expect(throws: SealFault.damaged) { try file.change { _ in LockDocument(key: key.id, wraps: []) } }
        #expect(try opens("words"))
        try FileManager.default.removeItem(atPath: file.copyPath)
        try folder.write(Data(#"{"version":2,"unheard":true}"#.utf8), to: "lock.json")
        #expect(throws: SealFault.newerVersion(2)) { try file.read() }
        try folder.write(Data(repeating: 0x20, count: 70_000), to: "lock.json")
        #expect(throws: SealFault.damaged) { try file.read() }
    }

    @Test func aLinkInItsPlaceIsNotFollowed() throws {
        let elsewhere = try Folder()
        try elsewhere.write(Data("{}".utf8), to: "other")
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: elsewhere.path + "/other")
        #expect(throws: SealFault.system(path: file.path, code: ELOOP)) { try file.read() }
    }

    @Test func whatABodyThrowsChangesNothing() throws {
        try make()
        let before = file.stamp
        #expect(throws: SealFault.wrongKey) { try file.change { _ throws(SealFault) in throw .wrongKey } }
        #expect(file.stamp == before)
    }

    @Test func manyAtOnceLoseNothing() async throws {
        try make()
        let (file, key) = (file, key)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...12 {
                group.addTask {
                    let wrap = try KeyWrap.passphrase(secret("words \(number)"), for: key, cost: cheap, added: 1)
                    try file.change { document throws(SealFault) in
                        guard var document else { throw .damaged }
                        document.wraps.append(wrap)
                        return document
                    }
                }
            }
            try await group.waitForAll()
        }
        let document = try #require(try file.read())
        #expect(document.wraps.count == 13)
        for number in 1...12 {
            #expect(document.wraps.contains { (try? $0.open(key.id, passphrase: secret("words \(number)"))) != nil })
        }
    }

    @Test func whatIsRetiredOpensStill() throws {
        try make()
        let aside = try #require(try file.retire())
        #expect(try file.read() == nil)
        #expect(aside == folder.path + "/lock-\(key.id).old.json")
        try FileManager.default.moveItem(atPath: aside, toPath: file.path)
        #expect(try opens("words"))
        #expect(try LockFile(directory: folder.path + "/nowhere").read() == nil)
    }
}
