/// What is told of allele frequencies.
public enum FrequenciesMessage: Equatable, Sendable {
    /// The network does not say in which of its datasets it counted.
    case noDataset
    /// The catalogue does not have the dataset that the network names.
    case notListed(dataset: String)
    /// No population is there.
    case nothingToCopy
}
