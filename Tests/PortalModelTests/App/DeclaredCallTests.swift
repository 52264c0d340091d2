import Foundation
import PortalModel
import Synchronization
import Testing

@Suite("Calls as they are declared", .timeLimit(.minutes(5)))
struct DeclaredCallTests {
    private static let id = ApplicationID(1)

    private func error(of call: () async throws(PortalError) -> Void) async -> PortalError? {
        do throws(PortalError) {
            try await call()
            return nil
        } catch {
            return error
        }
    }

    private func declared(_ calls: any ServiceCalls) -> [any DeclaredCall] {
        Mirror(reflecting: calls).children.compactMap { $0.value as? any DeclaredCall }
    }

    @Test("A service consists of declared calls and of nothing else, each in words of its own")
    func declarations() {
        for calls in [AccessCalls(), DiscoveryCalls()] as [any ServiceCalls] {
            let declared = declared(calls)
            #expect(declared.count == Mirror(reflecting: calls).children.count)
            #expect(declared.count > 7)
            #expect(Set(declared.map(\.operation)).count == declared.count)
            #expect(!declared.contains { $0.operation.isEmpty })
        }
    }

    @Test("What a test forgot is told by its name")
    func forgotten() async {
        let (access, discovery) = (AccessService(), DiscoveryService())
        let errors = [
            await error { () throws(PortalError) in _ = try await access.applications() },
            await error { () throws(PortalError) in _ = try await access.application(Self.id) },
            await error { () throws(PortalError) in _ = try await access.create([]) },
            await error { () throws(PortalError) in try await access.save(Self.id, [:]) },
            await error { () throws(PortalError) in _ = try await discovery.search(SearchQuery(), 0, 1) },
            await error { () throws(PortalError) in _ = try await discovery.filters() },
        ]
        #expect(errors.allSatisfy { $0?.kind == .local && $0?.feature == nil })
        #expect(
            errors.map(\.?.operation) == [
                "loading your requests", "opening the request", "creating the request", "saving the answers", "search",
                "loading the filters",
            ])
    }

    @Test("What a service may lack is not offered, by the feature's name", arguments: [AccessService(), .none])
    func lacking(access: AccessService) async throws {
        let discovery = DiscoveryService()
        let file = FileContents(name: "plan.pdf", bytes: Data())
        let licence = LicenceFile(licence: 1, language: "en", attachment: nil, name: "terms.pdf")
        let variant = try #require(Variant("3-45864731-T-C"))
        let query = AlleleFrequencyQuery(variant: variant, assembly: .grch38)
        var found: [(PortalFeature, PortalError?)] = []
        found.append(
            (
                .uploadAttachment,
                await error { () throws(PortalError) in _ = try await access.attach(Self.id, file, nil) }
            ))
        found.append(
            (.downloadAttachment, await error { () throws(PortalError) in _ = try await access.attachment(Self.id, 1) })
        )
        found.append(
            (
                .downloadAttachment,
                await error { () throws(PortalError) in _ = try await access.licenceFile(Self.id, licence) }
            ))
        found.append(
            (.inviteMember, await error { () throws(PortalError) in try await access.invite(Self.id, "A", "a@e.org") }))
        found.append(
            (
                .removeMember,
                await error { () throws(PortalError) in try await access.remove(Self.id, Member(name: "A")) }
            ))
        found.append((.cancelRequest, await error { () throws(PortalError) in try await access.cancel(Self.id) }))
        found.append((.copyAsNew, await error { () throws(PortalError) in _ = try await access.copyAsNew(Self.id) }))
        found.append(
            (
                .changeDatasets,
                await error { () throws(PortalError) in try await access.changeDatasets(Self.id, [], nil) }
            ))
        found.append((.requests, await error { () throws(PortalError) in _ = try await access.form([]) }))
        found.append((.requests, await error { () throws(PortalError) in _ = try await access.send([], [:]) }))
        found.append(
            (.export, await error { () throws(PortalError) in _ = try await discovery.export(DatasetID("1"), .turtle) })
        )
        found.append(
            (
                .alleleFrequencies,
                await error { () throws(PortalError) in _ = try await discovery.alleleFrequencies(query) }
            ))
        found.append(
            (.organizations, await error { () throws(PortalError) in _ = try await discovery.organizations() }))
        for (feature, error) in found { #expect(error == PortalError(notOffered: feature)) }
    }

    @Test("A catalogue that takes no requests has none, and says so of every change")
    func none() async throws {
        #expect(try await AccessService.none.applications().isEmpty)
        #expect(try await AccessService.none.entitlements().isEmpty)
        for call in [AccessService.none.submit, AccessService.none.delete] {
            let refusal = await error { () throws(PortalError) in try await call(Self.id) }
            #expect(refusal == PortalError(notOffered: .requests))
        }
    }

    @Test("A change that nobody carries out makes nothing stale")
    func nothingStale() async {
        let forgotten = Mutex(0)
        var answers = AnswerCache.none
        answers.forget = { _ in forgotten.withLock { $0 += 1 } }
        let access = AccessService().forgetting(in: answers)
        _ = await error { () throws(PortalError) in try await access.submit(Self.id) }
        #expect(forgotten.withLock { $0 } == 0)
    }
}
