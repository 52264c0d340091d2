import ArgumentParser
import Foundation
import PortalModel
import PortalServices
import PortalStorage
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// The portals that are set up, as the screen lists them, and whose drafts are open when one is changed over to.
@Suite struct PortalsOnDiskTests {
    private let home: TestHome
    private let environment: Environment
    private let network = StoreOptions(fileSystem: { _ in .network("NFS") })

    init() throws {
        home = try TestHome()
        environment = Environment(variables: ["HOME": home.path])
    }

    private func settings(_ arguments: String...) throws -> PortalSettings {
        let flags = try PortalFlags.parse(arguments)
        return PortalSettings(flags, try Configuration(flags, environment: environment))
    }

    private static func profile(_ name: String = "gdi", title: String = "GDI") -> Profile {
        Profile(name: name, title: title, place: .services(PortalAddresses(discovery: "https://\(title).example")))
    }

    private static let item = BasketItem(id: DatasetID("d-1"), identifier: "EGAD1", title: "Exomes", added: Date())

    private static func draft(_ revision: Int = 1) -> Draft {
        Draft(id: DraftID("a"), datasets: [item], created: Date(), modified: Date(), revision: revision)
    }

    @Test("What was set up in this run comes before what the disk has under its name")
    func unkeptWins() throws {
        try Profiles(directory: environment.configurationDirectory).keep(Self.profile(title: "Old"))
        let list = try PortalShelf.list(unkept: [Self.profile(title: "New"), Self.profile("own")], in: environment)
        #expect(list.map(\.name) == ["demo", "gdi", "own"])
        #expect(list[1].title == "New" && list[1].draft?.discovery == "https://New.example")
        let merged = PortalShelf.merged([Self.profile(title: "New")], over: [Self.profile(title: "Old")])
        #expect(merged == [Self.profile(title: "New")])
    }

    @Test("Drafts and basket are counted, for the question before a portal is removed")
    func whatIsLeft() async throws {
        try Profiles(directory: environment.configurationDirectory).keep(Self.profile())
        #expect(try PortalShelf.list(unkept: [], in: environment).last?.leftBehind == nil)
        let store = try PortalStore.open(profile: "gdi", in: .standard(environment: environment.variables))
        try store.saveDraftsNow([Self.draft()])
        try await store.journal.saveBasket([Self.item])
        store.close()
        let portal = try #require(try PortalShelf.list(unkept: [], in: environment).last)
        #expect(portal.leftBehind == "1 draft and a basket with 1 dataset")
    }

    @Test("On a network file system the drafts of the portal that is open go on when it is opened anew")
    func openedAnew() throws {
        let before = DraftsOnDemand(Self.profile(), try settings(), options: network)
        try before.openForScreen()
        try before.store.saveDraftsNow([Self.draft(1)])
        // Opened a second time they would be in use by ourselves.
        let second = DraftsOnDemand(Self.profile(), try settings(), options: network)
        try second.openForScreen()
        #expect(second.store.isInUseElsewhere)

        let after = DraftsOnDemand(Self.profile(), try settings(), options: network)
        #expect(after.take(from: before))
        before.close()
        #expect(after.store.loadStart().drafts.map(\.id) == [DraftID("a")])
        try after.store.saveDraftsNow([Self.draft(2)])
        #expect(after.notes.isEmpty)
        after.close()
        try second.openForScreen()
        #expect(second.store.loadStart().drafts.first?.revision == 2)
        second.close()
    }

    @Test("Drafts are taken from the same profile only, once, and only where there are any")
    func taking() throws {
        let open = DraftsOnDemand(Self.profile(), try settings())
        #expect(!DraftsOnDemand(Self.profile(), try settings()).take(from: open), "it has opened none")
        try open.openForScreen()
        #expect(!DraftsOnDemand(Self.profile("other"), try settings()).take(from: open))
        #expect(DraftsOnDemand(Self.profile(), try settings()).take(from: open))
        #expect(!DraftsOnDemand(Self.profile(), try settings()).take(from: open))
    }

    @Test("What is in memory alone outlives the portal that is left")
    func memory() throws {
        let before = DraftsOnDemand(Self.profile(), try settings("--ephemeral"))
        try before.openForScreen()
        try before.store.saveDraftsNow([Self.draft()])
        #expect(before.areInMemory)
        let held = DraftsOnDemand(Self.profile(), try settings("--ephemeral"))
        #expect(held.take(from: before))
        before.close()
        let after = DraftsOnDemand(Self.profile(), try settings("--ephemeral"))
        #expect(after.take(from: held))
        #expect(after.store.loadStart().drafts.map(\.id) == [DraftID("a")])
    }
}
