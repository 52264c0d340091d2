import Foundation
import SecretMemory
import Testing

@testable import Crypt4GH

/// What the reference implementation writes is read, and the other way round.
@Suite(.needsReference) struct ReferenceTests {
    private let scratch = try? Scratch()
    private let key = SecretKey.new()

    private func home() throws -> Scratch { try #require(scratch) }

    /// Our own key as a file that the reference reads.
    private func ours(_ passphrase: String? = nil) throws -> String {
        let text = try SecretKeyFile.text(of: key, passphrase: passphrase.map(secret))
        return try home().write(text.withBytes { Array($0) }, "our.sec")
    }

    private func theirs(_ kind: String, _ passphrase: String, _ comment: String = "") throws -> SecretKeyFile {
        let (sk, pk) = (try home().path + "/\(kind).sec", try home().path + "/\(kind).pub")
        try Reference.run(["keys", kind, sk, pk, comment], passphrase)
        return try SecretKeyFile(text: try home().read("\(kind).sec"))
    }

    @Test(arguments: ["none", "scrypt", "pbkdf2"]) func itsKeysAreOpened(_ kind: String) throws {
        let file = try theirs(kind, "grüße an alle", "a comment")
        #expect(file.comment == Array("a comment".utf8) && file.isLocked == (kind != "none"))
        let key = try file.open(secret("grüße an alle"))
        #expect(try PublicKey(text: try home().read("\(kind).pub")) == key.publicKey)
        if kind != "none" { #expect(throws: KeyFault.wrongPassphrase) { try file.open(secret("grüße")) } }
    }

    @Test func itsOldestKeysAreNamed() throws {
        let file = try theirs("bcrypt", "pass")
        #expect(file.isLocked)
        #expect(throws: KeyFault.unknownDerivation("bcrypt")) { try file.open(secret("pass")) }
    }

    @Test func itOpensOurKeys() throws {
        let open = try Reference.run(["public", try ours()])
        #expect(open == key.publicKey.line + "\n")
        let locked = try Reference.run(["public", try ours("grüße an alle")], "grüße an alle")
        #expect(locked == key.publicKey.line + "\n")
    }

    @Test(arguments: StreamTests.sizes) func itDecryptsOurFilesAndWeItsOwn(_ size: Int) throws {
        let plain = sample(size, seed: UInt64(size) + 3)
        let other = try theirs("none", "").open(nil)
        let secretKey = try ours()
        let file = try home().write(try encrypted(plain, for: [other.publicKey, key.publicKey]), "our.c4gh")
        let target = try home().path + "/plain"
        try Reference.run(["decrypt", secretKey, file, target])
        #expect(try home().read("plain") == plain)

        let input = try home().write(plain, "input")
        let their = try home().path + "/their.c4gh"
        let publicKey = try home().write(Array(key.publicKey.fileText.utf8), "our.pub")
        let sk = try home().path + "/none.sec"
        try Reference.run(["encrypt", sk, input, their, try home().path + "/none.pub", publicKey])
        #expect(try decrypted(try home().read("their.c4gh"), [key]) == Decrypted(plain: plain))
        #expect(try decrypted(try home().read("their.c4gh"), [other]) == Decrypted(plain: plain))

        let given = try home().path + "/given.c4gh"
        try Reference.run(["reencrypt", sk, their, given, publicKey])
        #expect(try decrypted(try home().read("given.c4gh"), [key]) == Decrypted(plain: plain))
        let header = try Crypt4GHHeader(from: MemorySource(try home().read("given.c4gh")))
        let moved = try header.reencrypted(with: [key], for: [other.publicKey], keepingOthers: false)
        let again = try home().write(
            moved.serialized + (try home().read("given.c4gh"))[header.count...], "again.c4gh")
        try Reference.run(["decrypt", sk, again, target])
        #expect(try home().read("plain") == plain)
    }

    @Test func itsPartsAreReadByTheirEditList() throws {
        let plain = sample(300_000)
        let file = try home().write(try encrypted(plain, for: [key.publicKey]), "whole.c4gh")
        let secretKey = try ours()
        let part = try home().path + "/part.c4gh"
        for (start, end) in [(1, 20), (0, 65_536), (65_530, 65_550), (65_536, 65_546), (131_000, 290_000)] {
            try Reference.run(["rearrange", secretKey, file, part, String(start), String(end)])
            let outcome = try decrypted(try home().read("part.c4gh"), [key])
            #expect(outcome == Decrypted(plain: Array(plain[start..<end])), "\(start)-\(end)")
        }
    }

    @Test func itReadsOurEditLists() throws {
        let plain = sample(300_000)
        let list: [UInt64] = [10, 100, 70_000, 65_536, 5, 3]
        let file = try home().write(
            try encrypted(plain, for: [key.publicKey], editList: EditList(list)), "edited.c4gh")
        try Reference.run(["decrypt", try ours(), file, try home().path + "/plain"])
        let wanted = try decrypted(try home().read("edited.c4gh"), [key])
        #expect(wanted.fault == nil && wanted.plain.count == 100 + 65_536 + 3)
        #expect(try home().read("plain") == wanted.plain)
    }

    @Test(.needsSSHKeygen) func keysOfOpenSSHAreReadAsItReadsThem() throws {
        let path = try home().path + "/id"
        try Reference.run(program: "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "me", "-f", path])
        let key = try SecretKeyFile(text: try home().read("id")).open(nil)
        #expect(try PublicKey(text: try home().read("id.pub")) == key.publicKey)
        let theirs = try Reference.run(["public", path])
        #expect(theirs == key.publicKey.line + "\n")
        try Reference.run(program: "/usr/bin/ssh-keygen", ["-q", "-p", "-N", "secret", "-f", path])
        let locked = try home().read("id")
        #expect(throws: KeyFault.unknownDerivation("bcrypt")) { try SecretKeyFile(text: locked) }
        try Reference.run(program: "/usr/bin/ssh-keygen", ["-q", "-t", "ecdsa", "-N", "", "-f", path + "2"])
        let other = try home().read("id2")
        #expect(throws: KeyFault.unknownSSHKind("ecdsa-sha2-nistp256")) { try SecretKeyFile(text: other) }
    }
}

/// The reference implementation, in the virtual environment of the contracts' tools.
enum Reference {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let python = root + "/.build/contracts-venv/bin/python"

    static func isThere() -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return (try? run(program: python, ["-c", "import crypt4gh"])) != nil
    }

    /// - Parameter passphrase: its standard input.
    @discardableResult
    static func run(_ arguments: [String], _ passphrase: String = "") throws -> String {
        try run(program: python, [root + "/Tests/Servers/crypt4gh-reference.py"] + arguments, passphrase)
    }

    @discardableResult
    static func run(program: String, _ arguments: [String], _ input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (given, taken) = (Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = taken
        process.standardError = FileHandle.nullDevice
        // It may end before it has read a passphrase that it did not need.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
        try? given.fileHandleForWriting.write(contentsOf: Data((input + "\n").utf8))
        try? given.fileHandleForWriting.close()
        let output = taken.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        struct Failure: Error { let arguments: [String] }
        guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
        return String(decoding: output, as: UTF8.self)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the tests where the reference implementation is at hand.
    static var needsReference: Self {
        .enabled("crypt4gh of PyPI is not at hand: make contracts fetches it") { Reference.isThere() }
    }

    static var needsSSHKeygen: Self {
        .enabled("ssh-keygen is not at hand") { FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen") }
    }
}
