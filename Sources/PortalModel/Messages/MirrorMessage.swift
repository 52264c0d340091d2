/// What is told of the catalogue that is kept on this machine.
public enum MirrorMessage: Equatable, Sendable {
    /// Datasets come from here now; - age: in seconds, nil where the first filling is not done.
    case asksMirror(datasets: Int, age: Int?)
    /// Datasets come from the portal again.
    case asksPortal
    /// So many facets were taken off, since the other one cannot be asked them.
    case facetsLeft(count: Int, to: CatalogueSource)
    /// The portal is not reached, and here is an answer.
    case canAnswer(datasets: Int, age: Int?)
    /// It is up to date.
    case filled(MirrorReport)
    /// The person has stopped it.
    case fillStopped
    /// After a failure.
    case whatWasReadStays
    /// Why it cannot be asked.
    case noneYet
    /// Why it cannot be filled once more.
    case isFilling
    /// So many full records; all that are still lacking.
    case recordsToRead(count: Int, isAll: Bool)
    /// What the results leave open.
    case remarks(MirrorRemarks)
    /// Nothing was found; the line as it may have been meant.
    case meant(line: String)
}
