/// Who hands out visas.
public enum PassportOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// The user-info endpoint of the broker (`ga4gh_passport_v1`).
    case broker
    /// The permissions of a REMS.
    case rems
}

/// A person's passport as it was found: all visas, each with what looking at it came to.
public struct PassportReport: Hashable, Sendable, Codable {
    /// In the order in which they were handed out. One that cannot be read is among them and hides no other.
    public var visas: [Visa]
    /// Who could not be asked, and why.
    public var failures: [Failure]

    /// Somebody who could not be asked.
    public struct Failure: Hashable, Sendable, Codable {
        /// Who it was.
        public var origin: PassportOrigin
        /// Why not.
        public var reason: Reason

        public init(_ origin: PassportOrigin, _ reason: Reason) {
            (self.origin, self.reason) = (origin, reason)
        }
    }

    public init(visas: [Visa] = [], failures: [Failure] = []) {
        self.visas = visas
        self.failures = failures
    }

    /// Access that was granted and that no visa tells of yet: archives give nothing for it before one does.
    ///
    /// - Parameter entitlements: those that are not over.
    public func missing(of entitlements: [Entitlement]) -> [Entitlement] {
        entitlements.filter { entitlement in
            !visas.contains { !$0.verdict.isFailed && $0.grants(entitlement.datasetIdentifier) }
        }
    }
}

extension Visa {
    /// From so many days before it expires it is pointed out.
    public static let warningDays = 30
    /// From so many days before it expires it is urgent.
    public static let urgentDays = 7
}
