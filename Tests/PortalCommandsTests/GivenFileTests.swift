import Foundation
import Glibc
import PortalModel
import TerminalCanvas
import Testing

@testable import PortalCommands

/// Files that were named by mistake, or written by other programs.
@Suite("What is given in a file")
struct GivenFileTests {
    private let path = NSTemporaryDirectory() + "portal-given-\(UUID().uuidString)"

    private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    private static let secret = "PORTAL_TOKEN=s3cr3t\nx: y\n"

    private static let files: [[UInt8]] = {
        let units: [UInt8] = secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let scalars: [UInt8] = secret.unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value & 0xFF)] }
        let texts = [
            secret + "\0", secret + "\u{1B}[31m\n", "a: b\u{85}c: \u{9B}s3cr3t", "s3cr3t: [s3cr3t", "\"s3cr3t",
            "a: !<s3cr3t", "%s3cr3t\n", "a: &s3cr3t\n*s3cr3t2",
        ]
        return texts.map { Array($0.utf8) } + [units, scalars, [0xC3, 0x28, 0, 1]]
    }()

    @Test("Nothing of a file that is no YAML is said, but where it is none", arguments: files)
    func noYAML(bytes: [UInt8]) throws {
        try write(bytes)
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            _ = try ConfigurationFile(path: path)
            Issue.record("it was taken")
        } catch {
            #expect(!error.sentence.contains("s3cr3t"), "\(error.sentence)")
            #expect(!error.sentence.contains("\n"), "\(error.sentence)")
        }
    }

    @Test("The line of a control character is told")
    func line() throws {
        do {
            _ = try ConfigurationFile(yaml: "a: b\nc: d\u{1B}\n", named: "file")
            Issue.record("it was taken")
        } catch {
            #expect(
                error.sentence
                    == "file, line 2, holds a control character, so it is no YAML. Is it UTF-16, or no text at all?")
        }
    }

    @Test("JSON may write a character as two halves, and NUL is no part of an answer")
    func answers() throws {
        let fields = ["a", "b", "c"].map {
            FormField(id: FieldID(form: 1, field: $0), type: .text, title: LocalizedText($0))
        }
        let application = Application(
            id: ApplicationID(1), title: "x", state: .draft,
            forms: [RequestForm(id: 1, title: LocalizedText("Form"), fields: fields)])
        let json = #"""
            {"answers": {"1": {"a": "x\ud83d\ude00\\ud83d\\ude00y", "b": "n\u0000ul", "c": "\"\uD83D\uDE00"}}}
            """#
        try write(Array(json.utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let answers = try AnswersFile(path: path).answers(for: application)
        #expect(answers[fields[0].id] == .text("x😀\\ud83d\\ude00y"))
        #expect(answers[fields[1].id] == .text("nul"))
        #expect(answers[fields[2].id] == .text("\"😀"))
        try write(Array("answers: {\"1\": {a: \"a\\0b\", b: 'x\\ud83d\\ude00'}}".utf8))
        let yaml = try AnswersFile(path: path).answers(for: application)
        #expect(yaml[fields[0].id] == .text("ab"))
        #expect(yaml[fields[1].id] == .text("x\\ud83d\\ude00"))
    }

    @Test(
        "A quotation mark that is not closed is refused, without the value",
        arguments: ["\"s3cr3t", "'s3cr3t # x", "\"s3cr3t\\\"", "\""])
    func openQuote(value: String) throws {
        try write(Array("A=b\nTOKEN=\(value)\n".utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            _ = try EnvironmentFile.variables(in: path)
            Issue.record("it was taken")
        } catch {
            #expect(error.sentence.contains("line 2") && error.sentence.contains("TOKEN"), "\(error.sentence)")
            #expect(!error.sentence.contains("s3cr3t"))
        }
    }

    @Test("A key in a pipe is read once, and a link is called one")
    func keyFiles() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        try #require(Glibc.write(ends[1], "abc\n", 4) == 4)
        close(ends[1])
        defer { close(ends[0]) }
        for _ in 0..<2 { #expect(try SecretFile.text(in: "/dev/fd/\(ends[0])", home: nil) == "abc") }
        try write(Array("abc\n".utf8))
        chmod(path, 0o600)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let link = path + "-link"
        try #require(symlink(path, link) == 0)
        defer { unlink(link) }
        #expect(throws: LaunchFailure.self) { try SecretFile.text(in: link, home: nil) }
        do { _ = try SecretFile.text(in: link, home: nil) } catch {
            #expect(error.message.plain.contains("is a symbolic link"), "\(error.message)")
        }
    }

    @Test("A default that is no profile, and a name that no folder can have, are wrong")
    func names() throws {
        let folder = path + "-configuration"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file =
            "default: x\nprofiles:\n  x:\n  \(String(repeating: "n", count: 300)): {discovery: 'https://a.example'}\n"
        try Data(file.utf8).write(to: URL(fileURLWithPath: folder + "/config.yaml"))
        let problems = try Profiles(directory: folder).problemsWithNames.map(\.message.plain)
        #expect(problems.count == 2)
        #expect(problems.first?.contains("“x”") == true, "\(problems)")
        #expect(problems.last?.contains("line 4") == true, "\(problems)")
    }
}
