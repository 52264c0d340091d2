import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

/// The dialects against the demo portal, which was written from the same contracts by somebody else.
@Suite("Dialects against the demo portal")
struct DemoDialectTests {
    private func withClient(
        _ addresses: PortalAddresses, token: String? = nil, user: String = "ada",
        _ body: (PortalClient) async throws -> Void
    ) async throws {
        let client = try PortalClient(
            addresses, secrets: ServiceSecrets(remsKey: Secret("demo-key"), remsUser: user),
            credentials: token.map { .readyToken(Secret($0)) } ?? .none)
        do { try await body(client) } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
    }

    @Test("The guide: found, asked for by one call, and listed with its answers")
    func guide() async throws {
        try await DemoAddresses.run { demo in
            let addresses = PortalAddresses(
                discovery: demo.guide, discoveryDialect: .guide, access: demo.guide, accessDialect: .guide)
            try await withClient(addresses, token: demo.token) { client in
                let (discovery, access) = (client.discoveryService, client.accessService)
                let page = try await discovery.search(SearchQuery(text: "cancer"), 0, 5)
                #expect(page.total > 0)
                let dataset = try #require(page.results.first?.dataset)
                let detail = try await discovery.dataset(dataset.id)
                #expect(detail.summary.title == dataset.title)
                let organizations = try await discovery.organizations()
                #expect(organizations.count > 1)
                let publisher = try #require(
                    try await discovery.filters().first { $0.key.key.contains("publisher") }?.values.first)
                let narrowed = try await discovery.search(
                    SearchQuery(facets: [
                        FacetSelection(
                            filter: FilterKey(source: "guide", key: "publisher_name"), kind: .dropdown,
                            value: publisher.term, filterLabel: "Publisher")
                    ]), 0, 1000)
                #expect(narrowed.total == publisher.count)
                #expect(try await discovery.status().words == "UP")

                let answers: [FieldID: FieldValue] = [
                    GuideForm.purpose: .text("To find out what it takes."), GuideForm.organization: .text("KI"),
                    GuideForm.participants: .table([
                        ["name": "Ada", "email": "a@ki.example", "role": "analyst", "organization": "KI"]
                    ]),
                ]
                let requestable = try await self.requestable(page, discovery)
                let id = try await access.send([requestable], answers)
                let lost = LostCreation(
                    identifiers: [requestable], since: Date(timeIntervalSince1970: 0), answers: answers)
                #expect(lost.candidates(among: try await access.applications()).map(\.id) == [id])
                let application = try await access.application(id)
                #expect(application.datasets.map(\.identifier) == [requestable])
                for (field, value) in answers { #expect(application.field(field)?.value == value) }
            }
        }
    }

    private func requestable(_ page: SearchPage, _ discovery: DiscoveryService) async throws -> String {
        try #require(page.results.compactMap(\.dataset).first { !$0.isSeries && !$0.isExternallyGoverned }?.identifier)
    }

    @Test("REMS: an item of its catalogue from the draft to the decision")
    func rems() async throws {
        try await DemoAddresses.run { demo in
            let addresses = PortalAddresses(
                discovery: demo.rems, discoveryDialect: .rems, access: demo.rems, accessDialect: .rems)
            try await withClient(addresses) { client in
                let (discovery, access) = (client.discoveryService, client.accessService)
                let page = try await discovery.search(SearchQuery(), 0, 20)
                let item = try #require(page.results.first?.dataset)
                let id = try await access.create([try #require(item.identifier)])
                let draft = try await access.application(id)
                #expect(draft.state == .draft)
                #expect(draft.datasets.map(\.identifier) == [item.identifier])
                #expect(!draft.forms.isEmpty)
                let early = await failure { () throws(PortalError) in try await access.submit(id) }
                guard case .invalid(let warnings)? = early?.kind else {
                    Issue.record("An empty draft was taken.")
                    return
                }
                #expect(!warnings.isEmpty)
                try await access.accept(id, Set(draft.licences.map(\.id)))
                try await access.save(id, Self.answers(to: draft))
                let saved = try await access.application(id)
                #expect(!saved.licences.contains { !$0.isAccepted })
                let file = FileContents(name: "plan.pdf", type: "application/pdf", bytes: Data("%PDF-1.4".utf8))
                let attachment = try await access.changes.attach(id, file)
                let back = try await access.changes.attachment(id, attachment)
                #expect(back.bytes == file.bytes)
                #expect(back.name == file.name)
                try await access.changes.invite(id, "Bob", "bob@e.org")
                let invited = try await access.application(id).members
                #expect(invited.map(\.isPending) == [true])
                try await access.submit(id)
                #expect(try await access.application(id).state != .draft)
                let listed = try await access.applications()
                #expect(listed.contains { $0.id == id })
                #expect(try await access.status().words == "healthy")
            }
        }
    }

    /// Something that fits, for every field that has to be filled in, those included that an answer shows.
    private static func answers(to draft: Application) -> [FieldID: FieldValue] {
        var answers: [FieldID: FieldValue] = [:]
        for _ in 0..<3 {
            let fields = draft.forms.map { $0.showing(answers) }.flatMap(\.fields)
            for field in fields where field.isVisible && !field.isOptional && field.type.takesValue {
                answers[field.id] = value(for: field)
            }
        }
        return answers
    }

    private static func value(for field: FormField) -> FieldValue {
        let words = "Words enough to say what the data are needed for, and for how long they are kept."
        return switch field.type {
        case .email: .text("a@ki.example")
        case .phoneNumber: .text("+46 8 524 800 00")
        case .ipAddress: .text("193.10.16.1")
        case .date: .text("2027-01-31")
        case .option, .multiselect: .text(field.options.last?.key ?? "")
        case .table: .table([Dictionary(uniqueKeysWithValues: field.columns.map { ($0.key, "x") })])
        default: .text(String(words.prefix(field.maxLength ?? words.count)))
        }
    }

    @Test("AMS: members, files, copies and datasets as the demo has them, each found out by asking")
    func gdi() async throws {
        try await DemoAddresses.run { demo in
            let addresses = PortalAddresses(discovery: demo.discovery, access: demo.access)
            try await withClient(addresses, token: demo.token) { client in
                let (discovery, access) = (client.discoveryService, client.accessService)
                let page = try await discovery.search(SearchQuery(), 0, 50)
                let id = try await access.create([try await requestable(page, discovery)])
                let attachment = try await access.changes.attach(
                    id, FileContents(name: "plan.pdf", type: "application/pdf", bytes: Data("%PDF-1.4".utf8)))
                #expect(try await access.application(id).attachments.map(\.id) == [attachment])
                try await access.changes.invite(id, "Bob", "bob@e.org")
                let members = try await access.application(id).members
                #expect(members.map(\.email) == ["bob@e.org"])
                for format in ExportFormat.allCases {
                    let dataset = try #require(page.results.first?.dataset)
                    let text = try await discovery.export(dataset.id, format)
                    #expect(!text.isEmpty)
                }
                let variant = try #require(Variant("3-45864731-T-C"))
                let rows = try await discovery.alleleFrequencies(
                    AlleleFrequencyQuery(variant: variant, assembly: .grch37))
                #expect(!rows.isEmpty)
            }
        }
    }
}
