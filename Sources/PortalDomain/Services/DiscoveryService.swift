import FoundationEssentials

/// Finding datasets. Safe calls: they can be cancelled and repeated.
public typealias DiscoveryService = Service<DiscoveryCalls>

/// The calls of a discovery service, declared. What a dialect does not give is refused as `.unsupported` with the feature.
public struct DiscoveryCalls: ServiceCalls {
    /// A page of results: what is looked for, the record that it begins with, counted from 0, and how many.
    public var search: ReadCall<@Sendable (SearchQuery, Int, Int) async throws(PortalError) -> SearchPage> =
        .init("search")
    /// The filters that the catalogue has.
    public var filters: ReadCall<@Sendable () async throws(PortalError) -> [Filter]> = .init("loading the filters")
    /// What a filter offers, with counts where the service tells them.
    public var filterValues: ReadCall<@Sendable (FilterKey) async throws(PortalError) -> [FilterValue]> =
        .init("loading a filter's values")
    /// A dataset whole.
    public var dataset: ReadCall<@Sendable (DatasetID) async throws(PortalError) -> DatasetDetail> =
        .init("opening the dataset")
    /// A dataset's description as the catalogue gives it out.
    public var export: ReadCall<@Sendable (DatasetID, ExportFormat) async throws(PortalError) -> Data> =
        .init("exporting the dataset", of: .export)
    /// How often a variant is seen, by populations: `POST /api/v1/g_variants` (discovery.yaml).
    public var alleleFrequencies:
        ReadCall<@Sendable (AlleleFrequencyQuery) async throws(PortalError) -> [AlleleFrequency]> =
            .init("looking up allele frequencies", of: .alleleFrequencies)
    /// Who publishes in the catalogue.
    public var organizations: ReadCall<@Sendable () async throws(PortalError) -> [Organization]> =
        .init("listing the organisations", of: .organizations)
    /// Whether the service is well: `GET …/health`.
    public var status: ReadCall<@Sendable () async throws(PortalError) -> ServiceStatus> =
        .init("asking whether the service is well")

    public init() {}
}
