import Foundation
import PortalModel
import PortalStorage
import Testing

@testable import PortalCommands
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

    @Test func anEditorThatGoesIntoTheBackgroundIsToldAndCanStillWrite() throws {
        let file = try EditedFile("before", in: directory)
        guard case .failure(let error) = file.finish(command: "code", after: .milliseconds(200)) else {
            Issue.record("It should be told.")
            return
        }
        #expect(error.detail?.hasPrefix("“code” ended at once, and the text is as it was.") == true, "\(error)")
        #expect(error.detail?.contains(file.path) == true)
        #expect(FileManager.default.contents(atPath: file.path) == Data("before".utf8))

        // Whoever changed something, or looked at it, has had it open.
        let changed = try EditedFile("before", in: directory)
        try write("after", changed)
        #expect(changed.finish(command: "vi", after: .milliseconds(200)) == .success("after"))
        let seen = try EditedFile("before", in: directory)
        #expect(seen.finish(command: "vi", after: .seconds(2)) == .success("before"))
        #expect(try folders.count == 1)
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
        let result = file.finish(complaint: reason == "failed editor" ? .endedWithError(command: "vi") : nil)
        guard case .failure(let error) = result else {
            Issue.record("It should not be taken over.")
            return
        }
        #expect(error.detail?.contains(file.path) == true)
        #expect(FileManager.default.contents(atPath: file.path) == written)
    }

    @Test func anEditorThatChangedNothingLeavesNothing() throws {
        let file = try EditedFile("before", in: directory)
        guard case .failure = file.finish(complaint: .notStarted(command: "vi", words: "No.")) else {
            Issue.record("It should be said.")
            return
        }
        #expect(try folders.isEmpty)
    }

    @Test func whatWasRemovedUnderTheEditorIsSaid() throws {
        let file = try EditedFile("before", in: directory)
        try FileManager.default.removeItem(atPath: (file.path as NSString).deletingLastPathComponent)
        guard case .failure(let error) = file.finish(complaint: .endedWithError(command: "vi")) else {
            Issue.record("It should be said.")
            return
        }
        #expect(
            error.detail?.hasPrefix("“vi” ended with an error, so its text was not taken over. The file that") == true)
        #expect(error.detail?.contains(file.path) == true)
    }

    /// Two texts of a program: one was written, one was left as it was.
    private func twoTexts(of holder: EditingHolder) throws -> EditedFile {
        let (written, _) = (
            try EditedFile("before", in: directory, holder: holder),
            try EditedFile("same", in: directory, holder: holder)
        )
        try write("written while the program was killed", written)
        return written
    }

    /// A program of this machine that has ended: nobody has a number so high.
    private static var ended: EditingHolder {
        var holder = EditingHolder.current
        holder.program.process = 4_194_304
        return holder
    }

    @Test func theNextStartTellsOfWhatAnEarlierRunLeft() throws {
        let file = try twoTexts(of: Self.ended)
        let left = EditedFile.leftovers(in: directory)
        #expect(left == [EditedFile.Leftover(path: file.path, isOpen: false)])
        #expect(try folders.count == 1, "What was not changed is gone.")
    }

    @Test func whatARunningProgramHasIsLeftAlone() throws {
        _ = try twoTexts(of: .current)
        #expect(EditedFile.leftovers(in: directory).isEmpty)
        #expect(try folders.count == 2)
    }

    @Test("A number that another process has now does not hide what was left")
    func reusedNumber() throws {
        var holder = EditingHolder.current
        holder.program.started = "1"
        let file = try twoTexts(of: holder)
        #expect(EditedFile.leftovers(in: directory).map(\.path) == [file.path])
    }

    @Test func anEditorThatOutlivesItsProgramKeepsTheText() throws {
        let file = try EditedFile("before", in: directory, holder: Self.ended)
        try write("saved once, and more to come", file)
        // Any process that runs: this one.
        file.isOpen(in: getpid())
        #expect(EditedFile.leftovers(in: directory).isEmpty)
    }

    @Test(
        "Where it cannot be seen whether a text is open, nothing is removed", arguments: ["host", "namespace", "boot"])
    func elsewhere(what: String) throws {
        var holder = Self.ended
        switch what {
        case "host": holder.program.host = "login2"
        case "namespace": holder.program.namespace = "pid:[1]"
        default: holder.boot = "another"
        }
        let file = try twoTexts(of: holder)
        let left = EditedFile.leftovers(in: directory)
        #expect(left.map(\.path) == [file.path])
        #expect(left.first?.place == holder.program.words)
        #expect(left.first?.reason.sentence.contains("may be open there still") == true)
        #expect(try folders.count == 2)
    }

    @Test("A folder that says nothing of whose it is, of an earlier version or just being made, is not removed")
    func unnamed() throws {
        let folder = directory + "/\(getpid() + 1)-abcdef"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(EditedFile.leftovers(in: directory).isEmpty)
        #expect(try folders.count == 1)
    }
}
