import GRDB
import HTTPTypes
import Hummingbird

/// The services of the portal's developer guide, as guide.yaml writes them: discovery and access at one address.
struct GuideRoutes {
    let catalogue: CatalogueStore
    let register: ApplicationRegister
    let tokens: AccessTokens

    func add(to group: RouterGroup<DemoContext>) {
        group.get("health") { _, _ in try Response.json(["status": "UP"]) }
        let api = group.group("api/v1").add(middleware: GuideErrorMiddleware())
        addDiscovery(to: api)
        addRequests(to: api.group("requests").add(middleware: BearerMiddleware(tokens: tokens)))
    }

    private func addDiscovery(to api: RouterGroup<DemoContext>) {
        api.get("search") { request, _ in
            let words = request.uri.queryParameters["q"].map(String.init)
            return try await datasets(matching: words, limit: request.limit())
        }
        api.get("datasets") { request, _ in try await datasets(matching: nil, limit: request.limit()) }
        // Ids hold slashes, some of them not encoded by clients, so the whole rest of the path is the id.
        api.get("datasets/**") { request, _ in
            let id = try request.rest(after: "/datasets/")
            guard let record = try await catalogue.record(id: id) else {
                throw Problem(.notFound, "Dataset not found", "Dataset \(id) not found")
            }
            return try Response.json(GuideDataset(record))
        }
        api.get("facets") { _, _ in
            let counts = try await catalogue.database.read { db in try FacetCounts.ofAll(db) }
            return try Response.json(GuideFacets(counts))
        }
        api.get("organizations") { _, _ in
            let publishers = try await catalogue.database.read { db in try FacetCounts.values(of: .publisher, db) }
            return try Response.json(GuideOrganizations(publishers))
        }
    }

    /// The guide knows no order and no second page: the best matches come first.
    private func datasets(matching words: String?, limit: Int?) async throws -> Response {
        let search = DatasetSearch(plain: words ?? "", rows: limit)
        let page = try await catalogue.database.read { db in try search.run(db) }
        return try .json(GuideResults(datasets: page.records.map(GuideDataset.init), total: page.count))
    }

    private func addRequests(to requests: RouterGroup<DemoContext>) {
        requests.get { _, context in
            let applications = try await register.list(for: context.signedIn())
            return try Response.json(GuideRequests(requests: applications.map(GuideAccessRequest.init)))
        }
        requests.post { request, context in
            let body = try await request.json(CreateGuideRequest.self, context: context)
            try body.check()
            let application = try await register.create(
                body.request, isSubmitted: body.status != .draft, for: context.signedIn())
            return try Response.json(GuideAccessRequest(application))
        }
        requests.get(":id") { _, context in
            let text = try context.parameters.require("id")
            guard let id = Int(text) else {
                throw Problem(.notFound, "Request not found", "Request \(text) not found")
            }
            return try Response.json(
                GuideAccessRequest(try await register.retrieve(id, for: context.signedIn())))
        }
    }
}

/// Answers every error with a body of the guide's services.
struct GuideErrorMiddleware: RouterMiddleware {
    typealias Context = DemoContext

    struct Body: Encodable {
        let message: String
    }

    func handle(
        _ request: Request, context: DemoContext, next: (Request, DemoContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return try .json(Body(message: problem.detail), status: problem.status)
        } catch let refusal as Refusal {
            let problem = Problem(refusal)
            return try .json(Body(message: problem.detail), status: problem.status)
        }
    }
}

extension Request {
    fileprivate func limit() throws -> Int? {
        guard let text = uri.queryParameters["limit"] else { return nil }
        guard let limit = Int(text), (0...DatasetSearch.maximalRows).contains(limit) else {
            throw Problem(
                .badRequest, "Malformed request", "limit takes a number from 0 to \(DatasetSearch.maximalRows).")
        }
        return limit
    }
}
