import Foundation
import Testing

@testable import PortalModel

/// What ARCHITECTURE.md says of a session's state machines is what every order of events makes of them.
@Suite("The state machines of a request session", .timeLimit(.minutes(5)))
struct SessionStepTests {
    private static let worlds = [
        OnceWorld(losses: 1, kills: 1, starts: 2), OnceWorld(losses: 2, kills: 0, starts: 2),
        OnceWorld(losses: 1, kills: 0, starts: 2, faults: 1),
        OnceWorld(losses: 1, kills: 1, starts: 2, style: .atOnce),
        OnceWorld(losses: 1, kills: 0, starts: 2, faults: 1, style: .atOnce),
    ]

    @Test("The tables hold every step that is taken, and none that is not")
    func tables() throws {
        var taken: Set<SessionStep> = []
        for world in Self.worlds {
            var explorer = OnceExplorer()
            explorer.explore(world)
            #expect(explorer.isComplete, "\(explorer.states) worlds")
            taken.formUnion(explorer.steps)
        }
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let written = Self.steps(in: page)
        let added = taken.subtracting(written).sorted(), missed = written.subtracting(taken).sorted()
        #expect(added.isEmpty, "not in the tables: \(Self.rows(added))")
        #expect(missed.isEmpty, "in the tables, and never taken: \(Self.rows(missed))")
    }

    /// The tests as the optimiser leaves them are reached by a link.
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ARCHITECTURE.md")

    /// Rows such as "| saving | `idle` | `looking`, `awaitingDisk` |".
    private static func steps(in page: String) -> Set<SessionStep> {
        var steps: Set<SessionStep> = []
        for line in page.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, let machine = SessionStep.Machine(rawValue: cells[0]) else { continue }
            for to in names(in: cells[2]) {
                steps.insert(SessionStep(machine: machine, from: names(in: cells[1])[0], to: to))
            }
        }
        return steps
    }

    private static func names(in cell: String) -> [String] {
        cell.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
    }

    private static func rows(_ steps: [SessionStep]) -> String {
        let groups = Dictionary(grouping: steps) { "| \($0.machine.rawValue) | `\($0.from)` |" }
        return groups.sorted { $0.key < $1.key }.map { row, steps in
            row + " " + steps.map { "`\($0.to)`" }.joined(separator: ", ") + " |"
        }.joined(separator: "\n")
    }
}
