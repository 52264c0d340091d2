import Foundation
import Glibc
import PortalModel
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// What a pager gets, and out of which file.
@Suite struct PagerTextTests {
    @Test("Nothing in the text acts on the terminal")
    func text() {
        let pager = Pager(environment: Environment(variables: [:]))
        let text = pager.text(of: .text("Terms\n\u{1B}]52;c;aGk=\u{07}of \u{1B}[31muse\u{202E}"), languages: ["en"])
        #expect(text.hasPrefix("Terms\n"))
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
        #expect(text.contains("use"))
    }

    @Test("The file has no name, is its owner's alone, and lies in the first directory that takes it")
    func file() throws {
        let home = try TestHome()
        let missing = home.path + "/missing"
        let descriptor = try #require(UnnamedFile.holding(Data("answers".utf8), in: [missing, "/proc", home.path]))
        defer { close(descriptor) }
        var status = stat()
        #expect(fstat(descriptor, &status) == 0)
        #expect(status.st_nlink == 0 && status.st_mode & 0o777 == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).isEmpty)
        #expect(try FileHandle(fileDescriptor: descriptor).readToEnd() == Data("answers".utf8))
        #expect(UnnamedFile.holding(Data(), in: [missing]) == nil)
    }
}
