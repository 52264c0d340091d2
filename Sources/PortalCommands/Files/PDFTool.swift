import Foundation
import Glibc
import PortalModel
import PortalViews
import TerminalBackend

/// Makes PDF with a program of the system. Two of Debian's packages are looked for, in this order:
///
/// - `weasyprint`: every script that the machine has fonts for, and a tagged file (PDF/UA) that a screen reader finds its
///   way in. About 60 MB with Python's libraries; LibreOffice and Chromium can do the same and take ten times that.
/// - `groff`: small and often there, for the letters of Latin scripts, without tags.
///
/// pandoc would do it through one of these or through TeX, so it is not asked.
struct PDFTool: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case weasyprint, groff
    }

    package struct Result: Sendable {
        var pdf: Data
        /// What the person should know of it.
        var note: Reason?
    }

    let kind: Kind
    private let program: String

    /// The best one that is installed.
    static func find(path: String? = ProcessInfo.processInfo.environment["PATH"]) -> PDFTool? {
        let folders = (path ?? "/usr/bin").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        func place(of name: String) -> String? {
            folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
        }
        for kind in Kind.allCases {
            guard let program = place(of: kind.rawValue) else { continue }
            // groff's small package cannot make PDF: gropdf is in the whole one.
            if kind == .groff, place(of: "gropdf") == nil { continue }
            return PDFTool(kind: kind, program: program)
        }
        return nil
    }

    /// Blocks until the program has ended, for a minute at most.
    func make(_ document: RequestDocument) throws(PortalError) -> Result {
        let (source, arguments) =
            switch kind {
            case .weasyprint:
                (document.html, ["--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "-", "-"])
            case .groff: (document.troff, ["-Tpdf", "-Kutf8", "-ms"])
            }
        let outcome = try run(arguments, input: Data(source.utf8))
        guard outcome.status == 0, outcome.output.starts(with: Data("%PDF".utf8)) else {
            let words = outcome.words.split(separator: "\n").last.map(String.init)
            throw Self.failure(.noPDF(program: program, words: words))
        }
        let isIncomplete = kind == .groff && outcome.words.contains("special character")
        return Result(pdf: outcome.output, note: isIncomplete ? .program(.lettersLeftOut) : nil)
    }

    private struct Outcome {
        var status: Int32
        var output: Data
        var words: String
    }

    /// Through files of a folder that is this user's alone: no pipe fills up, and nobody else can read them.
    private func run(_ arguments: [String], input: Data) throws(PortalError) -> Outcome {
        let folder = FileManager.default.temporaryDirectory.path + "/portal-pdf-\(UUID().uuidString)"
        guard mkdir(folder, 0o700) == 0 else { throw Self.failure(.noFolder) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            for (name, data) in [("in", input), ("out", Data()), ("words", Data())] {
                try PrivateFile.write(data, to: "\(folder)/\(name)")
            }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/in"))
            process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/out"))
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/words"))
            let hasEnded = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in hasEnded.signal() }
            InheritedDescriptors.closeOnExec()
            try process.run()
            if hasEnded.wait(timeout: .now() + 60) == .timedOut {
                process.terminate()
                throw Self.failure(.notEnded(program: program))
            }
            return Outcome(
                status: process.terminationStatus,
                output: try Data(contentsOf: URL(fileURLWithPath: folder + "/out")),
                words: String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/words")), as: UTF8.self))
        } catch let error as PortalError {
            throw error
        } catch {
            throw Self.failure(.notStarted(program: program))
        }
    }

    private static func failure(_ reason: ProgramReason) -> PortalError {
        PortalError(.local, operation: "making the PDF", because: .program(reason))
    }
}
