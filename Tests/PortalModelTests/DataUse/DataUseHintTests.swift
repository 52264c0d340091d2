import Foundation
import PortalModel
import Testing

@Suite("What data may be used for, before a request is sent")
struct DataUseHintTests {
    /// Childhood cancer alone.
    private static func cancer() throws -> [DataUse] {
        [DataUse(try #require(DataUseCode("DUO:0000007")), restrictions: ["MONDO:0006517"])]
    }

    @Test(
        "What answers name of their purpose, by codes and by options that are terms",
        arguments: [
            (["We look for variants (DUO:0000006)."], "HMB"), (["HMB"], "HMB"),
            (["health or medical or biomedical research"], "HMB"),
            (["DUO_0000007 for MONDO:0006517"], "DS:MONDO:0006517"), (["NCU", "HMB"], "HMB, NCU"),
            (["DUO:0000018 DUO:0000042"], "GRU, NPUNCU"), (["IRB"], "IRB"), (["DUO:0000004"], "NRES"),
        ] as [([String], String)])
    func named(answers: [String], written: String) throws {
        let purpose = try #require(ResearchPurpose(namedIn: answers))
        #expect(purpose.written == written)
        #expect(try ResearchPurpose(parsing: purpose.written) == purpose)
    }

    @Test(
        "Plain words are for people to judge",
        arguments: [[], ["cancer research"], ["HMB and more"], ["DUO:0000007"], ["DUO:9999999"], ["us"]])
    func notNamed(answers: [String]) { #expect(ResearchPurpose(namedIn: answers) == nil) }

    @Test("A hint for each dataset whose page was read: three answers, and one where it names no code")
    func hints() throws {
        let items = [Made.basketItem(1), Made.basketItem(2), Made.basketItem(3)]
        let uses = [RequestedUse(items[0].id, try Self.cancer()), RequestedUse(items[1].id, [])]
        func answer(_ purpose: String?) throws -> [DataUseAnswer] {
            DataUseHint.hints(for: items, uses: uses, purpose: try purpose.map { try ResearchPurpose(parsing: $0) })
                .map(\.answer)
        }
        #expect(try answer(nil) == [.needsPerson, .notSaid])
        #expect(try answer("DS:MONDO:0006517") == [.fits, .notSaid])
        #expect(try answer("HMB") == [.doesNotFit, .notSaid])
        #expect(try answer("DS:MONDO:0005105") == [.needsPerson, .notSaid])
    }

    private func reviewed() throws -> (world: WizardWorld, read: ReadID) {
        let world = WizardWorld.filledIn()
        let reads = world.otherEffects.compactMap { effect -> (ReadID, [UseSubject])? in
            if case .read(let id, .dataUses(let subjects)) = effect { (id, subjects) } else { nil }
        }
        #expect(reads.count == 1, "asked once, when the review opens")
        let (id, subjects) = try #require(reads.first)
        #expect(subjects.map(\.identifier) == ["EGAD1", "EGAD2", "EGAD3"])
        return (world, id)
    }

    @Test("The review shows the hint, takes a purpose, and goes on being sent whatever it says")
    func review() throws {
        let (world, id) = try reviewed()
        let use = RequestedUse(DatasetID("d1"), try Self.cancer())
        world.send(.answered(ReadID(.dataUses, id.number - 1), .success(.dataUses([use]))))
        #expect(world.state.wizard?.dataUseHints.isEmpty == true, "a late answer to an older question")
        world.send(.answered(id, .success(.dataUses([use]))))
        #expect(world.state.wizard?.dataUseHints.map(\.answer) == [.needsPerson])
        #expect(world.state.wizard?.reviewItems.contains(.dataUse(DatasetID("d1"))) == true)

        world.press("p")
        guard case .menu(let menu)? = world.state.overlay else {
            Issue.record("no menu")
            return
        }
        #expect(world.state.items(of: menu).first?.key == "DS:MONDO:0006517")
        world.press(.down, " ", .enter)
        #expect(world.state.overlay == nil)
        #expect(world.state.wizard?.dataUseHints.map(\.answer) == [.doesNotFit])
        #expect(world.state.wizard?.dataUseHints.first?.purpose?.written == "HMB")
        // Another aim takes the place of the one before.
        world.press("p", .up, " ", .enter)
        #expect(world.state.wizard?.dataUseHints.map(\.answer) == [.fits])
        world.press("p", .down, " ", .enter)
        #expect(world.state.wizard?.dataUseHints.first?.purpose?.written == "HMB")
        world.confirm()
        world.settle()
        #expect(world.portal.entries[ApplicationID(17)]?.state == .submitted)
    }

    @Test("After a failure they are asked for again, but not with every key")
    func askedAgain() throws {
        let (world, id) = try reviewed()
        func reads() -> [ReadID] {
            world.otherEffects.compactMap { if case .read(let id, .dataUses) = $0 { id } else { nil } }
        }
        world.send(.answered(id, .success(.dataUses([RequestedUse(DatasetID("d1"), [])]))))
        world.press(.down)
        #expect(reads() == [id])
        world.passAMinute()
        world.press(.down)
        let again = try #require(reads().last)
        #expect(again != id)
        let uses = try (1...3).map { RequestedUse(DatasetID("d\($0)"), try Self.cancer()) }
        world.send(.answered(again, .success(.dataUses(uses))))
        #expect(world.state.wizard?.dataUseHints.count == 3)
        world.passAMinute()
        world.press(.down)
        #expect(reads() == [id, again], "All of them are known.")
    }

    @Test("Of a dataset that the catalogue does not have nothing is said: there is no page")
    func notThere() throws {
        let (world, id) = try reviewed()
        let before = world.state.wizard?.reviewItems
        world.send(.answered(id, .success(.dataUses([RequestedUse(DatasetID("d1"), nil)]))))
        #expect(world.state.wizard?.dataUseHints.isEmpty == true)
        #expect(world.state.wizard?.reviewItems == before)
    }

    @Test("Where no dataset names a code that is said, and no purpose is asked for")
    func notSaid() throws {
        let (world, id) = try reviewed()
        let before = world.state.wizard?.reviewItems ?? []
        world.send(.answered(id, .success(.dataUses([RequestedUse(DatasetID("d1"), [])]))))
        #expect(world.state.wizard?.dataUseHints.map(\.answer) == [.notSaid])
        #expect(world.state.wizard?.reviewItems.count == before.count + 1)
        world.press("p")
        #expect(world.state.overlay == nil)
    }

    @Test("The cursor of the review stays where it was when hints come in above")
    func cursor() throws {
        let (world, id) = try reviewed()
        world.press(.end)
        let item = world.state.wizard.map { $0.reviewItems[$0.selection] }
        world.send(
            .answered(
                id, .success(.dataUses([RequestedUse(DatasetID("d1"), try Self.cancer())]))))
        #expect(world.state.wizard.map { $0.reviewItems[$0.selection] } == item)
    }
}
