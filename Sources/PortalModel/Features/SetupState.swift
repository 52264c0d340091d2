/// The first start: nothing is configured, so which portal is it to be?
public struct SetupState: Equatable, Sendable {
    public enum Step: Equatable, Sendable { case choice, addresses }
    public enum Field: Int, Equatable, Sendable, CaseIterable { case name, discovery, access }

    public var step = Step.choice
    /// 0: the demo portal, 1: a portal's addresses.
    public var selection = 0
    public var field = Field.name
    public var name = TextBuffer()
    public var discovery = TextBuffer()
    public var access = TextBuffer()
    public var problem: String?
    public var isOpening = false

    public init() {}
}
