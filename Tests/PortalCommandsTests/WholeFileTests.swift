import Foundation
import Testing

@testable import PortalCommands

@Suite("Files that are there when they are whole")
final class WholeFileTests {
    private let home = FileManager.default.temporaryDirectory.appending(path: "portal-whole-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: home) }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: home.path).sorted()) ?? [] }
    private func path(_ name: String) -> String { home.path + "/" + name }

    @Test func nothingIsLeftOfWhatWasGivenUp() throws {
        try {
            let file = try WholeFile(path("a.csv"), replacing: false)
            try file.write(Data("half".utf8))
            let folder = try WholeFolder(path("all"))
            try folder.add(Data("x".utf8), named: "a", extension: "ttl")
        }()
        #expect(names == [])
    }

    @Test func whatCameMeanwhileStays() throws {
        let file = try WholeFile(path("a.csv"), replacing: false)
        try file.write(Data("mine".utf8))
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: path("a.csv")))
        #expect(throws: PrivateFile.Refusal.exists) { try file.finish() }
        #expect(try String(contentsOfFile: path("a.csv"), encoding: .utf8) == "theirs")
        let other = try WholeFile(path("a.csv"), replacing: true)
        try other.write(Data("mine".utf8))
        try other.finish()
        #expect(try String(contentsOfFile: path("a.csv"), encoding: .utf8) == "mine")
        #expect(names == ["a.csv"])
    }

    /// Each way a file is put in another's place.
    private static let ways: [@Sendable (String) throws -> Void] = [
        { path in
            let file = try WholeFile(path, replacing: true)
            try file.write(Data("new".utf8))
            try file.finish()
        },
        { path in
            do {
                let file = try PartFile(path, replacing: true)
                try Data("new".utf8).withUnsafeBytes { try file.write($0) }
                try file.finish()
            } catch PartFile.Refusal.file(let refusal) {
                throw refusal
            }
        },
        { path in try PrivateFile.write(Data("new".utf8), to: path, replacing: true) },
    ]

    @Test(arguments: ways.indices)
    func whatIsNoPlainFileIsLeftAndALinkLeadsToItsFile(way: Int) throws {
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: path("to-pipe"), withDestinationPath: "pipe")
        for name in ["pipe", "to-pipe"] {
            #expect(throws: PrivateFile.Refusal.noPlainFile) { try Self.ways[way](path(name)) }
        }
        var status = stat()
        #expect(lstat(path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        try Data("old".utf8).write(to: URL(fileURLWithPath: path("real")))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "real")
        try Self.ways[way](path("link"))
        #expect(try String(contentsOfFile: path("real"), encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "real")
        try FileManager.default.createSymbolicLink(atPath: path("dead"), withDestinationPath: "nothing")
        #expect(throws: PrivateFile.Refusal.failed(ENOENT)) { try Self.ways[way](path("dead")) }
        #expect(names == ["dead", "link", "pipe", "real", "to-pipe"])
    }

    @Test func namesOfAFolderStayInItAndAreGivenOnce() throws {
        let folder = try WholeFolder(path("all/"))
        for name in ["../../up", "a", "A", "a"] { try folder.add(Data("x".utf8), named: name, extension: "ttl") }
        try folder.finish()
        #expect(names == ["all"])
        let files = try FileManager.default.contentsOfDirectory(atPath: path("all")).sorted()
        #expect(files == ["A-2.ttl", "a-3.ttl", "a.ttl", "up.ttl"])
        #expect(throws: PrivateFile.Refusal.exists) { _ = try WholeFolder(path("all")) }
    }
}
