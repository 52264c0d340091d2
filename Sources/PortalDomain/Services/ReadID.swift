/// What a read is for. One read a slot is under way at a time.
public enum ReadSlot: Hashable, Sendable {
    /// A page of results; each has a slot of its own.
    case results(page: Int)
    /// The filters of the catalogue.
    case filters
    /// What the filter with the cursor offers.
    case filterValues
    /// The dataset that is open.
    case dataset
    /// The datasets of the series that is open.
    case series
    /// The list of requests.
    case applications
    /// The request that is open in the list.
    case application
    /// The request that is open in the wizard.
    case wizardApplication
    /// The people of an application.
    case members
    /// A draft at the portal that may be left over.
    case leftOver
    /// The request that is copied as a new one.
    case copySource
    /// What the user has access to.
    case entitlements
    /// Requests of earlier, for their answers.
    case earlierRequests
    /// How a service is.
    case health(PortalService)
}

/// Names one read, so that a late answer can be told from the awaited one.
public struct ReadID: Hashable, Sendable {
    /// What it is for.
    public var slot: ReadSlot
    /// Which read of the slot it is; greater ones are later.
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
