import PortalModel
import PortalServices
import Testing

/// A portal that both a story's program and the test itself talk to.
struct PortalUnderTest: Sendable {
    let addresses: DemoAddresses
    let client: PortalClient

    init(_ addresses: DemoAddresses) throws {
        self.addresses = addresses
        client = try PortalClient(
            PortalAddresses(discovery: addresses.discovery, access: addresses.access),
            credentials: .readyToken(Secret(addresses.token)))
    }

    static func run(catalogue: String? = nil, _ body: (PortalUnderTest) async throws -> Void) async throws {
        try await DemoAddresses.run(catalogue: catalogue) { addresses in
            let portal = try PortalUnderTest(addresses)
            do {
                try await body(portal)
            } catch {
                await portal.client.shutdown()
                throw error
            }
            await portal.client.shutdown()
        }
    }

    /// Makes it the portal of a home.
    func configure(_ home: StoryHome) throws { try addresses.configure(home) }

    /// What the program is started with.
    var environment: [String: String] { ["PORTAL_TOKEN": addresses.token] }

    /// A request that needs nothing but to be submitted.
    func completeDraft(for identifier: String) async throws -> ApplicationID {
        let access = client.accessService
        let id = try await access.create([identifier])
        try await access.accept(id, Set(try await access.application(id).licences.map(\.id)))
        // Answers decide which other fields are asked for.
        for _ in 0..<3 {
            let missing = try await access.application(id).forms.flatMap(\.fields).filter {
                $0.isVisible && !$0.isOptional && $0.type.takesValue && $0.value.isEmpty
            }
            guard !missing.isEmpty else { break }
            let answers = missing.map { ($0.id, FieldValue.text(sample(for: $0))) }
            try await access.save(id, Dictionary(answers) { $1 })
        }
        return id
    }

    private func sample(for field: FormField) -> String {
        switch field.type {
        case .email: "ada@institution.example"
        case .date: "2027-01-31"
        case .option, .multiselect: field.options.first?.key ?? ""
        default: "We compare structural variants of children with those of their parents."
        }
    }

    /// How often the service took the request.
    func submissions(of id: ApplicationID) async throws -> Int {
        try await client.accessService.application(id).events.count { $0.type.hasSuffix("submitted") }
    }

    /// The datasets of the catalogue, in the order of the program's list.
    func datasets() async throws -> [DatasetSummary] {
        var all: [DatasetSummary] = []
        var start = 0
        while true {
            let page = try await client.discoveryService.search(SearchQuery(), start, 200)
            all += page.results.compactMap(\.dataset)
            start += page.results.count
            guard start < page.total, !page.results.isEmpty else { return all }
        }
    }
}
