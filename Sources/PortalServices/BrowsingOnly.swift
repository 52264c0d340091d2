import PortalDomain

extension AccessService {
    /// Of a portal that is set up without an access service: nothing is sent, and every call says why.
    ///
    /// - Parameter reason: in a sentence.
    static func browsingOnly(_ reason: String) -> AccessService {
        AccessService(otherwise: .refused(.requests, reason: reason))
    }
}
