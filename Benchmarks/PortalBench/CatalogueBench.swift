import Foundation
import TerminalHarness

/// Memory with catalogues of real size, after walking through the list.
struct CatalogueBench {
    func run(into table: inout ResultTable) async throws {
        let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
        let place = try Place()
        let small = place.directory + "/records-3000.jsonl"
        let real = shared.appendingPathComponent("genomic.jsonl").path
        let isReal = FileManager.default.isReadableFile(atPath: real)
        if !isReal { try made(3000, at: small) }
        try await measure(
            isReal ? real : small, name: isReal ? "3,000 real records" : "3,000 made records", into: &table)

        let large = place.directory + "/records-100000.jsonl"
        let packed = shared.appendingPathComponent("large.jsonl.xz").path
        let isUnpacked = FileManager.default.isReadableFile(atPath: packed) && unpack(packed, to: large)
        if !isUnpacked { try made(100_000, at: large) }
        try await measure(
            large, name: isUnpacked ? "100,705 real records" : "100,000 made records", into: &table)
    }

    private func measure(_ catalogue: String, name: String, into table: inout ResultTable) async throws {
        let place = try Place()
        let terminal = try place.start(["--catalogue", catalogue])
        try await terminal.waitFor(" datasets", atMost: .seconds(120))
        try await terminal.waitUntilQuiet(for: .seconds(2), atMost: .seconds(120))
        terminal.type(Array(repeating: "\u{1B}[6~", count: 60), every: .milliseconds(30))
        try await terminal.waitUntilQuiet(for: .seconds(1))
        terminal.type("G")
        try await terminal.waitUntilQuiet(for: .seconds(1))
        let resident = try terminal.meter.residentBytes()
        table.add("resident memory, \(name)", "\(resident / 1_048_576) MB", aim: "≤ 60 MB")
        try await terminal.quit()
    }

    private func unpack(_ file: String, to path: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "xz -dc \"$1\" > \"$2\"", "sh", file, path]
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private func made(_ count: Int, at path: String) throws {
        let lines = (0..<count).map { number in
            #"{"id":"made-\#(number)","title":"Genomes of cohort \#(number)","description":"Whole genomes.","publisher":"Centre \#(number % 97)"}"#
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
}
