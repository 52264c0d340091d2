import FoundationEssentials

/// Finding datasets. Safe calls: they can be cancelled and repeated.
///
/// What a dialect does not give is refused as `.unsupported` with the feature.
public struct DiscoveryService: Sendable {
    public var search: @Sendable (SearchQuery, _ start: Int, _ rows: Int) async throws(PortalError) -> SearchPage
    public var filters: @Sendable () async throws(PortalError) -> [Filter]
    public var filterValues: @Sendable (FilterKey) async throws(PortalError) -> [FilterValue]
    public var dataset: @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail
    /// A dataset's description as the catalogue gives it out.
    public var export: @Sendable (DatasetID, ExportFormat) async throws(PortalError) -> Data
    public var alleleFrequencies: @Sendable (AlleleFrequencyQuery) async throws(PortalError) -> [AlleleFrequency]
    public var organizations: @Sendable () async throws(PortalError) -> [Organization]
    public var status: @Sendable () async throws(PortalError) -> ServiceStatus

    public init(
        search: @escaping @Sendable (SearchQuery, Int, Int) async throws(PortalError) -> SearchPage,
        filters: @escaping @Sendable () async throws(PortalError) -> [Filter],
        filterValues: @escaping @Sendable (FilterKey) async throws(PortalError) -> [FilterValue],
        dataset: @escaping @Sendable (DatasetID) async throws(PortalError) -> DatasetDetail,
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
        status: @escaping @Sendable () async throws(PortalError) -> ServiceStatus = { ServiceStatus() }
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
