import PortalDomain

extension AccessService {
    /// Of a portal that is set up without an access service: nothing is sent, and every call says why.
    static func browsingOnly(_ reason: Reason) -> AccessService {
        AccessService(otherwise: .refused(.requests, reason: reason))
    }
}
