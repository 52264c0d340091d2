import Foundation
import Testing

@testable import PortalModel

/// Tries every order of what can happen to runs of the same command: written, sent, answered, lost, killed, a second
/// run beside the first or after it, remembered, told. Each world is reached once.
@Suite("Every order of events", .timeLimit(.minutes(10)))
struct OnceExplorerTests {
    /// What may go wrong in one world.
    struct Weather: Sendable, CustomTestStringConvertible {
        var losses: Int
        var kills: Int
        var starts: Int
        var faults = 0
        var style = SubmissionStyle.staged
        /// How many there are: another number means that the rules have changed, or that less is explored.
        var states: Int

        var testDescription: String { "\(style) \(losses) losses, \(kills) kills, \(starts) runs, \(faults) faults" }
    }

    @Test(arguments: [
        Weather(losses: 0, kills: 1, starts: 2, states: 591), Weather(losses: 1, kills: 0, starts: 2, states: 281),
        Weather(losses: 1, kills: 1, starts: 2, states: 1884), Weather(losses: 0, kills: 1, starts: 3, states: 2003),
        Weather(losses: 2, kills: 2, starts: 3, states: 8002),
        Weather(losses: 0, kills: 0, starts: 2, faults: 1, states: 545),
        Weather(losses: 1, kills: 1, starts: 2, faults: 1, states: 7164),
        Weather(losses: 0, kills: 1, starts: 2, style: .atOnce, states: 174),
        Weather(losses: 1, kills: 1, starts: 3, style: .atOnce, states: 2200),
        Weather(losses: 1, kills: 1, starts: 2, faults: 2, style: .atOnce, states: 1262),
    ])
    func aRequestIsNeitherDoubledNorLost(weather: Weather) {
        var explorer = OnceExplorer()
        explorer.explore(
            OnceWorld(
                losses: weather.losses, kills: weather.kills, starts: weather.starts, faults: weather.faults,
                style: weather.style))
        #expect(explorer.problems.isEmpty, "\(explorer.problems.prefix(3).joined(separator: "\n"))")
        #expect(explorer.states == weather.states, "\(explorer.states) worlds")
        #expect(explorer.ends > 0)
        // How many there were is a figure of the run: swift test prints it.
        print("OnceExplorer: \(weather.testDescription): \(explorer.states) worlds, \(explorer.ends) ends")
    }

    @Test(arguments: [SubmissionStyle.staged, .atOnce])
    func aMemoryThatIsNotKeptIsFound(style: SubmissionStyle) {
        var explorer = OnceExplorer()
        var world = OnceWorld(losses: 0, kills: 0, starts: 2, style: style)
        world.forgets = true
        explorer.explore(world)
        #expect(explorer.problems.contains { $0.contains("submitted twice") }, "the explorer sees what it looks for")
    }
}

/// Depth first, over worlds that were not reached before.
struct OnceExplorer {
    private var seen: Set<String> = []
    private(set) var problems: [String] = []
    private(set) var ends = 0
    /// Every step that a session took in any of them.
    private(set) var steps: Set<SessionStep> = []
    /// Every world was reached.
    private(set) var isComplete = false

    var states: Int { seen.count }

    /// Some order of events was tried up to 60,000 worlds; that many take minutes.
    private static let limit = Int(ProcessInfo.processInfo.environment["PORTAL_ONCE_WORLDS"] ?? "") ?? 8_000
    private static let longest = 400

    mutating func explore(_ first: OnceWorld) {
        var open = [first]
        while let world = open.popLast(), seen.count < Self.limit, problems.count < 10 {
            let events = world.events
            if events.isEmpty { end(world) }
            for event in events {
                var next = world
                next.happen(event)
                steps.formUnion(next.programs.flatMap(\.steps))
                guard seen.insert(next.key).inserted else { continue }
                check(next)
                open.append(next)
            }
        }
        isComplete = open.isEmpty
    }

    private mutating func check(_ world: OnceWorld) {
        let count = world.submitted.count
        if count > 1 { note("submitted twice", world) }
        if count == 1, world.submitted[0].events.count > 1 { note("one request submitted twice", world) }
        for id in world.told where world.portal.entries[id]?.state != .submitted {
            note("told that \(id.rawValue) is submitted, and it is not", world)
        }
        for entry in world.submitted where OnceProgram.answers.contains(where: { entry.answers[$0.key] != $0.value }) {
            note("submitted with other answers", world)
        }
    }

    /// Nothing happens any more: the person runs the command once more, and all goes well.
    private mutating func end(_ world: OnceWorld) {
        ends += 1
        var world = world
        (world.losses, world.kills, world.faults, world.starts) = (0, 0, 0, 2)
        for _ in 0..<Self.longest {
            guard world.told.isEmpty, let event = world.events.first(where: { $0 != .start }) ?? world.events.first
            else { break }
            world.happen(event)
        }
        if world.told.count != 1 { note("no way on: nobody is ever told that it is submitted", world) }
        let left = world.portal.entries.count
        if left != 1 { note("\(left) requests are left at the portal", world) }
        check(world)
    }

    private mutating func note(_ problem: String, _ world: OnceWorld) {
        problems.append("\(problem): \(world.history.joined(separator: ", "))")
    }
}
