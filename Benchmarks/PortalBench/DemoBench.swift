import Foundation
import TerminalHarness

/// The demo portal by itself: how fast it reads a catalogue, and how long an empty search of a million datasets takes.
struct DemoBench {
    func run(into table: inout ResultTable) throws {
        try read(100_000, into: &table)
        try read(1_000_000, into: &table, searches: true)
    }

    private func read(_ count: Int, into table: inout ResultTable, searches: Bool = false) throws {
        let place = try Place()
        let catalogue = place.directory + "/made.jsonl"
        try Self.write(count, to: catalogue)
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: try ProgramUnderTest.portal()).deletingLastPathComponent()
            .appendingPathComponent("portal-demo")
        process.arguments = [
            "serve", "--end-with-stdin", "--catalogue", catalogue, "--data", place.directory + "/data",
        ]
        process.standardInput = input
        process.standardOutput = output
        let began = ContinuousClock.now
        try process.run()
        let announcement = output.fileHandleForReading.availableData
        let took = ContinuousClock.now - began
        struct Listening: Decodable { var discovery: String }
        let listening = try JSONDecoder().decode(Listening.self, from: announcement)
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.split(separator: " ").dropFirst()
            .first
        let words = "\(count / 1000),000 made datasets"
        table.add(
            "portal-demo reads \(words)", "\(Int(Double(count) / (took / .seconds(1)))) a second", aim: "≥ 20,000")
        table.add("portal-demo at its peak, \(words)", "\((peak.flatMap { Int($0) } ?? 0) / 1024) MB")
        if searches {
            let times = (0..<20).compactMap { _ in Self.search(listening.discovery) }
            table.add("an empty search of \(words)", times.median?.readable ?? "no curl", aim: "≤ 50 ms")
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Titles, words and facets enough that an index is worth its while.
    private static func write(_ count: Int, to path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        let words = [
            "genome", "exome", "cohort", "variant", "allele", "tumour", "control", "family", "panel", "registry",
        ]
        for start in stride(from: 0, to: count, by: 1000) {
            let lines = (start..<min(start + 1000, count)).map { number in
                let text = (0..<90).map { words[(number &* 7 &+ $0 &* $0) % words.count] }.joined(separator: " ")
                let day = "20\(10 + number % 15)-0\(1 + number % 9)-1\(number % 10)"
                return
                    #"{"id":"made-\#(number)","title":"Genomes of cohort \#(number)","description":"\#(text)","#
                    + #""publisher":"Centre \#(number % 97)","themes":["Health"],"keywords":["\#(words[number % 10])"],"#
                    + #""modified":"\#(day)","individuals":\#(number % 5000)}"# + "\n"
            }
            try file.write(contentsOf: Data(lines.joined().utf8))
        }
        try file.close()
    }

    /// By curl, from its first byte out to the last one in; nil where there is none.
    private static func search(_ discovery: String) -> Duration? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "curl", "--silent", "--output", "/dev/null", "--write-out", "%{time_total}", "--json", #"{"rows":50}"#,
            discovery + "/api/v1/datasets/search",
        ]
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        let written = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Double(String(decoding: written, as: UTF8.self)).map { .seconds($0) }
    }
}
