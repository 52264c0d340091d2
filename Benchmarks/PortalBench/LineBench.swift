import TerminalHarness

/// Lines as bad as they come: typing to another continent, and a held key over a modem with a satellite behind it.
struct LineBench {
    func run(into table: inout ResultTable) async throws {
        try await echo(into: &table)
        try await heldKey(columns: 80, rows: 24, into: &table)
        try await heldKey(columns: 120, rows: 40, into: &table)
    }

    /// From a letter typed to its arrival on the screen, with 150 ms each way.
    private func echo(into table: inout ResultTable) async throws {
        let place = try Place()
        let terminal = try place.start(line: .distant)
        try await terminal.settle()
        terminal.type("/")
        try await terminal.waitUntilQuiet(for: .seconds(1))
        var delays: [Duration] = []
        for letter in "genomesofpeople" {
            let start = terminal.now
            let count = terminal.arrivals.count
            terminal.type(String(letter))
            try await terminal.waitForWriting(beyond: terminal.bytesWritten)
            try await terminal.waitUntilQuiet(for: .milliseconds(700))
            if let echo = terminal.arrivals.dropFirst(count).first { delays.append(echo.time - start) }
        }
        table.add("echo of a typed letter, 150 ms each way", delays.median?.readable ?? "–", aim: "≤ 350 ms")
        terminal.type("\u{1B}")
        try await terminal.waitUntilQuiet(for: .seconds(1))
        try await terminal.quit()
    }

    /// Fifty Downs at 30 a second, at 9,600 bit/s and 150 ms each way.
    private func heldKey(columns: Int, rows: Int, into table: inout ResultTable) async throws {
        let place = try Place()
        let terminal = try place.start(
            ["--selection", "marker"], line: .slowAndDistant, columns: columns, rows: rows)
        try await terminal.waitFor("datasets", atMost: .seconds(60))
        try await terminal.waitUntilQuiet(for: .seconds(2))
        let (start, bytes) = (terminal.now, terminal.bytesWritten)
        terminal.type(Array(repeating: "\u{1B}[B", count: 50), every: .milliseconds(33))
        try await terminal.waitForWriting(beyond: bytes)
        try await terminal.waitUntilQuiet(for: .seconds(2))
        let end = terminal.arrivals.last?.time ?? terminal.now
        table.add(
            "50 held Downs at 9,600 bit/s, 150 ms each way, \(columns)×\(rows)",
            "\((end - start).readable), \(terminal.bytesWritten - bytes) bytes")
        try await terminal.quit()
    }
}
