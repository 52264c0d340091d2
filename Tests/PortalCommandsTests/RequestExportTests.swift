import Foundation
import PortalModel
import PortalViews
import Testing

@testable import PortalCommands

@Suite("Files that leave the program")
struct RequestExportTests {
    private static func made(_ words: String) -> Application {
        Application(
            id: ApplicationID(17), title: words, state: .draft,
            forms: [
                RequestForm(
                    id: 1, title: LocalizedText("Form"),
                    fields: [
                        FormField(
                            id: FieldID(form: 1, field: "a"), type: .text, title: LocalizedText("Purpose"),
                            value: .text(words))
                    ])
            ])
    }

    @Test func nothingIsOverwrittenUnasked() throws {
        let path = NSTemporaryDirectory() + "portal-\(UUID()).txt"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try PrivateFile.write(Data("one".utf8), to: path)
        #expect(throws: PrivateFile.Refusal.exists) { try PrivateFile.write(Data("two".utf8), to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
        try PrivateFile.write(Data("two".utf8), to: path, replacing: true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: PrivateFile.Refusal.failed(ENOENT)) {
            try PrivateFile.write(Data(), to: "/nowhere/at/all.txt")
        }
    }

    @Test(arguments: [
        ("plan.pdf", "plan.pdf"), ("../../etc/passwd", "passwd"), (".bashrc", "bashrc"), ("", "file"), ("..", "file"),
        ("a\u{1B}[2J\n.txt", "a_[2J_.txt"), ("C:\\x\\y.doc", "y.doc"),
    ])
    func aServiceCannotNameAFileElsewhere(name: String, kept: String) { #expect(PrivateFile.safe(name) == kept) }

    @Test(.enabled(if: PDFTool.find() != nil && Self.pdftotext != nil, "no program that makes or reads PDF"))
    func aPDFHasTheWords() throws {
        let words = PDFTool.find()?.kind == .weasyprint ? "Größe, Ωμέγα и т. д." : "Größe \\fB.TH"
        let made = try RequestExport(languages: ["en"]).make(Self.made(words), as: .pdf)
        let path = NSTemporaryDirectory() + "portal-\(UUID()).pdf"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try PrivateFile.write(made.data, to: path)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.pdftotext))
        process.arguments = [path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.contains(words), "\(text)")
        #expect(text.contains("Purpose"))
    }

    @Test func withoutAProgramThePackageIsNamed() {
        #expect(PDFTool.find(path: "/nowhere") == nil)
        #expect(ProgramReason.noPDFProgram.sentence.contains("weasyprint"))
    }

    private static var pdftotext: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/pdftotext" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
