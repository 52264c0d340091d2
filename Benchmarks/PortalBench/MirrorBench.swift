import Foundation
import Glibc
import PortalDomain
import PortalMirror
import TerminalHarness

/// The mirror at real size: filled by the program from a portal on this machine, then asked in this process, since what a
/// question costs is a few milliseconds and a start is more.
struct MirrorBench {
    func run(into table: inout ResultTable) async throws {
        let place = try Place()
        let real = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "shared/data/large.jsonl.xz")
        let path = place.directory + "/mirror.sqlite"
        if FileManager.default.isReadableFile(atPath: real.path) {
            let portal = try fill(path, from: real.path, in: place, into: &table)
            try await ask(path, "100,705 real datasets", of: portal, in: place, isAimed: true, into: &table)
        }
        for count in [1000, 1_000_000] {
            let made = place.directory + "/made-\(count).sqlite"
            try await fill(made, made: count, into: &table)
            try await ask(made, "\(count) made datasets", of: Self.nobody, in: place, isAimed: false, into: &table)
        }
    }

    // MARK: Filling

    /// Where no portal is: what was made within this process is asked for as if it were of there.
    private static let nobody = "http://127.0.0.1:9/discovery"

    /// By `portal mirror sync`, over HTTP.
    /// - Returns: the portal's address.
    private func fill(
        _ path: String, from catalogue: String, in place: Place, into table: inout ResultTable
    ) throws -> String {
        let programs = URL(fileURLWithPath: try ProgramUnderTest.portal()).deletingLastPathComponent()
        let demo = Process()
        let (input, output) = (Pipe(), Pipe())
        demo.executableURL = programs.appendingPathComponent("portal-demo")
        demo.arguments = ["serve", "--end-with-stdin", "--ephemeral", "--catalogue", catalogue]
        (demo.standardInput, demo.standardOutput, demo.standardError) = (input, output, FileHandle.nullDevice)
        try demo.run()
        struct Listening: Decodable { var discovery: String }
        let listening = try JSONDecoder().decode(Listening.self, from: output.fileHandleForReading.availableData)
        defer {
            try? input.fileHandleForWriting.close()
            demo.waitUntilExit()
        }
        for (what, aim) in [("first fill", "≥ 5,000 a second"), ("a refresh with nothing new", "≤ 3 calls")] {
            let sync = Process()
            let told = Pipe()
            sync.executableURL = programs.appendingPathComponent("portal")
            sync.arguments = ["mirror", "sync", "--path", path, "--discovery", listening.discovery, "--json"]
            sync.environment = ["HOME": place.directory, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
            (sync.standardOutput, sync.standardError) = (told, FileHandle.nullDevice)
            let began = ContinuousClock.now
            try sync.run()
            let peak = Peak(of: sync.processIdentifier)
            let lines = told.fileHandleForReading.readDataToEndOfFile().split(separator: 10)
            sync.waitUntilExit()
            let took = ContinuousClock.now - began
            struct Done: Decodable {
                var datasets: Int
                var calls: Int
            }
            guard let last = lines.last, let done = try? JSONDecoder().decode(Done.self, from: last) else {
                throw HarnessError("the mirror was not filled")
            }
            let speed = Int(Double(done.datasets) / (took / .seconds(1)))
            table.add(
                "mirror: \(what), \(done.datasets) real datasets over HTTP",
                "\(speed) a second, \(done.calls) calls, at most \(peak.megabytes) MB", aim: aim)
        }
        let bytes = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        table.add("mirror: its file", "\(bytes >> 20) MB")
        return listening.discovery
    }

    /// From this process itself, for sizes at which a portal would be what is measured.
    private func fill(_ path: String, made count: Int, into table: inout ResultTable) async throws {
        let service = DiscoveryService { calls in
            calls.search.perform = { _, start, rows throws(PortalError) in
                let end = min(start + rows, count)
                let results = start < end ? (start..<end).map { SearchResult.dataset(Self.made($0)) } : []
                return SearchPage(start: start, total: count, results: results)
            }
            calls.filters.perform = { () throws(PortalError) in [] }
        }
        let writer = try MirrorWriter(
            MirrorPlace(path: path, kind: .shared), of: MirrorOrigin(portal: "gdi \(Self.nobody)"))
        let (began, cpu) = (ContinuousClock.now, MeasuredRun.own)
        _ = try await MirrorSync(writer, from: service).run()
        let took = ContinuousClock.now - began
        try writer.close(isWhole: true)
        table.add(
            "mirror: fill with \(count) made datasets",
            "\(Int(Double(count) / (took / .seconds(1)))) a second, \((MeasuredRun.own - cpu).readable) CPU",
            aim: "≥ 5,000")
    }

    private static let words = [
        "genome", "exome", "cohort", "variant", "allele", "tumour", "control", "family", "panel", "registry",
    ]

    private static func made(_ number: Int) -> DatasetSummary {
        let text = (0..<60).map { words[(number &* 7 &+ $0 &* $0) % words.count] }.joined(separator: " ")
        let seconds = Double(1_700_000_000 - number)
        return DatasetSummary(
            id: DatasetID("made-\(number)"), title: "Genomes of cohort \(number)", description: text,
            publishers: ["Centre \(number % 97)"], themes: [LabelledValue(value: "Health", label: "Health")],
            keywords: [words[number % 10]], modified: Date(timeIntervalSince1970: seconds), individuals: number % 5000)
    }

    // MARK: Asking

    /// - Parameter isAimed: the aims are for 100,000 datasets; of other sizes the memory alone has one.
    private func ask(
        _ path: String, _ size: String, of portal: String, in place: Place, isAimed: Bool,
        into table: inout ResultTable
    ) async throws {
        func aim(_ text: String) -> String { isAimed ? text : "" }
        try start(path, size, of: portal, aim("≤ 15 ms"), in: place, into: &table)
        let mirror = try Mirror(MirrorPlace(path: path, kind: .shared))
        defer { mirror.close() }
        func measure(_ lines: [String], facetValues: Int = 0, rows: Int = 20) async throws
            -> String
        {
            var slowest = Duration.zero
            var line = ""
            for text in lines {
                let question = MirrorQuestion(
                    try QueryLine.parse(text), rows: rows, facetValues: facetValues)
                var times: [Duration] = []
                for _ in 0..<9 {
                    let before = MeasuredRun.own
                    _ = try await mirror.search(question)
                    times.append(MeasuredRun.own - before)
                }
                guard let median = times.median, median > slowest else { continue }
                (slowest, line) = (median, text)
            }
            return "\(slowest.readable) CPU at most (\(line))"
        }
        let typed = ["g", "ge", "gen", "geno", "genome", "genome c", "genome coh", "dat", "the", "can", "cancer"]
        table.add("mirror: a letter typed, \(size)", try await measure(typed, rows: 50), aim: aim("≤ 15 ms"))
        table.add(
            "mirror: counts of every facet, \(size)",
            try await measure(["", "the", "data", "cancer", "genome individuals>=100"], facetValues: 50),
            aim: aim("≤ 30 ms"))
        let orders = ["title", "-title", "modified", "-modified", "individuals", "publisher"]
        table.add(
            "mirror: sort by a column, \(size)",
            try await measure(orders.map { "sort:\($0)" } + ["the sort:title", "genome sort:publisher"]),
            aim: aim("≤ 20 ms"))
        if isAimed { try await MirrorPeers(mirror: mirror, path: path, place: place).run(into: &table) }
    }

    /// By processes of their own: what opening it and the first page cost, and the memory of a command that searches.
    private func start(
        _ path: String, _ size: String, of portal: String, _ aim: String, in place: Place,
        into table: inout ResultTable
    ) throws {
        let costs = try (0..<9).map { _ in
            let told = place.directory + "/first"
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            _ = try MeasuredRun([own, Self.firstPage, path], output: told)
            let text = try String(contentsOfFile: told, encoding: .utf8)
            guard let first = text.split(separator: "\n").first, let microseconds = Int(first) else {
                throw HarnessError("the first page was not told")
            }
            return Duration.microseconds(microseconds)
        }
        table.add(
            "mirror: opened, and the first page, \(size)", costs.median.map { "\($0.readable) CPU" } ?? "–", aim: aim)
        let search = [try ProgramUnderTest.portal(), "search", "--offline", "--mirror", path]
        let runs = try ["genome", "data", "sort:title"].map { line in
            try MeasuredRun(
                search + ["--discovery", portal, line],
                environment: ["HOME": place.directory, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
        }
        let peak = runs.map(\.peak).max() ?? 0
        table.add("mirror: memory of portal search --offline, \(size)", "\(peak >> 20) MB at most", aim: "≤ 60 MB")
    }

    /// The argument with which this program opens a mirror, asks for the first page and tells the microseconds.
    static let firstPage = "mirror-first-page"

    static func showFirstPage(of path: String) async throws {
        let before = MeasuredRun.own
        let mirror = try Mirror(MirrorPlace(path: path, kind: .shared))
        _ = try await mirror.search(MirrorQuestion(QueryLine(), rows: 50))
        Bench.write("\(Int((MeasuredRun.own - before).microseconds))\n")
        mirror.close()
    }
}

/// The most memory that a process had, looked at while it runs.
private final class Peak: @unchecked Sendable {  // Written by one thread, read after the process has ended.
    private(set) var megabytes = 0

    init(of process: Int32) {
        Thread.detachNewThread { [weak self] in
            while let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
                let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
            {
                let kilobytes = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
                self?.megabytes = max(self?.megabytes ?? 0, kilobytes / 1024)
                usleep(20_000)
            }
        }
    }
}
