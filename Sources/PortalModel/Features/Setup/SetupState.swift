/// The first start: nothing is configured, so which portal is it to be?
public struct SetupState: Equatable, Sendable {
    /// 0: the demo portal, 1: a portal of the person's, which the form of `PortalsState` asks for.
    public var selection = 0
    /// Why the portal that was chosen did not open.
    public var problem: Message?
    /// The portal that was chosen is about to open.
    public var isOpening = false

    public init() {}
}
