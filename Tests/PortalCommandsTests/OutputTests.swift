import Foundation
import Logging
import TerminalCanvas
import Testing

@testable import PortalCommands

@Suite struct OutputTests {
    @Test func jsonHoldsNoCharacterThatATerminalActsOn() throws {
        let text = "a\u{1B}[31m\u{9B}b\u{202E}c\u{200B}d\u{2028}e\u{E0001}é漢"
        let json = try TerminalJSON(["title": text])
        #expect(
            json.text
                == #"{"title":"a\u001b[31m\u009bb\u202ec\u200bd\u2028e\udb40\udc01é漢"}"#)
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.text.utf8)) == ["title": text])
    }

    /// The short way by bytes and the long one by scalars agree about every character that there is.
    @Test func everyCharacterIsWrittenAsItsPropertiesSay() throws {
        for plane in 0..<17 {
            let scalars = (plane << 16..<(plane + 1) << 16).compactMap { Unicode.Scalar(UInt32($0)) }
            let text = String(String.UnicodeScalarView(scalars))
            let json = try TerminalJSON([text])
            for scalar in json.text.unicodeScalars {
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                    Issue.record("U+\(String(scalar.value, radix: 16)) stands in the text")
                default: break
                }
            }
            #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
        }
    }

    @Test func aFullDiskAndAReaderThatHasGoneAreNoticed() throws {
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { for descriptor in [full, null] { close(descriptor) } }
        let json = try TerminalJSON(["a": 1])
        #expect(TerminalWriter(descriptor: full).write(json) == .failed(ENOSPC))
        #expect(TerminalWriter(descriptor: full).write(document: Data([1])) == .failed(ENOSPC))
        #expect(TerminalWriter(descriptor: null).write(json) == .written)
        TerminalWriter.outlivePipes()
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        #expect(TerminalWriter(descriptor: ends[1]).write(json) == .closed)
        close(ends[1])
    }

    @Test func whatGoesToAPipeIsNotMadeReadyForCells() throws {
        let text = "🇪🇺 می\u{200C}خواهم 👍🏽 👩\u{200D}💻 葛\u{E0100} ב\u{5B0}\u{5BC}\u{596}"
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let writer = TerminalWriter(descriptor: ends[1])
        #expect(writer.write(text: text + "\u{1B}[31m") == .written)
        var table = Table(["ID", "TITLE"])
        table.add(["a", text])
        for line in table.lines(columns: nil) { #expect(writer.write(line) == .written) }
        close(ends[1])
        let read = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readDataToEndOfFile()
        #expect(String(decoding: read, as: UTF8.self).utf8.elementsEqual("\(text)\nID  TITLE\na   \(text)\n".utf8))
    }

    @Test func aTableIsAlignedAndCutForATerminalOnly() {
        var table = Table(["ID", "TITLE"])
        table.add(["a", "A long title\nin two lines"])
        table.add(["long-id", "漢字"])
        #expect(
            table.lines(columns: nil).map(\.plain) == [
                "ID       TITLE", "a        A long title in two lines", "long-id  漢字",
            ])
        #expect(table.lines(columns: 20).allSatisfy { $0.columns <= 20 })
    }

    @Test(arguments: [
        ("mail to ada@example.org now", "mail to (address) now"), ("Bearer abc.def", "Bearer (token)"),
        ("token eyJhbGciOiJ", "token (token)"), ("status 503", "status 503"),
    ])
    func whatLooksLikeASecretIsNotLogged(text: String, logged: String) {
        #expect(LogRedaction.redact(text) == logged)
    }
}

@Suite struct LogFileTests {
    private let directory = NSTemporaryDirectory() + "portal-log-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    @Test func aFullFileIsPutAsideAndOldOnesGo() throws {
        let path = directory + "/portal.log"
        let first = try #require(LogFile(path: path, largest: 1000, kept: 2))
        let second = try #require(LogFile(path: path, largest: 1000, kept: 2))
        let line = String(repeating: "x", count: 99)
        for number in 0..<60 { (number.isMultiple(of: 2) ? first : second).write(line) }
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(names == ["portal.log", "portal.log.1", "portal.log.2"])
        for name in names {
            let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
            #expect(text.utf8.count <= 1000)
            #expect(text.split(separator: "\n").allSatisfy { $0 == line })
        }
    }

    @Test func theLevelAndTheFormatAreAsConfigured() throws {
        var settings = LogSettings()
        settings.level = .warning
        settings.format = .json
        let logger = FileLog.logger(directory: directory, settings: settings)
        logger.info("not this")
        logger.warning("call failed", metadata: ["status": "503", "person": "ada@example.org"])
        let text = try String(contentsOfFile: directory + "/portal.log", encoding: .utf8)
        let record = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        #expect(record["message"] == "call failed")
        #expect(record["status"] == "503")
        #expect(record["person"] == "(address)")
    }
}
