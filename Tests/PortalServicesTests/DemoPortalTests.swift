import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

/// The whole way over real HTTP, against the portal that comes with the program.
@Suite("Against the demo portal")
struct DemoPortalTests {
    private func withDemo(
        token: String? = nil, _ body: (PortalClient) async throws -> Void
    ) async throws {
        try await DemoAddresses.run { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access, token: token ?? demo.token, body)
        }
    }

    @Test("Every dataset can be found by paging, and opened")
    func everyDataset() async throws {
        try await withDemo { portal in
            var found: [DatasetSummary] = []
            var total = 1
            while found.count < total {
                let page = try await portal.discoveryService.search(
                    SearchQuery(sort: .titleAscending), found.count, 50)
                #expect(page.results.allSatisfy { $0.dataset != nil })
                found += page.results.compactMap(\.dataset)
                total = page.total
            }
            #expect(total >= 150)
            #expect(Set(found.map(\.id)).count == total)
            for summary in found {
                let detail = try await portal.discoveryService.dataset(summary.id)
                #expect(detail.summary.title == summary.title)
                #expect(detail.summary.accessLevel == summary.accessLevel)
                #expect(!detail.sections.contains { $0.title == "Other" })
            }
            #expect(found.contains { $0.isSeries })
            #expect(found.contains { $0.accessLevel == .external })
            #expect(found.contains { $0.accessLevel == .restricted })
        }
    }

    /// Real records with hostile text; next to the project on the machines that build it.
    private static let nasty = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/nasty.jsonl").path()

    @Test(
        "Every nasty record can be listed and opened",
        .enabled(if: FileManager.default.fileExists(atPath: nasty), "../shared/data/nasty.jsonl is not there"))
    func nastyRecords() async throws {
        try await DemoAddresses.run(catalogue: Self.nasty) { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access) { portal in
                let page = try await portal.discoveryService.search(SearchQuery(), 0, 1000)
                #expect(page.total == 328)
                for result in page.results {
                    let summary = try #require(result.dataset)
                    // What stands behind a dot of an id is a format to the service: it has no such ids itself.
                    if summary.id.rawValue.contains(".") { continue }
                    let detail = try await portal.discoveryService.dataset(summary.id)
                    #expect(detail.summary.title == summary.title)
                }
            }
        }
    }

    @Test(
        "What is typed finds, whatever signs it holds",
        arguments: ["long-read", "\"long-read\"", "(long-read):", "long-read AND"])
    func typed(text: String) async throws {
        try await withDemo { portal in
            let plain = try await portal.discoveryService.search(SearchQuery(text: "long-read"), 0, 10)
            #expect(plain.total > 0)
            _ = try await portal.discoveryService.search(SearchQuery(text: text), 0, 10)
        }
    }

    @Test("Filters narrow a search, and every order is understood")
    func filters() async throws {
        try await withDemo { portal in
            let discovery = portal.discoveryService
            let filters = try await discovery.filters()
            let filter = try #require(filters.first { $0.kind == .dropdown && !$0.values.isEmpty })
            let values = try await discovery.filterValues(filter.key)
            let value = try #require(values.first)
            let facet = FacetSelection(
                filter: filter.key, kind: filter.kind, value: value.term, filterLabel: filter.label)
            let all = try await discovery.search(SearchQuery(), 0, 1)
            let narrowed = try await discovery.search(SearchQuery(facets: [facet]), 0, 1)
            #expect((1..<all.total).contains(narrowed.total))
            #expect(!narrowed.filters.isEmpty)
            for sort in SearchSort.allCases {
                #expect(try await discovery.search(SearchQuery(sort: sort), 0, 5).results.count == 5)
            }
        }
    }

    @Test("A request from its creation to its decision")
    func request() async throws {
        try await withDemo { portal in
            let access = portal.accessService
            let dataset = try await requestable(portal)
            let id = try await access.create([try #require(dataset.identifier)])
            let refusal = await failure { () throws(PortalError) in try await access.submit(id) }
            guard case .invalid(let warnings) = refusal?.kind else {
                Issue.record("an empty request was not refused as invalid: \(String(describing: refusal))")
                return
            }
            #expect(!warnings.isEmpty)
            let draft = try await access.application(id)
            #expect(draft.state == .draft)
            #expect(draft.datasets.map(\.identifier) == [dataset.identifier])
            #expect(draft.forms.flatMap(\.fields).allSatisfy { $0.type != .unknown })
            try await access.accept(id, Set(draft.licences.map(\.id)))
            try await fill(draft, through: access)
            try await access.submit(id)
            let decided = try await access.application(id)
            #expect([.approved, .submitted].contains(decided.state))
            #expect(try await access.applications().map(\.id).contains(id))
            #expect(try await access.entitlements().contains { $0.datasetIdentifier == dataset.identifier })
            let conflict = await failure { () throws(PortalError) in try await access.delete(id) }
            #expect(conflict?.kind == .conflict)
        }
    }

    @Test("A draft can be deleted, and is then not found")
    func deletion() async throws {
        try await withDemo { portal in
            let id = try await portal.accessService.create([try #require(try await requestable(portal).identifier)])
            try await portal.accessService.delete(id)
            let error = await failure { () throws(PortalError) in try await portal.accessService.application(id) }
            #expect(error?.kind == .notFound)
            let missing = await failure { () throws(PortalError) in
                try await portal.discoveryService.dataset(DatasetID("no such/dataset é"))
            }
            #expect(missing?.kind == .notFound)
        }
    }

    @Test("A wrong token is signed out")
    func wrongToken() async throws {
        try await withDemo(token: "wrong") { portal in
            let error = await failure { () throws(PortalError) in try await portal.accessService.applications() }
            #expect(error?.kind == .signedOut)
        }
    }

    private func requestable(_ portal: PortalClient) async throws -> DatasetSummary {
        let page = try await portal.discoveryService.search(SearchQuery(sort: .titleAscending), 0, 200)
        return try #require(
            page.results.compactMap(\.dataset).first {
                $0.identifier != nil && !$0.isExternallyGoverned && $0.accessLevel == .restricted
            })
    }

    /// Answers what is visible and mandatory until the service shows nothing more.
    private func fill(_ draft: Application, through access: AccessService) async throws {
        var application = draft
        for _ in 0..<3 {
            var answers: [FieldID: FieldValue] = [:]
            for field in application.forms.flatMap(\.fields)
            where field.isVisible && !field.isOptional && field.type.takesValue && field.value.isEmpty {
                answers[field.id] = .text(sample(for: field))
            }
            guard !answers.isEmpty else { return }
            try await access.save(application.id, answers)
            application = try await access.application(application.id)
            for (id, value) in answers { #expect(application.field(id)?.value == value) }
        }
    }

    private func sample(for field: FormField) -> String {
        switch field.type {
        case .email: "ada@example.org"
        case .date: "2027-01-31"
        case .option, .multiselect: field.options.first?.key ?? ""
        default: String(repeating: "We compare structural variants. ", count: 5).prefix(field.maxLength ?? 120).trimmed
        }
    }
}
