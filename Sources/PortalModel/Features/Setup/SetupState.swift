/// The first start: nothing is configured, so which portal is it to be?
public struct SetupState: Equatable, Sendable {
    /// 0: the demo portal, 1: a portal of the person's, which the form of `PortalsState` asks for.
    public var selection = 0
    public var problem: Message?
    public var isOpening = false

    public init() {}
}
