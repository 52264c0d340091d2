/// Names one read, so that a late answer can be told from the awaited one.
public struct ReadID: Hashable, Sendable {
    /// What it is for.
    public var slot: ReadSlot
    /// Which read of the slot it is; greater ones are later.
    public var number: Int
    /// The service is to be asked, whatever was kept of an earlier answer.
    public var asksAnew: Bool
    /// Who is asked, where it is about datasets.
    public var source = CatalogueSource.portal

    public init(_ slot: ReadSlot, _ number: Int, asksAnew: Bool = false, source: CatalogueSource = .portal) {
        self.source = source
        self.slot = slot
        self.number = number
        self.asksAnew = asksAnew
    }

    /// Whether an earlier answer may be shown first. What the wizard loads is compared and sent, and a draft that is to
    /// be called empty may have been filled in since: never for these.
    public var mayRecall: Bool { !asksAnew && slot != .wizardApplication && slot != .leftOver }
}

extension ReadSlot {
    /// What the mirror can answer.
    package var isOfCatalogue: Bool {
        switch self {
        case .results, .filters, .filterValues, .dataset, .compared, .series: true
        case .applications, .application, .wizardApplication, .members, .leftOver, .copySource, .entitlements,
            .passport, .earlierRequests, .dataUses, .health, .frequencies, .organizations:
            false
        }
    }
}
