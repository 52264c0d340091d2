/// The basket pane: what was put aside for a request.
public struct BasketState: Equatable, Sendable {
    public var items: [BasketItem] = []
    public var selection = 0
    public var top = 0
    /// What was last removed, for undo.
    public var lastRemoved: [BasketItem] = []
    /// Not on disk yet, with the reason if it could not be written.
    public var saveError: PortalError?

    public init() {}

    public func contains(_ id: DatasetID) -> Bool { items.contains { $0.id == id } }
}
