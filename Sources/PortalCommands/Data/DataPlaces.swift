import PortalModel
import PortalServices

/// Where the data of a portal's datasets can be had: what its profile says, and what the catalogue says.
struct DataPlaces: Sendable {
    let profile: Profile
    let connection: PortalConnection

    init(_ portal: PreparedPortal) {
        profile = portal.profile
        connection = portal.connection
    }

    /// All services that have a dataset.
    ///
    /// - Parameter folder: where the data goes; nil where the person has not said so.
    func ways(
        to identifier: String, _ distributions: [Distribution], into folder: String?
    ) async throws(PortalError) -> [DataWay] {
        let ways = DataWays(of: identifier, into: folder)
        if profile.place == .demo, let archive = try await connection.archive(at: nil) {
            await archive.shutdown()
            return ways.all(distributions, configured: [(.sda, archive.address)], source: .demo)
        }
        let places = DataWay.Kind.configured.compactMap { kind in profile.data[kind].map { (kind, $0) } }
        return ways.all(distributions, configured: places)
    }

    /// The archive that may be asked: what the person has named, here or in the profile, or the demo portal's own. An
    /// address that stands in the catalogue alone is nobody's that the person trusts.
    ///
    /// - Parameter named: for this run.
    /// - Returns: its connections are its user's to close; nil where none is named.
    func archive(_ named: String?) async throws(PortalError) -> ArchiveClient? {
        try await connection.archive(at: named ?? profile.data[.sda])
    }
}

/// A dataset by what access management or the catalogue calls it.
struct DatasetByName: Sendable {
    let detail: DatasetDetail

    /// - Throws: `PortalError.notFound` where the catalogue has none.
    init(_ name: String, at portal: PreparedPortal) async throws(PortalError) {
        do throws(PortalError) {
            detail = try await portal.connection.discovery.dataset(DatasetID(name))
        } catch {
            guard error.kind == .notFound else { throw error }
            var found = try await Self.found(name, named: [name], at: portal)
            if found == nil { found = await Self.requested(name, at: portal) }
            guard let found else { throw error }
            detail = try await portal.connection.discovery.dataset(found.id)
        }
    }

    /// By searches for some words, in which it may or may not be.
    private static func found(
        _ identifier: String, named words: [String], at portal: PreparedPortal
    ) async throws(PortalError) -> DatasetSummary? {
        for text in words {
            let page = try await portal.connection.discovery.search(SearchQuery(text: text), 0, 20)
            let datasets = page.results.compactMap(\.dataset)
            if let found = datasets.first(where: { [$0.identifier, $0.resource].contains(identifier) }) {
                return found
            }
        }
        return nil
    }

    /// A catalogue need not find identifiers; the person's requests know titles too.
    private static func requested(_ identifier: String, at portal: PreparedPortal) async -> DatasetSummary? {
        let applications = (try? await portal.access.applications()) ?? []
        let titles = applications.flatMap(\.datasets).filter { [$0.identifier, $0.resource].contains(identifier) }
            .map { $0.title.text(in: portal.settings.environment.languages) }
        return (try? await found(identifier, named: Array(Set(titles)).sorted(), at: portal)) ?? nil
    }

    /// What archives call it.
    var identifier: String { detail.summary.resource ?? detail.summary.identifier ?? detail.summary.id.rawValue }
}
