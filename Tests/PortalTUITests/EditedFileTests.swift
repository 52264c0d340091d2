import Foundation
import PortalModel
import Testing

@testable import PortalTUI

@Suite("A text in the user's editor")
final class EditedFileTests {
    private let directory = FileManager.default.temporaryDirectory.path + "/portal-editing-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    private var folders: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory) }
    }

    private func write(_ text: String, _ file: EditedFile) throws { try write(Data(text.utf8), file) }
    private func write(_ data: Data, _ file: EditedFile) throws { try data.write(to: URL(fileURLWithPath: file.path)) }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func comesBackAndLeavesNothingBehind() throws {
        let file = try EditedFile("before", in: directory)
        #expect(FileManager.default.contents(atPath: file.path) == Data("before".utf8))
        try write("after · 漢\n", file)
        #expect(file.finish() == .success("after · 漢\n"))
        #expect(try folders.isEmpty)
    }

    @Test func isForItsOwnerOnly() throws {
        let file = try EditedFile("private", in: directory)
        let folder = (file.path as NSString).deletingLastPathComponent
        #expect(try permissions(file.path) == 0o600)
        #expect(try permissions(folder) == 0o700)
        #expect(try permissions(directory) == 0o700)
    }

    @Test("What cannot be taken over stays where the error says", arguments: ["latin-1", "too long", "failed editor"])
    func kept(reason: String) throws {
        let file = try EditedFile("before", in: directory)
        let written =
            switch reason {
            case "latin-1": Data([0x72, 0xE9, 0x73, 0x75, 0x6D, 0xE9])
            case "too long": Data(repeating: 0x61, count: EditedFile.largest + 1)
            default: Data("an hour's work".utf8)
            }
        try write(written, file)
        let result = file.finish(complaint: reason == "failed editor" ? "“vi” ended with an error." : nil)
        guard case .failure(let error) = result else {
            Issue.record("It should not be taken over.")
            return
        }
        #expect(error.detail?.contains(file.path) == true)
        #expect(FileManager.default.contents(atPath: file.path) == written)
    }

    @Test func anEditorThatChangedNothingLeavesNothing() throws {
        let file = try EditedFile("before", in: directory)
        guard case .failure = file.finish(complaint: "“vi” could not be started.") else {
            Issue.record("It should be said.")
            return
        }
        #expect(try folders.isEmpty)
    }

    @Test func theNextStartTellsOfWhatAnEarlierRunLeft() throws {
        let (mine, untouched) = (try EditedFile("before", in: directory), try EditedFile("same", in: directory))
        try write("written while the program was killed", mine)
        #expect(EditedFile.leftovers(in: directory).isEmpty, "This program still runs.")
        // As if a program with a number that nobody has any more had made them.
        for file in [mine, untouched] {
            let folder = (file.path as NSString).deletingLastPathComponent
            let end = folder.split(separator: "-").last ?? ""
            try FileManager.default.moveItem(atPath: folder, toPath: "\(directory)/4194304-\(end)")
        }
        let left = EditedFile.leftovers(in: directory)
        #expect(left.count == 1)
        #expect(left.first.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }?.hasPrefix("written") == true)
        #expect(try folders.count == 1, "What was not changed is gone.")
    }
}
