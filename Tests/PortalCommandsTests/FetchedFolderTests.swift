import Foundation
import PortalModel
import Testing

@testable import PortalCommands

@Suite struct FetchedFolderTests {
    private func file(_ name: String, isWhole: Bool = false, isGone: Bool? = nil) -> FetchedEntry {
        FetchedEntry(
            dataset: "D1", id: name, file: name, size: 5, headerSize: 124, plainChecksums: [Checksum("ab:cd")],
            bodyChecksums: [], tag: "\"a\"", isWhole: isWhole, isGone: isGone)
    }

    @Test("Of each file the last line counts, and a line that a crash has torn says nothing")
    func lines() throws {
        var lines = FetchedFolder(FetchedFolder.Head(archive: "https://a.example")).lines
        for entry in [
            file("x"), file("y", isWhole: true), file("x", isWhole: true), file("z"), file("z", isGone: true),
        ] {
            lines += FetchedFolder.line(entry)
        }
        lines += FetchedFolder.line(file("w")).dropLast(20)
        let folder = try #require(FetchedFolder(lines: lines))
        #expect(folder.files == [file("x", isWhole: true), file("y", isWhole: true)])
        #expect(folder.head.archive == "https://a.example")
        #expect(folder.file(named: "z") == nil && folder.file(named: "w") == nil)
        // Written anew it takes a line each.
        #expect(folder.lines.split(separator: UInt8(ascii: "\n")).count == 3)
        #expect(FetchedFolder(lines: folder.lines)?.files == folder.files)
    }

    @Test(
        "What this program did not write is not taken for it",
        arguments: ["", "{", "{}", "{\"version\":2,\"archive\":\"x\"}\n"])
    func others(text: String) { #expect(FetchedFolder(lines: Data(text.utf8)) == nil) }

    @Test("A part goes on as the same body alone, behind a header as long")
    func goingOn() {
        var other = file("x")
        #expect(file("x").goesOn(as: other))
        other.tag = "\"b\""
        #expect(!file("x").goesOn(as: other))
        other = file("x")
        other.headerSize = 232
        #expect(!file("x").goesOn(as: other))
        var weak = file("x")
        weak.tag = "W/\"a\""
        #expect(!weak.goesOn(as: weak))
        weak.tag = nil
        #expect(!weak.goesOn(as: weak))
    }
}
