import PortalDomain

extension AccessService {
    /// Of a portal that is set up without an access service: nothing is sent, and every call says why.
    ///
    /// - Parameter reason: in a sentence.
    static func browsingOnly(_ reason: String) -> AccessService {
        @Sendable func refusal(_ operation: String) -> PortalError {
            PortalError(.unsupported, operation: operation, detail: reason, feature: .requests)
        }
        return AccessService(
            applications: { () throws(PortalError) in throw refusal("loading your requests") },
            application: { _ throws(PortalError) in throw refusal("opening the request") },
            create: { _ throws(PortalError) in throw refusal("creating the request") },
            save: { _, _ throws(PortalError) in throw refusal("saving the answers") },
            accept: { _, _ throws(PortalError) in throw refusal("accepting the licences") },
            submit: { _ throws(PortalError) in throw refusal("submitting the request") },
            delete: { _ throws(PortalError) in throw refusal("deleting the request") },
            entitlements: { () throws(PortalError) in throw refusal("loading what you have access to") })
    }
}
