import Crypt4GH
import Foundation
import PortalDomain
import PortalViews
import Testing

@testable import PortalCommands

/// What the commands for keys and data parse and say, and the files that they make.
@Suite final class Crypt4GHCommandTests {
    private let home = FileManager.default.temporaryDirectory.appending(path: "portal-data-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: home) }

    private func path(_ name: String) -> String { home.path + "/" + name }

    @Test func rangesAreReadAsTheyAreWritten() {
        #expect(PlainRange(argument: "0-1")?.range == 0..<1)
        #expect(PlainRange(argument: "100-")?.range == 100..<UInt64.max)
        #expect(PlainRange(argument: "100")?.range == 100..<UInt64.max)
        for wrong in ["", "-", "-1", "1-1", "2-1", "1-2-3", "+1-2", " 1-2", "0x1-2", "99999999999999999999"] {
            #expect(PlainRange(argument: wrong) == nil, "\(wrong)")
        }
    }

    @Test func keysLieWhereTheReferenceHasThem() throws {
        func places(_ given: String?, _ variables: [String: String]) throws -> [String] {
            let places = try KeyPlaces(given, Environment(variables: ["HOME": "/home/ada"].merging(variables) { $1 }))
            return [places.secret, places.publicKey]
        }
        #expect(try places(nil, [:]) == ["/home/ada/.c4gh/key", "/home/ada/.c4gh/key.pub"])
        let named = ["C4GH_SECRET_KEY": "~/mine", "C4GH_PUBLIC_KEY": "/x/mine.public"]
        #expect(try places(nil, named) == ["/home/ada/mine", "/x/mine.public"])
        #expect(try places(nil, ["C4GH_SECRET_KEY": "/x/k"]) == ["/x/k", "/x/k.pub"])
        #expect(try places("~/other", named) == ["/home/ada/other", "/home/ada/other.pub"])
    }

    @Test func everythingIsSaidInEachLanguage() {
        let faults: [KeyFault] = [
            .notAKey, .isSecret, .isPublic, .damaged, .isLocked, .wrongPassphrase, .unknownDerivation("bcrypt"),
            .unknownCipher("aes"), .tooManyRounds(9), .noMemory, .emptyPassphrase, .unknownSSHKind("ssh-rsa"), .weakKey,
        ]
        let broken: [Crypt4GHFault] = [
            .notCrypt4GH, .unknownVersion(2), .headerCutOff, .packetLength(packet: 0, 3), .headerTooLarge,
            .wrongKey(packets: 1), .noDataKey, .unknownPacketType(4), .unknownDataMethod(4), .mixedDataMethods,
            .tooManyDataKeys, .tooManyEditLists, .badEditList, .badParameters, .forged(segment: 1, isLast: false),
            .forged(segment: 1, isLast: true), .cutOff(segment: 3), .notSeekable, .unreadable(5), .weakKey,
        ]
        for phrasing in [Phrasing(.english), Phrasing(.german)] {
            var said = Set<String>()
            for fault in faults { said.insert(phrasing.text(KeyWords.fault(fault, path: "/k"))) }
            #expect(said.count == faults.count)
            for fault in broken {
                for left in [DataWords.Left.nothing, .kept(bytes: 5, path: "/f.part"), .given(bytes: 5)] {
                    let text = phrasing.text(DataWords.fault(fault, file: "-", left))
                    #expect(text.hasSuffix(".") && !text.contains("Optional"), "\(text)")
                }
            }
            #expect(phrasing.missing.counts == [:])
        }
    }

    @Test func aFileHasItsNameWhenItIsWhole() throws {
        let file = try PartFile(path("a"), replacing: false)
        try Data("half".utf8).withUnsafeBytes { try file.write($0) }
        #expect(!FileManager.default.fileExists(atPath: path("a")))
        #expect(throws: PartFile.Refusal.file(.failed(ETXTBSY))) { try PartFile(path("a"), replacing: false) }
        try file.finish()
        #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "half")
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["a"])
        #expect(throws: PartFile.Refusal.file(.exists)) { try PartFile(path("a"), replacing: false) }
        #expect(throws: PartFile.Refusal.file(.failed(EISDIR))) { try PartFile(home.path, replacing: true) }
    }

    @Test func whatIsLeftOfATryBeforeGivesWayAndNobodyElsesFile() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("keep.part")))
        for replacing in [false, true] {
            #expect(throws: PartFile.Refusal.partIsTaken(path: path("keep.part"))) {
                try PartFile(path("keep"), replacing: replacing)
            }
        }
        #expect(try String(contentsOfFile: path("keep.part"), encoding: .utf8) == "mine")
        let words = DataWords.partIsTaken(part: path("keep.part"), path: path("keep"))
        #expect(Phrasing(.english).text(words).hasPrefix(path("keep.part") + " is there already"))

        var file = try PartFile(path("new"), replacing: false)
        try Data("a long half".utf8).withUnsafeBytes { try file.write($0) }
        file = try PartFile(path("other"), replacing: false)
        file.discard()
        file = try PartFile(path("new"), replacing: false)
        try Data("whole".utf8).withUnsafeBytes { try file.write($0) }
        try file.finish()
        #expect(try String(contentsOfFile: path("new"), encoding: .utf8) == "whole")
    }

    @Test func whatCameMeanwhileStaysAndWhatIsALinkIsNotFollowed() throws {
        let file = try PartFile(path("a"), replacing: false)
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: path("a")))
        #expect(throws: PrivateFile.Refusal.exists) { try file.finish() }
        file.discard()
        file.discard()
        #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "theirs")
        try FileManager.default.createSymbolicLink(atPath: path("b.part"), withDestinationPath: path("a"))
        #expect(throws: PartFile.Refusal.file(.failed(ELOOP))) { try PartFile(path("b"), replacing: true) }
        #expect(try String(contentsOfFile: path("a"), encoding: .utf8) == "theirs")
    }
}
