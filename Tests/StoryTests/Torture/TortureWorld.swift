import ArgumentParser
import Foundation
import FoundationNetworking
import PortalModel
import PortalServices
import TerminalHarness
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// A demo portal of one dialect, a person's directories, and a way to ask the portal itself what it has.
struct TortureWorld: Sendable {
    let dialect: TortureCall.Dialect
    let demo: ServedDemo
    let home: StoryHome
    /// For asking: not a part of what is tested.
    let truth: PortalClient
    /// What requests are for. Few, so that there always are earlier requests for the same.
    let datasets: [DatasetSummary]
    /// The form of such a request, with the fields that are not asked for yet.
    let form: Application

    /// - Parameter isLocked: everything private is sealed, and is seen to be.
    static func run(
        _ dialect: TortureCall.Dialect, isLocked: Bool = false, _ body: (TortureWorld) async throws -> Void
    ) async throws {
        let demo = try ServedDemo()
        let truth = try PortalClient(
            addresses(dialect, demo),
            secrets: ServiceSecrets(remsKey: Secret(demo.listening.remsKey), remsUser: "ada"),
            credentials: .readyToken(Secret(demo.listening.token)))
        let result: Result<Void, any Error>
        do {
            let world = try await TortureWorld(dialect, demo, truth)
            if isLocked { try await world.home.makeLock() }
            try await body(world)
            if isLocked { try world.home.checkIsSealed([Self.planted]) }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await truth.shutdown()
        try result.get()
    }

    private init(_ dialect: TortureCall.Dialect, _ demo: ServedDemo, _ truth: PortalClient) async throws {
        self.dialect = dialect
        self.demo = demo
        self.truth = truth
        home = try StoryHome()
        let page = try await truth.discoveryService.search(SearchQuery(text: "developmental disorders"), 0, 10)
        datasets = Array(page.results.compactMap(\.dataset).filter { $0.identifier != nil && !$0.isSeries }.prefix(1))
        guard let identifier = datasets.first?.identifier else { throw HarnessError("there is nothing to request") }
        form = try await Self.form(for: identifier, dialect, truth.accessService)
    }

    private static func addresses(_ dialect: TortureCall.Dialect, _ demo: ServedDemo) -> PortalAddresses {
        let at = demo.listening
        return switch dialect {
        case .gdi: PortalAddresses(discovery: at.discovery, access: at.access)
        case .guide:
            PortalAddresses(
                discovery: at.guide, discoveryDialect: .guide, access: at.guide, accessDialect: .guide)
        case .rems:
            PortalAddresses(discovery: at.rems, discoveryDialect: .rems, access: at.rems, accessDialect: .rems)
        }
    }

    private static func form(
        for identifier: String, _ dialect: TortureCall.Dialect, _ access: AccessService
    ) async throws -> Application {
        guard dialect != .guide else { return try await access.form([identifier]) }
        let id = try await access.create([identifier])
        let form = try await access.application(id)
        try await access.delete(id)
        return form
    }

    // MARK: - The program

    var arguments: [String] {
        let addresses = Self.addresses(dialect, demo)
        return [
            "--discovery", addresses.discovery, "--discovery-dialect", addresses.discoveryDialect.rawValue,
            "--access", addresses.access ?? "", "--access-dialect", addresses.accessDialect.rawValue,
        ]
    }

    var environment: [String: String] {
        var environment = home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
        environment["PORTAL_TOKEN"] = demo.listening.token
        environment["PORTAL_REMS_KEY"] = demo.listening.remsKey
        environment["PORTAL_REMS_USER"] = "ada"
        return environment
    }

    /// The portal as a command opens it.
    func open() throws -> CommandPortal {
        let flags = try PortalFlags.parse(arguments)
        let configuration = try Configuration(flags, environment: Environment(variables: environment))
        guard let profile = configuration.profile else { throw HarnessError("no portal is configured") }
        var settings = PortalSettings(flags, configuration)
        settings.timeout = TortureFault.patience
        return CommandPortal(
            profile: profile, settings: settings, portal: try PreparedPortal(profile, settings: settings))
    }

    // MARK: - The portal itself

    func requests() async throws -> [ApplicationSummary] { try await truth.accessService.applications() }

    /// - Returns: how often the rules in force have been met.
    func faults() async throws -> Int {
        struct Entry: Decodable { var faults: Int }
        return try JSONDecoder().decode([Entry].self, from: try await call("GET")).map(\.faults).reduce(0, +)
    }

    func misbehave(_ rules: String) async throws { _ = try await call("PUT", rules) }

    func behave() async throws { _ = try await call("DELETE") }

    private func call(_ method: String, _ body: String? = nil) async throws -> Data {
        let address = demo.listening.discovery.replacingOccurrences(of: "/discovery", with: "/faults")
        guard let url = URL(string: address) else { throw HarnessError("\(address) is no address") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let status = (response as? HTTPURLResponse)?.statusCode, (200..<300).contains(status) else {
            throw HarnessError("the faults were refused: \(String(decoding: data, as: UTF8.self))")
        }
        return data
    }
}

extension TortureWorld {
    /// In every text that somebody writes, and in nothing else.
    fileprivate static let planted = "what causes developmental"

    /// Answers to every field, told apart by their words.
    func answers(_ words: String) -> [FieldID: FieldValue] {
        let fields = form.forms.flatMap(\.fields).filter { $0.type.takesValue && $0.type != .attachment }
        return Dictionary(fields.map { ($0.id, Self.answer(to: $0, words)) }) { first, _ in first }
    }

    private static func answer(to field: FormField, _ words: String) -> FieldValue {
        switch field.type {
        case .email: .text("ada@institution.example")
        case .phoneNumber: .text("+358 40 123 4567")
        case .ipAddress: .text("142.250.74.110")
        case .date: .text("2027-01-31")
        case .option, .multiselect: .text(field.options.first?.key ?? "")
        case .table:
            .table([
                Dictionary(
                    field.columns.map { column in
                        switch column.rule {
                        case .email: (column.key, "ada@institution.example")
                        case .oneOf(let options): (column.key, options.first?.key ?? "")
                        default: (column.key, words)
                        }
                    }
                ) { $1 }
            ])
        default:
            .text(
                String(
                    "\(words): \(planted) disorders in children, and what helps against them".prefix(
                        field.maxLength ?? 500)))
        }
    }

    /// A file with these answers, for the built program. JSON is YAML too.
    func file(_ answers: [FieldID: FieldValue]) throws -> String {
        var forms: [String: [String: Any]] = [:]
        for (id, value) in answers {
            switch value {
            case .text(let text) where form.field(id)?.type == .multiselect:
                forms["\(id.form)", default: [:]][id.field] = [text]
            case .text(let text): forms["\(id.form)", default: [:]][id.field] = text
            case .table(let rows): forms["\(id.form)", default: [:]][id.field] = rows
            }
        }
        let json = try JSONSerialization.data(withJSONObject: ["answers": forms])
        return try home.write(String(decoding: json, as: UTF8.self), to: "answers-\(UUID().uuidString).yaml")
    }
}
