import Foundation
import PortalModel
import Testing

@testable import PortalCommands

@Suite("The person's own files")
final class LocalFilesTests {
    private let home = FileManager.default.temporaryDirectory.appending(path: "portal-files-\(UUID().uuidString)")
    private let files: FileService

    init() throws {
        try FileManager.default.createDirectory(
            at: home.appending(path: "papers"), withIntermediateDirectories: true)
        files =
            LocalFiles(
                environment: Environment(variables: ["HOME": home.path()]), here: home.appending(path: "papers").path()
            ).service
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    private func make(_ name: String, bytes: Int) throws {
        try Data(repeating: 0x20, count: bytes).write(to: home.appending(path: name))
    }

    private func failure(_ path: String) async -> String? {
        do throws(PortalError) {
            _ = try await files.read(path, AttachmentRules.largest)
            return nil
        } catch {
            return error.detail
        }
    }

    @Test func aFolderIsListedFoldersFirstAndThroughLinks() async throws {
        try make("b.pdf", bytes: 7)
        try make("a.txt", bytes: 3)
        try FileManager.default.createSymbolicLink(
            at: home.appending(path: "link"), withDestinationURL: home.appending(path: "papers"))
        #expect(mkfifo(home.appending(path: "pipe").path(), 0o600) == 0)
        let listing = await files.list("~/")
        #expect(listing.folder == "~/")
        #expect(listing.failure == nil)
        #expect(
            listing.entries == [
                FolderEntry(name: "link", isFolder: true), FolderEntry(name: "papers", isFolder: true),
                FolderEntry(name: "a.txt", bytes: 3), FolderEntry(name: "b.pdf", bytes: 7),
            ])
    }

    @Test("What is exported goes where it was said, relative to where the program was started, and over no other file")
    func keepAs() async throws {
        let file = FileContents(name: "ddd.ttl", type: "text/turtle", bytes: Data("a b c.".utf8))
        let first = try await files.keepAs("./ddd.ttl", file)
        #expect(first == home.appending(path: "papers").path() + "/ddd.ttl")
        #expect(try Data(contentsOf: URL(fileURLWithPath: first)) == file.bytes)
        await #expect(throws: PortalError.self) { try await files.keepAs("ddd.ttl", file) }
        #expect(try await files.keepAs("~/other.ttl", file) == home.appending(path: "other.ttl").path())
        await #expect(throws: PortalError.self) { try await files.keepAs("~/", file) }
        await #expect(throws: PortalError.self) { try await files.keepAs("~/papers", file) }
    }

    @Test func aFolderThatIsNotThereSaysSo() async {
        let listing = await files.list("~/nowhere/")
        #expect(listing.entries.isEmpty)
        #expect(listing.failure == .file(.folderUnreadable("~/nowhere/")))
    }

    @Test func aFileIsReadByTheNameThatItHas() async throws {
        try make("papers/my plan.pdf", bytes: 12)
        let file = try await files.read("~/papers/my plan.pdf", AttachmentRules.largest)
        #expect(file.name == "my plan.pdf")
        #expect(file.type == "application/pdf")
        #expect(file.bytes.count == 12)
    }

    @Test func whatCannotBeAttachedIsNotRead() async throws {
        try make("large.pdf", bytes: AttachmentRules.largest + 1)
        try make("genome.bam", bytes: 3)
        #expect(await failure("~/large.pdf")?.contains("10 MB") == true)
        #expect(await failure("~/genome.bam")?.contains("not taken") == true)
        #expect(await failure("~/papers")?.contains("no file") == true)
        #expect(await failure("~/missing.pdf")?.contains("no file") == true)
    }

    @Test func aDownloadNeverTakesThePlaceOfAFile() async throws {
        try make("plan.pdf", bytes: 1)
        let file = FileContents(name: "plan.pdf", bytes: Data("new".utf8))
        let first = try await files.keep(file)
        let second = try await files.keep(file)
        #expect(first.hasSuffix("/plan-2.pdf") && second.hasSuffix("/plan-3.pdf"))
        #expect(try Data(contentsOf: URL(filePath: first)) == file.bytes)
        #expect(try Data(contentsOf: home.appending(path: "plan.pdf")).count == 1)
    }
}
