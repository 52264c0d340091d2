import PortalModel
import Testing

/// Any key at any moment, from every screen that is recorded: nothing ends the program, nothing but text is drawn, and
/// Esc leads out of whatever has come up. `make torture` presses a million.
@Suite("Any key at any moment")
struct RandomKeyTests {
    private static let scenes = Scene.all + Scene.states
    /// Of one life: as many as it takes to get somewhere else.
    private static let keysOfLife = 250

    @Test func whatDoesNotHoldIsFound() {
        var state = SampleStates.base
        state.basket.selection = 7
        var person = RandomPerson(state, seed: 1)
        person.live(keys: 10)
        #expect(person.problem?.contains("The basket's cursor") == true)
    }

    /// Lives in which something did not hold once: the cursor of the requests was behind their end.
    @Test(arguments: [
        ("requests-news", UInt64(2_000_067)), ("requests-filtered", 5_000_072), ("requests-find", 9_000_075),
    ])
    func whatDidNotHoldOnceHolds(name: String, life: UInt64) throws {
        let scene = try #require(Self.scenes.first { $0.name == name })
        var person = RandomPerson(scene.make(), seed: life)
        person.live(keys: Self.keysOfLife)
        #expect(person.problem == nil, "\(person.story)")
    }

    @Test(.timeLimit(.minutes(60)))
    func anyKeysAnywhere() throws {
        let wanted = TortureSlice.count(sample: 10_000)
        let seed = TortureSlice.seed
        var (keys, lives, frames, ended) = (0, 0, 0, 0)
        var commands: Set<Command> = []
        while keys < wanted {
            let scene = Self.scenes[lives % Self.scenes.count]
            let life = seed &* 1_000_003 &+ UInt64(lives)
            var person = RandomPerson(scene.make(), seed: life)
            person.live(keys: Self.keysOfLife)
            #expect(person.problem == nil, "\(scene.name), life \(life), PORTAL_TORTURE_SEED=\(seed): \(person.story)")
            keys += person.pressed
            frames += person.drawn
            lives += 1
            if person.hasEnded { ended += 1 }
            commands.formUnion(person.commands)
        }
        #expect(commands.count > 60, "the keys hardly ever do anything: \(commands.count) commands")
        try TortureSlice.report(
            keys, ["lives": lives, "frames drawn and looked at": frames, "lives that ended by a key": ended])
    }
}
