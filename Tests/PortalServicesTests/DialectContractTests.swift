import FoundationEssentials
import PortalModel
import Testing

@testable import PortalServices

/// The other dialects' calls against the demo portal, which `make contracts` too runs with the checking proxy between.
@Suite("Contracts: calls of the guide's and of REMS's dialect")
struct DialectContractTests {
    private func withGuide(_ body: (PortalClient) async throws -> Void) async throws {
        try await DemoAddresses.run { demo in
            let addresses = PortalAddresses(
                discovery: demo.guide, discoveryDialect: .guide, access: demo.guide, accessDialect: .guide)
            try await use(PortalClient(addresses, credentials: .readyToken(Secret(demo.token))), body)
        }
    }

    private func withREMS(_ body: (PortalClient) async throws -> Void) async throws {
        try await DemoAddresses.run { demo in
            let addresses = PortalAddresses(
                discovery: demo.rems, discoveryDialect: .rems, access: demo.rems, accessDialect: .rems)
            let secrets = ServiceSecrets(remsKey: Secret(demo.remsKey), remsUser: "ada")
            try await use(PortalClient(addresses, secrets: secrets), body)
        }
    }

    private func use(_ portal: PortalClient, _ body: (PortalClient) async throws -> Void) async throws {
        do {
            try await body(portal)
            await portal.shutdown()
        } catch {
            await portal.shutdown()
            throw error
        }
    }

