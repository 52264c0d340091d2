/// What looking at a visa came to. The archive decides by itself; this tells the person what it will see.
public enum VisaVerdict: Hashable, Sendable, Codable {
    /// Signed by an issuer whom the profile trusts, and good now.
    case checked
    /// Nothing is known against it, and nothing for it.
    case notChecked(PassportReason)
    /// No archive should take it.
    case failed(PassportReason)

    /// Whether it does not count.
    public var isFailed: Bool { if case .failed = self { true } else { false } }

    /// Why it is not checked or does not count; nil where all is well.
    public var reason: PassportReason? {
        switch self {
        case .checked: nil
        case .notChecked(let reason), .failed(let reason): reason
        }
    }
}
