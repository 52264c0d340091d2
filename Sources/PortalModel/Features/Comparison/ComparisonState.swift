/// Datasets that are compared, while their overlay is open.
public struct ComparisonState: Equatable, Sendable {
    /// A dataset, as far as it is known.
    public struct Column: Equatable, Sendable {
        /// As the list has it.
        public var summary: DatasetSummary
        /// Nil until the service has described it.
        public var detail: DatasetDetail?
        /// Its description is being asked for.
        public var pending: Pending?
        /// Why it could not be had.
        public var error: PortalError?
    }

    /// In the order in which they were marked.
    public var columns: [Column]
    /// First line in sight.
    public var offset = 0
    /// The first dataset in sight, where there is no room for all of them.
    public var first = 0
    /// What is the same is left out.
    public var onlyDifferent = false

    /// None of them is described yet.
    public init(_ datasets: [DatasetSummary]) { columns = datasets.map { Column(summary: $0) } }

    /// Of what is known so far: a dataset that is not described yet takes part with what its list told.
    public var comparison: DatasetComparison {
        var comparison = DatasetComparison(columns.map { $0.detail ?? DatasetDetail(summary: $0.summary) })
        if onlyDifferent { comparison.fields.removeAll { !$0.isDifferent } }
        return comparison
    }

    /// Whether something is still awaited.
    public var isLoading: Bool { columns.contains { $0.pending != nil } }
}
