import Foundation
import PortalVersion
import Testing

@testable import PortalDemo

/// Runs the built program, as `portal --demo` and people do.
@Suite("The program portal-demo")
struct ProgramTests {
    private struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The program that was built with these tests lies beside them.
    private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "portal-demo")

    private func process(_ arguments: [String]) -> (Process, input: Pipe, output: Pipe, errors: Pipe) {
        let process = Process()
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.executableURL = Self.program
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        return (process, input, output, errors)
    }

    private func run(_ arguments: String...) throws -> Outcome {
        let (process, input, output, errors) = process(arguments)
        try process.run()
        try input.fileHandleForWriting.close()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    @Test("it announces itself in one line, and ends when its input does")
    func announcement() throws {
        let outcome = try run("serve", "--end-with-stdin")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2 && lines.last == "")
        let announcement = try JSONDecoder().decode(Announcement.self, from: Data(outcome.output.utf8))
        #expect(announcement.discovery.hasPrefix("http://127.0.0.1:"))
        #expect(announcement.access.hasSuffix("/daam"))
        #expect(announcement.version == PortalVersion.current)
        #expect(announcement.token == "demo-researcher")
        #expect(announcement.datasets >= 150)
    }

    @Test("it tells how far the catalogue is read to a program that asks for it, and to nobody else")
    func progress() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "many.jsonl")
            try Data((0..<500).map { #"{"id":"\#($0)"}\#n"# }.joined().utf8).write(to: file)
            let told = try run("serve", "--end-with-stdin", "--progress", "--catalogue", file.path)
            let lines = told.output.split(separator: "\n")
            #expect(lines.count >= 2)
            let first = try JSONDecoder().decode(CatalogueProgress.self, from: Data(lines[0].utf8))
            #expect(first == CatalogueProgress(datasets: 200, bytes: first.bytes, size: first.size))
            #expect((1...first.size).contains(first.bytes))
            let last = try JSONDecoder().decode(Announcement.self, from: Data(lines[lines.count - 1].utf8))
            #expect(last.datasets == 500)
            #expect(told.errors.isEmpty)
            let quiet = try run("serve", "--end-with-stdin", "--catalogue", file.path)
            #expect(quiet.output.split(separator: "\n").count == 1)
        }
    }

    @Test("it ends when its input does while it still reads a catalogue")
    func neverEndingCatalogue() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "pipe").path
            try #require(mkfifo(file, 0o600) == 0)
            // Held open, so that the reader waits for what never comes.
            let held = open(file, O_RDWR)
            defer { close(held) }
            let (process, input, _, _) = process(["serve", "--end-with-stdin", "--catalogue", file])
            let (ended, end) = AsyncStream<Bool>.makeStream()
            process.terminationHandler = { _ in end.yield(true) }
            try process.run()
            try input.fileHandleForWriting.close()
            DispatchQueue.global().asyncAfter(deadline: .now() + 60) { end.yield(false) }
            let isOver = await ended.first { _ in true }
            if isOver != true { kill(process.processIdentifier, SIGKILL) }
            #expect(isOver == true)
            #expect(process.terminationStatus == 0)
        }
    }

    @Test("it ends when it is told to")
    func termination() throws {
        let (process, input, output, _) = process(["serve"])
        try process.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        try input.fileHandleForWriting.close()
    }

    @Test("what it keeps is for its owner only")
    func privacy() async throws {
        try await withTemporaryDirectory { directory in
            let data = directory.appending(path: "made")
            let outcome = try run("serve", "--end-with-stdin", "--data", data.path)
            #expect(outcome.status == 0)
            for (path, mode) in [(data.path, 0o700), (data.appending(path: "demo.sqlite").path, 0o600)] {
                #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
            }
        }
    }

    @Test("reports of bad lines go to standard error, without their control characters")
    func reports() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "bad\u{1B}[31m.jsonl")
            try Data((String(repeating: "bad\n", count: 25) + #"{"id":"a"}"#).utf8).write(to: file)
            let outcome = try run("serve", "--end-with-stdin", "--catalogue", file.path)
            #expect(outcome.status == 0)
            let lines = outcome.errors.split(separator: "\n")
            #expect(lines.count == CatalogueLoader.reportLimit + 1)
            #expect(lines.first?.contains("line 1: it is not valid JSON") == true)
            #expect(lines.last?.contains("5 more lines") == true)
            #expect(!outcome.errors.contains("\u{1B}"))
        }
    }

    @Test(
        "a wrong command line ends with 2 and says how it is meant",
        arguments: [
            ["--nope"], ["serve", "--nope"], ["serve", "--port", "70000"], ["serve", "--port", "x"],
            ["serve", "--data", "/tmp/x", "--ephemeral"], ["serve", "--decision-delay=-1"],
            ["serve", "--catalogue", ""],
        ])
    func usageErrors(arguments: [String]) throws {
        let (process, _, output, errors) = process(arguments)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(try output.fileHandleForReading.readToEnd() ?? Data() == Data())
        let complaint = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(complaint.contains("Usage:"))
    }

    @Test("what it cannot use ends with 1 and says what to do")
    func failures() throws {
        let outcome = try run("serve", "--catalogue", "/nowhere/catalogue.jsonl")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("/nowhere/catalogue.jsonl"))
        #expect(outcome.errors.contains("leave --catalogue out"))
    }

    @Test("it tells its version")
    func version() throws {
        #expect(try run("--version").output == PortalVersion.description(of: "portal-demo") + "\n")
    }
}