    @Test("The guide's datasets are found and opened, and its facets and organisations listed")
    func guideDiscovery() async throws {
        try await withGuide { portal async throws in
            let discovery = portal.discoveryService
            let page = try await discovery.search(SearchQuery(text: "asthma"), 0, 5)
            #expect(page.total > 0)
            let found = try #require(page.results.first?.dataset)
            #expect(try await discovery.dataset(found.id).summary.title == found.title)
            #expect(try await discovery.search(SearchQuery(), 20, 10).results.count == 10)
            #expect(try await discovery.organizations().count > 1)
            let publisher = try #require(
                try await discovery.filters().first { $0.key.key.contains("publisher") }?.values.first)
            let chosen = FacetSelection(
                filter: FilterKey(source: "guide", key: "publisher_name"), kind: .dropdown, value: publisher.term,
                filterLabel: "Publisher")
            #expect(try await discovery.search(SearchQuery(facets: [chosen]), 0, 1000).total == publisher.count)
            #expect(try await discovery.status().words == "UP")
            let missing = await failure { () throws(PortalError) in try await discovery.dataset(DatasetID("no such")) }
            #expect(missing?.kind == .notFound)
        }
    }

    @Test("A request of the guide is made in one call, and found again by what was sent")
    func guideRequest() async throws {
        try await withGuide { portal async throws in
            let access = portal.accessService
            let form = try await access.form(["framingham"])
            let empty = await failure { () throws(PortalError) in try await access.send(["framingham"], [:]) }
            guard case .invalid(let warnings)? = empty?.kind else {
                Issue.record("an empty request was not refused: \(String(describing: empty))")
                return
            }
            #expect(warnings.count == 3)
            let given = answers(to: form)
            let id = try await access.send(["framingham"], given)
            let sent = try await access.application(id)
            #expect(sent.id == id)
            #expect(sent.datasets.map(\.identifier) == ["framingham"])
            for (field, value) in given { #expect(sent.field(field)?.value == value) }
            let listed = try await access.applications()
            #expect(listed.map(\.id) == [id])
            let lost = LostCreation(
                identifiers: ["framingham"], since: Date(timeIntervalSince1970: 0), answers: given)
            #expect(lost.candidates(among: listed).map(\.id) == [id])
        }
    }

    @Test("REMS's catalogue items are found")
    func remsDiscovery() async throws {
        try await withREMS { portal async throws in
            let page = try await portal.discoveryService.search(SearchQuery(text: "asthma"), 0, 5)
            let found = try #require(page.results.first?.dataset)
            #expect(try await portal.discoveryService.dataset(found.id).summary.title == found.title)
            #expect(try await portal.accessService.status().words == "healthy")
        }
    }

    @Test("An application with every type of field, from its creation to its entitlement")
    func remsRequest() async throws {
        try await withREMS { portal async throws in
            let access = portal.accessService
            let item = try await identifier(of: "MIMIC-IV: records", portal)
            let id = try await access.create([item])
            let draft = try await access.application(id)
            #expect(draft.state == .draft)
            #expect(draft.datasets.map(\.identifier) == [item])
            #expect(draft.forms.flatMap(\.fields).allSatisfy { $0.type != .unknown })
            let plan = FileContents(name: "plan.pdf", type: "application/pdf", bytes: Data("%PDF-1.4 plan".utf8))
            let attachment = try await access.attach(id, plan, nil)
            let back = try await access.attachment(id, attachment)
            #expect(back.bytes == plan.bytes)
            #expect(back.name == plan.name)
            let agreement = try #require(draft.licences.compactMap { $0.file(in: ["fr"]) }.first)
            #expect(agreement.name == "accord-de-traitement.txt")
            let terms = try await access.licenceFile(id, agreement)
            #expect(terms.name == agreement.name)
            #expect(String(decoding: terms.bytes, as: UTF8.self).hasPrefix("Accord sur le traitement"))
            let refusal = await failure { () throws(PortalError) in try await access.submit(id) }
            guard case .invalid(let warnings)? = refusal?.kind else {
                Issue.record("an empty application was not refused: \(String(describing: refusal))")
                return
            }
            #expect(!warnings.isEmpty)
            try await access.accept(id, Set(draft.licences.map(\.id)))
            var saved = draft
            var given: [FieldID: FieldValue] = [:]
            // An answer lets further questions appear.
            repeat {
                given = answers(to: saved, attachment: attachment)
                try await access.save(id, given)
                saved = try await access.application(id)
            } while !Set(answers(to: saved).keys).isSubset(of: given.keys)
            for (field, value) in given { #expect(saved.field(field)?.value == value) }
            #expect(!saved.licences.contains { !$0.isAccepted })
            try await access.submit(id)
            let approved = try await access.application(id)
            #expect(approved.state == .approved)
            let applications = try await access.applications()
            #expect(applications.contains { $0.id == id })
            // Rights are to the resource; asked for was a catalogue item.
            let right = try #require(try await access.entitlements().first)
            #expect(right.datasetIdentifier != item)
            let granted = GrantedAccess(right, among: applications, languages: ["en"])
            #expect(granted.title == approved.datasets.first?.title.text(in: ["en"]))
            #expect(granted.application == id)
            #expect(approved.nextSteps.contains(.ways(dataset: right.datasetIdentifier)))
            let named = try await portal.discoveryService.dataset(DatasetID(right.datasetIdentifier)).summary
            #expect(named.id.rawValue == item)
            #expect(named.resource == right.datasetIdentifier)
        }
    }

    @Test("Codes of DUO are told, held against the datasets' and read back; a draft that has none yet takes some")
    func remsDataUse() async throws {
        try await withREMS { portal async throws in
            let access = portal.accessService
            let id = try await access.create([try await identifier(of: "TARGET: osteosarcoma", portal)])
            #expect(try await access.application(id).purpose == nil, "REMS has none before codes are saved")
            try await access.declareUse(id, try ResearchPurpose(parsing: "DS:MONDO:0006517").uses)
            let first = try #require(try await access.application(id).purpose)
            #expect(first.uses.map(\.restrictions) == [["MONDO:0006517"]])
            #expect(first.matches.map(\.verdict) == [.fits, .notDeclared])
            // Saving answers leaves the codes.
            try await access.save(id, [:])
            try await access.declareUse(id, try ResearchPurpose(parsing: "DS:MONDO:0005105,NCU").uses)
            let second = try #require(try await access.application(id).purpose)
            #expect(second.matches.map(\.verdict) == [.doesNotFit, .fits])
            try await access.delete(id)
        }
    }

    @Test("Applications of REMS are shared, copied and deleted")
    func remsChanges() async throws {
        try await withREMS { portal async throws in
            let access = portal.accessService
            let dataset = try await identifier(of: "MIMIC-IV: records", portal)
            let id = try await access.create([dataset])
            try await access.invite(id, "Somebody", "somebody@example.org")
            #expect(try await access.application(id).members.map(\.isPending) == [true])
            try await access.invite(id, "Grace Hopper", "grace@example.org")
            for member in try await access.application(id).members { try await access.remove(id, member) }
            #expect(try await access.application(id).members.isEmpty)
            let copy = try #require(try await access.copyAsNew(id))
            try await access.changeDatasets(copy, [dataset], nil)
            try await access.delete(id)
            #expect(try await access.applications().map(\.id) == [copy])
        }
    }

    /// What the access service knows a dataset by.
    private func identifier(of title: String, _ portal: PortalClient) async throws -> String {
        let page = try await portal.discoveryService.search(SearchQuery(text: title), 0, 5)
        let dataset = try #require(page.results.compactMap(\.dataset).first { $0.title.hasPrefix(title) })
        return try #require(dataset.identifier)
    }

    /// An answer that fits for every field that is shown and takes one.
    private func answers(to application: Application, attachment: Int64 = 0) -> [FieldID: FieldValue] {
        var answers: [FieldID: FieldValue] = [:]
        for field in application.forms.flatMap(\.fields) where field.isVisible && field.type.takesValue {
            answers[field.id] = answer(to: field, attachment)
        }
        return answers
    }

    private func answer(to field: FormField, _ attachment: Int64) -> FieldValue {
        switch field.type {
        case .table:
            let row = field.columns.map { column in
                switch column.key {
                case "email": (column.key, "ada@example.org")
                case "role": (column.key, "researcher")
                default: (column.key, "Ada Lovelace")
                }
            }
            return .table([Dictionary(uniqueKeysWithValues: row)])
        case .email: return .text("ada@example.org")
        case .date: return .text("2027-01-31")
        case .phoneNumber: return .text("+358 9 1234 567")
        case .ipAddress: return .text("193.166.3.10")
        case .attachment: return .text("\(attachment)")
        case .option: return .text(field.options.first?.key ?? "")
        case .multiselect: return .text(field.options.prefix(2).map(\.key).joined(separator: " "))
        default:
            let text = String(repeating: "We compare structural variants. ", count: 5)
            return .text(String(text.prefix(field.maxLength ?? 120)).trimmed)
        }
    }
}
