/// What a call says that nobody carries out. Each names itself by what it would have done.
public enum CallAbsence: Sendable {
    /// Somebody has forgotten to say what it does, as a test may: `.local`, and nothing of the kind is told to a person.
    case unexpected
    /// The service has nothing of the kind; what is a feature of its own is named by that.
    case notOffered(PortalFeature)
    /// Nothing at all is sent, with the reason in a sentence.
    case refused(PortalFeature, reason: Reason)

    /// - Parameters:
    ///   - operation: the call in words: "opening the request".
    ///   - feature: of the call, where a service may lack it.
    public func error(_ operation: String, of feature: PortalFeature?) -> PortalError {
        switch (self, feature) {
        case (.refused(let feature, let reason), _):
            PortalError(.unsupported, operation: operation, because: reason, feature: feature)
        case (.unexpected, let feature?), (.notOffered, let feature?), (.notOffered(let feature), nil):
            PortalError(notOffered: feature)
        case (.unexpected, nil):
            PortalError(.local, operation: operation, detail: "The call “\(operation)” was not expected.")
        }
    }
}
