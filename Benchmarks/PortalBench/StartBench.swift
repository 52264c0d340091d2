import TerminalHarness

/// From nothing to the first usable screen: the results of the run before, from disk.
struct StartBench {
    static let rounds = 15

    func run(into table: inout ResultTable) async throws {
        let place = try Place()
        let first = try place.start()
        try await first.settle()
        try await first.quit()

        var times: [Duration] = []
        var costs: [Duration] = []
        for _ in 0..<Self.rounds {
            let terminal = try place.start()
            try await terminal.waitFor("datasets")
            // The frame is out; what the program has used until now includes loading the libraries.
            costs.append(try terminal.meter.mainThreadCPUTime())
            times.append(terminal.arrivals.first { $0.bytes.count > 200 }?.time ?? terminal.now)
            try await terminal.settle()
            try await terminal.quit()
        }
        table.add("start to first usable screen, CPU", costs.median?.readable ?? "–", aim: "≤ 30 ms")
        table.add("start to first usable screen, time", times.median?.readable ?? "–")
    }
}
