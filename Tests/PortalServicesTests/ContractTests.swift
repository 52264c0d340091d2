import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

/// Every call that is not made elsewhere against the demo portal. `make contracts` runs these with a proxy in between
/// that answers 599 to whatever breaks a contract.
@Suite("Contracts: calls of the GDI dialect")
struct ContractTests {
    private func withDemo(_ body: (PortalClient) async throws -> Void) async throws {
        try await DemoAddresses.run { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access, token: demo.token, body)
        }
    }

    @Test("Datasets are exported in three formats", arguments: ExportFormat.allCases)
    func exports(format: ExportFormat) async throws {
        try await withDemo { portal async throws in
            let bytes = try await portal.discoveryService.export(DatasetID("mimic-iv"), format)
            #expect(String(decoding: bytes, as: UTF8.self).contains("MIMIC-IV"))
        }
    }

    @Test("Allele frequencies are asked for with everything that narrows them")
    func frequencies() async throws {
        try await withDemo { portal async throws in
            let variant = try #require(Variant("3-45864731-T-C"))
            let query = AlleleFrequencyQuery(variant: variant, assembly: .grch37, sex: .female, country: "FR")
            let frequencies = try await portal.discoveryService.alleleFrequencies(query)
            #expect(frequencies.map(\.population) == ["FR_F"])
            #expect(frequencies.allSatisfy { $0.beacon == "made-up.demo-portal" })
        }
    }

    @Test("A dataset that a search finds is exported, and frequencies need no narrowing")
    func foundAndExported() async throws {
        try await withDemo { portal async throws in
            let discovery = portal.discoveryService
            let found = try #require(try await discovery.search(SearchQuery(), 0, 50).results.first?.dataset)
            for format in ExportFormat.allCases {
                let document = try await discovery.export(found.id, format)
                #expect(!document.isEmpty)
            }
            let variant = try #require(Variant("3-45864731-T-C"))
            let query = AlleleFrequencyQuery(variant: variant, assembly: .grch37)
            #expect(try await !discovery.alleleFrequencies(query).isEmpty)
        }
    }

    @Test("Both services say how they are")
    func health() async throws {
        try await withDemo { portal async throws in
            #expect(try await portal.discoveryService.status().words == "UP")
            #expect(try await portal.accessService.status().words == "UP")
        }
    }

    @Test("A file comes back as it was sent, and what is refused is told")
    func attachments() async throws {
        try await withDemo { portal async throws in
            let access = portal.accessService
            let id = try await access.create(["mimic-iv"])
            let plan = FileContents(name: "plan \"é\".pdf", type: "application/pdf", bytes: Data(0...255))
            let attachment = try await access.attach(id, plan, nil)
            #expect(try await access.application(id).attachments.map(\.id) == [attachment])
            #expect(try await access.attachment(id, attachment).bytes == plan.bytes)
            let refusal = await failure { () throws(PortalError) in
                try await access.attach(id, FileContents(name: "run.sh", bytes: Data("x".utf8)), nil)
            }
            #expect(refusal != nil)
        }
    }

    @Test("People are invited and leave")
    func members() async throws {
        try await withDemo { portal async throws in
            let access = portal.accessService
            let id = try await access.create(["mimic-iv"])
            try await access.invite(id, "Somebody", "somebody@example.org")
            try await access.invite(id, "Grace Hopper", "grace@example.org")
            let application = try await access.application(id)
            #expect(application.members.count == 2)
            #expect(application.members.contains { $0.email == "somebody@example.org" })
            let grace = try #require(application.members.first { $0.id == "grace" })
            try await access.remove(id, grace)
            #expect(try await access.application(id).members.map(\.name) == ["Somebody"])
        }
    }

    @Test("Applications are copied, changed and deleted")
    func changes() async throws {
        try await withDemo { portal async throws in
            let access = portal.accessService
            let id = try await access.create(["mimic-iv"])
            try await access.changeDatasets(id, ["10.13026/C2WM1R"], "It holds more stays")
            #expect(try await access.application(id).datasets.map(\.identifier) == ["10.13026/C2WM1R"])
            _ = try await access.copyAsNew(id)
            #expect(try await access.applications().count == 2)
            let conflict = await failure { () throws(PortalError) in try await access.cancel(id) }
            #expect(conflict?.kind == .conflict, "a draft is deleted instead")
            try await access.delete(id)
        }
    }
}
