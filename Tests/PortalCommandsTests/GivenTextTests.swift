import Foundation
import Testing

@testable import PortalCommands

/// Texts as other programs write them: with Windows' line ends and marks, and through pipes.
@Suite final class GivenTextTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/portal-given-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func file(_ bytes: [UInt8], mode: Int = 0o600) throws -> String {
        let path = folder + "/" + UUID().uuidString
        try PrivateFile.write(Data(bytes), to: path)
        #expect(chmod(path, mode_t(mode)) == 0)
        return path
    }

    private func file(_ text: String, mode: Int = 0o600) throws -> String { try file(Array(text.utf8), mode: mode) }

    @Test(
        arguments: [
            Array("a\nb\n".utf8), Array("a\r\nb\r\n".utf8), Array("a\rb\r".utf8),
            [0xEF, 0xBB, 0xBF] + Array("a\nb\n".utf8),
            [0xFF, 0xFE, 0x61, 0, 0x0D, 0, 0x0A, 0, 0x62, 0, 0x0A, 0],
            [0xFE, 0xFF, 0, 0x61, 0, 0x0A, 0, 0x62, 0, 0x0A],
        ])
    func lineEndsAndMarks(bytes: [UInt8]) {
        #expect(GivenText(bytes: bytes).text == "a\nb\n")
    }

    @Test func oneMarkAloneIsPassedOver() {
        #expect(GivenText(bytes: Array("\u{FEFF}\u{FEFF}a".utf8)).text.unicodeScalars.first == "\u{FEFF}")
    }

    @Test func aPipeIsReadToItsEnd() throws {
        let path = folder + "/fifo"
        #expect(mkfifo(path, 0o644) == 0)
        let words = String(repeating: "PORTAL_LOG_LEVEL=debug # and more\r\n", count: 10_000) + "PORTAL_TOKEN=made-up"
        Thread.detachNewThread {
            let handle = FileHandle(forWritingAtPath: path)
            try? handle?.write(contentsOf: Data(words.utf8))
            try? handle?.close()
        }
        // What others may do to a pipe is not asked: it is its owner's.
        #expect(
            try EnvironmentFile.variables(in: path) == ["PORTAL_LOG_LEVEL": "debug", "PORTAL_TOKEN": "made-up"])
    }

    @Test func whatCannotBeReadIsSaid() throws {
        #expect(throws: GivenText.Refusal.failed(ENOENT)) { try GivenText(path: self.folder + "/none") }
        #expect(throws: GivenText.Refusal.failed(EISDIR)) { try GivenText(path: self.folder) }
        #expect(throws: GivenText.Refusal.notFile) { try GivenText(path: "/dev/null", onlyFiles: true) }
        let large = try file([UInt8](repeating: 0x61, count: GivenText.largest + 1))
        #expect(throws: GivenText.Refusal.tooLarge) { try GivenText(path: large) }
        // A pipe without an end is not waited for.
        #expect(throws: GivenText.Refusal.tooLarge) { try GivenText(path: "/dev/zero") }
    }

    @Test(
        "Whatever the line ends are, a secret that others can read is refused and never shown",
        arguments: ["\r\n", "\r", "\n"])
    func secrets(end: String) throws {
        let lines = ["# mine", "PORTAL_DISCOVERY=http://127.0.0.1:18101", "PORTAL_TOKEN=made-up-token", ""]
        let path = try file("\u{FEFF}" + lines.joined(separator: end), mode: 0o644)
        do throws(Profiles.Problem) {
            _ = try EnvironmentFile.variables(in: path)
            Issue.record("It should be refused.")
        } catch {
            #expect(error.sentence.contains("chmod 600"))
            #expect(!error.sentence.contains("made-up-token"))
        }
        #expect(chmod(path, 0o600) == 0)
        #expect(
            try EnvironmentFile.variables(in: path)
                == ["PORTAL_DISCOVERY": "http://127.0.0.1:18101", "PORTAL_TOKEN": "made-up-token"])
    }

    @Test func aMarkAndWindowsLineEndsDoNotHurtYAML() throws {
        let file = try ConfigurationFile(path: file("\u{FEFF}name: Alex Example\r\norcid: 0000-0002-1825-0097\r\n"))
        #expect(try PersonalYAML.entries(in: file).count == 2)
        let profiles = folder + "/config"
        try FileManager.default.createDirectory(atPath: profiles, withIntermediateDirectories: true)
        let yaml =
            "\u{FEFF}default: x\r\nprofiles:\r\n  x:\r\n    discovery: {address: \"http://127.0.0.1:1\", dialect: ckan}\r\n"
        try Data(yaml.utf8).write(to: URL(fileURLWithPath: profiles + "/config.yaml"))
        #expect(try Profiles(directory: profiles).profile(named: nil)?.name == "x")
    }
}

@Suite struct SafeFilenameTests {
    @Test(
        arguments: [
            ("plan.pdf", "plan.pdf"), ("../../etc/passwd", "passwd"), ("C:\\temp\\a.txt", "a.txt"), ("", "file"),
            ("..", "file"),
            ("\u{202E}fdp.exe", "fdp.exe"), ("a\u{202E}fdp.exe", "afdp.exe"), ("-rf", "rf"), ("--.-x", "x"),
            (".bashrc", "bashrc"),
            ("a\u{9B}31mb.txt", "a_31mb.txt"), ("a\r\nb\u{7F}", "a__b_"), ("\u{2066}a\u{2069}\u{FEFF}.csv", "a.csv"),
            ("می\u{200C}خواهم.txt", "می\u{200C}خواهم.txt"), ("a.tar.gz", "a.tar.gz"),
        ])
    func names(given: String, safe: String) {
        #expect(PrivateFile.safe(given) == safe)
    }

    @Test(arguments: ["漢", "é", "👩‍🔬", "a"]) func longNamesKeepTheirExtension(letter: String) {
        let safe = PrivateFile.safe(String(repeating: letter, count: 300) + ".pdf")
        #expect(safe.hasSuffix(letter + ".pdf"))
        #expect((200...250).contains(safe.utf8.count))
        let sentence = PrivateFile.safe(
            String(repeating: letter, count: 300) + ". " + String(repeating: "b", count: 30))
        #expect((200...250).contains(sentence.utf8.count))
    }
}

@Suite struct PlainDocumentTests {
    @Test func whatATerminalObeysIsLeftOut() {
        let hostile = Data("<a>\u{1B}]0;x\u{7}\u{1B}[2Jé\u{9B}31m\u{0}\t\r\n\u{7F}</a>".utf8) + Data([0x9B])
        let plain = PlainDocument(hostile)
        #expect(String(decoding: plain.data, as: UTF8.self) == "<a>]0;x[2Jé31m\t\r\n</a>\u{FFFD}")
        #expect(plain.left == 6)
        let good = Data("@prefix a: <b> .\n\"漢\" \u{202E}".utf8)
        #expect(PlainDocument(good).data == good)
        #expect(PlainDocument(good).left == 0)
    }
}
