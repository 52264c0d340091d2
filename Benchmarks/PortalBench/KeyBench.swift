import TerminalHarness

/// Keys on a still list: what one costs in CPU, bytes and time to the first byte of its frame.
struct KeyBench {
    let selection: String
    /// As many rows as are in sight: more would scroll, which costs what a page costs.
    static let rounds = 14

    private struct Cost {
        var cpu: Duration
        var bytes: Int
        var delay: Duration
    }

    func run(into table: inout ResultTable) async throws {
        let place = try Place()
        let terminal = try place.start(["--selection", selection])
        try await terminal.settle()
        let isBar = selection == "bar"
        let down = try await measure("\u{1B}[B", on: terminal, undo: nil)
        add(
            "Down (\(selection))", down, to: &table,
            aim: isBar ? "≤ 300 µs, ≤ 320 bytes" : "≤ 300 µs, ≤ 80 bytes")
        guard !isBar else { return try await terminal.quit() }
        terminal.type("g")
        try await terminal.settle()
        table.add("Down, key after key", "\(try await measureRow(on: terminal).readable) CPU", aim: "≤ 300 µs")
        terminal.type("g")
        try await terminal.settle()
        add(
            "PageDown", try await measure("\u{1B}[6~", on: terminal, undo: "\u{1B}[5~", rounds: 8), to: &table,
            aim: "≤ 1.2 ms")
        add(
            "open and leave the detail", try await measure("\r", on: terminal, undo: "h", rounds: 20), to: &table,
            aim: "≤ 1 ms")
        terminal.type("f")
        try await terminal.waitUntilQuiet(for: .milliseconds(300))
        add("a letter in the facets", try await measure("a", on: terminal, undo: "\u{7F}", rounds: 20), to: &table)
        terminal.type("\u{1B}")
        try await terminal.waitUntilQuiet(for: .milliseconds(500))
        try await terminal.quit()
    }

    /// Presses the key `rounds` times, each on a screen that is still, and takes the medians.
    private func measure(
        _ key: String, on terminal: PtyTerminal, undo: String?, rounds: Int = Self.rounds
    ) async throws -> Cost {
        var costs: [Duration] = []
        var bytes: [Int] = []
        var delays: [Duration] = []
        for _ in 0..<rounds {
            let before = (try terminal.meter.mainThreadCPUTime(), terminal.bytesWritten, terminal.now)
            let arrived = terminal.arrivals.count
            terminal.type(key)
            try await terminal.waitForWriting(beyond: before.1)
            try await terminal.waitUntilQuiet(for: .milliseconds(60))
            costs.append(try terminal.meter.mainThreadCPUTime() - before.0)
            bytes.append(terminal.bytesWritten - before.1)
            if let first = terminal.arrivals.dropFirst(arrived).first { delays.append(first.time - before.2) }
            if let undo {
                terminal.type(undo)
                try await terminal.waitUntilQuiet(for: .milliseconds(60))
            } else {
                // The preview of the row comes a moment later and is not the key's own cost.
                try await terminal.waitUntilQuiet(for: .milliseconds(220))
            }
        }
        return Cost(cpu: costs.median ?? .zero, bytes: bytes.median ?? 0, delay: delays.median ?? .zero)
    }

    /// Keys that follow each other as soon as each is painted: what a key costs a processor that is awake. The other
    /// figures are of single keys after a rest, when caches are cold.
    private func measureRow(on terminal: PtyTerminal) async throws -> Duration {
        let start = try terminal.meter.mainThreadCPUTime()
        let keys = Array(repeating: "\u{1B}[B", count: 12) + Array(repeating: "\u{1B}[A", count: 12)
        let turns = 20
        for _ in 0..<turns {
            for key in keys {
                let written = terminal.bytesWritten
                terminal.type(key)
                try await terminal.waitForWriting(beyond: written)
            }
        }
        return (try terminal.meter.mainThreadCPUTime() - start) / (turns * keys.count)
    }

    private func add(_ name: String, _ cost: Cost, to table: inout ResultTable, aim: String = "") {
        table.add(name, "\(cost.cpu.readable) CPU, \(cost.bytes) bytes, \(cost.delay.readable) to paint", aim: aim)
    }
}
