/// What is told of allele frequencies.
public enum FrequenciesMessage: Equatable, Sendable {
    /// The network does not say in which of its datasets it counted.
    case noDataset
    /// No population is there.
    case nothingToCopy
}
