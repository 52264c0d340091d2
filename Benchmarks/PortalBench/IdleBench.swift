import Foundation
import TerminalHarness

/// Ten seconds in which nobody does anything.
struct IdleBench {
    func run(into table: inout ResultTable) async throws {
        let place = try Place()
        let terminal = try place.start()
        try await terminal.settle()
        // Start-up is over when the caches are written and the connections rest.
        try await terminal.waitUntilQuiet(for: .seconds(3))
        let before = (try terminal.meter.mainThreadWakeUps(), try terminal.meter.wakeUps())
        try await Task.sleep(for: .seconds(10))
        let main = try terminal.meter.mainThreadWakeUps() - before.0
        let all = try terminal.meter.wakeUps(since: before.1)
        table.add("idle for 10 s: wake-ups of the UI thread", "\(main)", aim: "0")
        table.add("idle for 10 s: wake-ups of the process", "\(all)", aim: "≤ 10")
        try await terminal.quit()
    }
}
