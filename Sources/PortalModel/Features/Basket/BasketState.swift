/// The basket pane: what was put aside for a request.
public struct BasketState: Equatable, Sendable {
    /// In the order in which they were put aside; shown by groups.
    public var items: [BasketItem] = []
    /// The dataset under the cursor, counted over all groups.
    public var selection = 0
    /// The first line in sight, of `BasketLines`.
    public var top = 0
    /// What was last removed, for undo.
    public var lastRemoved: [BasketItem] = []
    /// The order before that, for putting each back where it was.
    var lastOrder: [DatasetID] = []
    /// The dataset that is asked for without having been put into the basket.
    var direct: BasketItem?
    /// What the next draft is for: the datasets that were chosen among several groups.
    var chosen: [DatasetID]?
    /// Writes that the disk has not confirmed yet.
    public var writing = 0
    /// Not on disk yet, with the reason if it could not be written.
    public var saveError: PortalError?

    public init() {}

    /// What is shown is what the next start finds.
    public var isKept: Bool { writing == 0 && saveError == nil }

    /// By the catalogue's id.
    public func contains(_ id: DatasetID) -> Bool { items.contains { $0.id == id } }
}
