import FoundationEssentials

/// Finding datasets. Safe calls: they can be cancelled and repeated.
///
/// What a dialect does not give is refused as `.unsupported` with the feature.
public struct DiscoveryService: Sendable {
    /// A page of results, from the record `start`, counted from 0.
    public var search: @Sendable (SearchQuery, _ start: Int, _ rows: Int) async throws(PortalError) -> SearchPage
    /// The filters that the catalogue has.
    public var filters: @Sendable () async throws(PortalError) -> [Filter]
    /// What a filter offers, with counts where the service tells them.
    public var filterValues: @Sendable (FilterKey) async throws(PortalError) -> [FilterValue]
    /// A dataset whole.
    public var dataset: @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail
    /// A dataset's description as the catalogue gives it out.
    public var export: @Sendable (DatasetID, ExportFormat) async throws(PortalError) -> Data
    /// How often a variant is seen, by populations: `POST /api/v1/g_variants` (discovery.yaml).
    public var alleleFrequencies: @Sendable (AlleleFrequencyQuery) async throws(PortalError) -> [AlleleFrequency]
    /// Who publishes in the catalogue.
    public var organizations: @Sendable () async throws(PortalError) -> [Organization]
    /// Whether the service is well: `GET …/health`.
    public var status: @Sendable () async throws(PortalError) -> ServiceStatus

    public init(
        search: @escaping @Sendable (SearchQuery, Int, Int) async throws(PortalError) -> SearchPage =
            UnexpectedCall.named("search"),
        filters: @escaping @Sendable () async throws(PortalError) -> [Filter] = UnexpectedCall.named("filters"),
        filterValues: @escaping @Sendable (FilterKey) async throws(PortalError) -> [FilterValue] = UnexpectedCall.named(
            "filterValues"),
        dataset: @escaping @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail = UnexpectedCall.named(
            "dataset"),
        export: @escaping @Sendable (DatasetID, ExportFormat) async throws(PortalError) -> Data = {
            _, _ throws(PortalError) in
            throw PortalError(notOffered: .export)
        },
        alleleFrequencies: @escaping @Sendable (AlleleFrequencyQuery) async throws(PortalError) -> [AlleleFrequency] = {
            _ throws(PortalError) in throw PortalError(notOffered: .alleleFrequencies)
        },
        organizations: @escaping @Sendable () async throws(PortalError) -> [Organization] = { () throws(PortalError) in
            throw PortalError(notOffered: .organizations)
        },
        status: @escaping @Sendable () async throws(PortalError) -> ServiceStatus = UnexpectedCall.named("status")
    ) {
        self.search = search
        self.filters = filters
        self.filterValues = filterValues
        self.dataset = dataset
        self.export = export
        self.alleleFrequencies = alleleFrequencies
        self.organizations = organizations
        self.status = status
    }
}
