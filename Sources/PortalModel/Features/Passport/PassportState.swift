import FoundationEssentials

/// What is known of the person's passport: shown by its view, and kept when that is closed.
public struct PassportState: Equatable, Sendable {
    /// As it was found when it was asked for last; nil while nothing is known.
    public var report: PassportReport?
    /// Why it could not be had when it was asked for last.
    public var failure: PortalError?
    /// The answer that is awaited.
    public var pending: Pending?
    /// When it was asked for last.
    public var askedAt: Date?

    public init() {}
}
