import PortalModel
import Testing

@Suite("Calls that nobody gave", .timeLimit(.minutes(5)))
struct UnexpectedCallTests {
    private func name(_ call: () async throws(PortalError) -> Void) async -> String? {
        do throws(PortalError) {
            try await call()
            return nil
        } catch {
            return error.operation
        }
    }

    @Test func eachNamesItself() async {
        let (access, discovery) = (AccessService(), DiscoveryService())
        let id = ApplicationID(1)
        let names = [
            await name { () throws(PortalError) in _ = try await access.applications() },
            await name { () throws(PortalError) in _ = try await access.application(id) },
            await name { () throws(PortalError) in _ = try await access.create([]) },
            await name { () throws(PortalError) in try await access.save(id, [:]) },
            await name { () throws(PortalError) in try await access.accept(id, []) },
            await name { () throws(PortalError) in try await access.submit(id) },
            await name { () throws(PortalError) in try await access.delete(id) },
            await name { () throws(PortalError) in _ = try await access.entitlements() },
            await name { () throws(PortalError) in _ = try await discovery.search(SearchQuery(), 0, 1) },
            await name { () throws(PortalError) in _ = try await discovery.filters() },
            await name { () throws(PortalError) in _ = try await discovery.dataset(DatasetID("1")) },
        ]
        #expect(
            names == [
                "applications", "application", "create", "save", "accept", "submit", "delete", "entitlements", "search",
                "filters", "dataset",
            ])
    }
}
