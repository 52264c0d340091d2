/// What is told of the portals that are set up.
public indirect enum PortalMessage: Equatable, Sendable {
    /// There is nowhere to change over to.
    case isOpen(title: String)
    /// Nothing is under the cursor.
    case none
    /// Why the program does not change over: a file would be lost.
    case uploadFirst(name: String)
    /// Why the program does not change over: the outcome would not be seen.
    case sendingFirst
    /// Why the program does not change over: the disk has refused something.
    case wouldBeLost(loss: Message)
    /// What is safe after changing over failed.
    case stays
    /// Asks whether to remove it: what would stay behind is named.
    case removal(of: KnownPortal)
    /// It is out of the program's file; its drafts stay.
    case removed(name: String)
    /// When nothing else is said at the start.
    case opensFromNow(name: String)
    /// It is in the program's file. `same`: it is the one that is open, as it was before.
    case kept(name: String, same: Bool)
    /// The demo has no settings.
    case comesWithProgram
    /// The program does not write a file of the person's own.
    case inYourFile(name: String, file: String)
    /// The portal that is open cannot be removed.
    case openElsewhereFirst(name: String)
    /// Asks whether to change over to the portal that has a dataset.
    case goThere(title: String, dataset: String)
    /// Of what is searched: all portals that are set up, and no group of them.
    case everyPortal
    /// All that the portals have found is shown.
    case noMore
    /// No other portal has the dataset.
    case oneOnly
}
