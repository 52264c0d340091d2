import FoundationEssentials

/// An entitlement as a person reads it: with the dataset's title and the request that it came from, as far as they are
/// known.
public struct GrantedAccess: Equatable, Sendable {
    /// The right itself.
    public var entitlement: Entitlement
    /// Empty where no request names the dataset.
    public var title: String
    /// The application that it came from; nil where that is not known.
    public var application: ApplicationID?

    public init(_ entitlement: Entitlement, title: String = "", application: ApplicationID? = nil) {
        self.entitlement = entitlement
        self.title = title
        self.application = application
    }

    /// Services name identifiers only, as a rule; the applications know the titles, and which was approved when.
    public init(_ entitlement: Entitlement, among applications: [ApplicationSummary], languages: [String]) {
        let asking = applications.filter { application in
            application.datasets.contains { $0.grantedAs == entitlement.datasetIdentifier }
        }
        let dataset = asking.lazy.flatMap(\.datasets).first { $0.grantedAs == entitlement.datasetIdentifier }
        let title = dataset?.title.text(in: languages) ?? ""
        self.init(
            entitlement, title: title == entitlement.datasetIdentifier ? "" : title,
            application: entitlement.application ?? Self.origin(of: entitlement, among: asking))
    }

    /// Of several requests for the dataset that were approved, the one that was decided nearest to the beginning.
    private static func origin(of entitlement: Entitlement, among asking: [ApplicationSummary]) -> ApplicationID? {
        let approved = asking.filter { $0.state == .approved }
        guard let start = entitlement.start else { return approved.first?.id }
        func distance(_ application: ApplicationSummary) -> TimeInterval {
            application.stateChanged.map { abs($0.timeIntervalSince(start)) } ?? .infinity
        }
        return approved.min { distance($0) < distance($1) }?.id
    }
}

extension Entitlement {
    /// From so many days on a warning is shown.
    public static let warningDays = 30

    /// Whole days until it ends, 0 on the last one; negative when it is over, nil when it has no end.
    public func daysLeft(at now: Date) -> Int? {
        guard let end else { return nil }
        return Int((min(max(end.timeIntervalSince(now), -1e11), 1e11) / 86_400).rounded(.down))
    }
}

extension [Entitlement] {
    /// What ends within 30 days and is not granted for longer by another entitlement. What is over needs no warning any
    /// more: it is too late for it.
    public func expiring(at now: Date) -> [Entitlement] {
        filter { entitlement in
            guard let days = entitlement.daysLeft(at: now), (0...Entitlement.warningDays).contains(days) else {
                return false
            }
            return !contains { other in
                other.datasetIdentifier == entitlement.datasetIdentifier
                    && (other.end ?? .distantFuture) > (entitlement.end ?? .distantFuture)
            }
        }
    }
}
