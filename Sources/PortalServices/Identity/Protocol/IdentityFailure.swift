import JSONStream
import PortalDomain

/// Why the sign-in service gave nothing.
enum IdentityFailure: Error, Hashable {
    /// It said no: asking the same again is of no use.
    case refused(OAuthRefusal)
    /// It could not be asked, or could not answer now: what was there before is still good.
    case unavailable(PortalError)
}

/// A refusal by OAuth's rules (RFC 6749, 5.2), or by none: bodies may be empty and codes home-made.
struct OAuthRefusal: Error, Hashable {
    var status: Int
    /// Such as `invalid_grant`.
    var code: String?
    var detail: String?
    /// A page for people came: from a gateway or a captive network, not from the sign-in service itself.
    var isPage: Bool

    init(_ answer: IdentityAnswer) {
        status = answer.status
        isPage = answer.isPage
        code = answer.json["error"].text
        detail = answer.words
    }

    func error(_ operation: String) -> PortalError {
        PortalError(.forbidden, operation: operation, because: .signIn(.refused(status: status, words: detail)))
    }
}

extension IdentityFailure {
    /// An answer that is no success: 4xx is a refusal, but for those that ask to come again.
    init(_ answer: IdentityAnswer, operation: String) {
        switch answer.status {
        case 429:
            self = .unavailable(PortalError(.tooManyRequests(retryAfter: answer.retryAfter), operation: operation))
        case 400...499: self = .refused(OAuthRefusal(answer))
        case 500...599:
            self = .unavailable(
                PortalError(
                    .serverFault(status: answer.status), operation: operation,
                    because: .signIn(.failed(status: answer.status, words: answer.words))))
        default:
            self = .unavailable(
                PortalError(
                    .unreadableAnswer, operation: operation, because: .signIn(.sendsOn)))
        }
    }

    func error(_ operation: String) -> PortalError {
        switch self {
        case .refused(let refusal): refusal.error(operation)
        case .unavailable(let error): error
        }
    }
}
