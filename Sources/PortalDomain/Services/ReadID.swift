/// What a read is for. One read a slot is under way at a time.
public enum ReadSlot: Hashable, Sendable {
    case results(page: Int)
    case filters
    case filterValues
    case dataset
    /// The datasets of the series that is open.
    case series
    case applications
    case application
    case wizardApplication
    /// The people of an application.
    case members
    /// A draft at the portal that may be left over.
    case leftOver
    /// The request that is copied as a new one.
    case copySource
    case entitlements
    case earlierRequests
    case health(PortalService)
}

/// Names one read, so that a late answer can be told from the awaited one.
public struct ReadID: Hashable, Sendable {
    public var slot: ReadSlot
    public var number: Int
    /// The service is to be asked, whatever was kept of an earlier answer.
    public var asksAnew: Bool

    public init(_ slot: ReadSlot, _ number: Int, asksAnew: Bool = false) {
        self.slot = slot
        self.number = number
        self.asksAnew = asksAnew
    }

    /// Whether an earlier answer may be shown first. What the wizard loads is compared and sent, and a draft that is to
    /// be called empty may have been filled in since: never for these.
    public var mayRecall: Bool { !asksAnew && slot != .wizardApplication && slot != .leftOver }
}
