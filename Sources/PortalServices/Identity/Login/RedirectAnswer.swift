import FoundationEssentials
import PortalDomain

/// What the browser brings back from the sign-in service, at the loopback port or in a pasted address.
struct RedirectAnswer: Sendable {
    var state: String?
    var code: Secret?
    var error: String?
    var detail: String?
    /// The service's name for itself (RFC 9207).
    var issuer: String?

    /// Reads the query of a request's target, such as `/callback?code=…&state=…`.
    init(target: String) {
        let query = target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        self.init(query: String(query.prefix { $0 != "#" }))
    }

    /// Reads what a person pasted: terminals and mails break long addresses with line ends and spaces, and put quotes
    /// or angle brackets around them. A bare query is taken too.
    ///
    /// Nil when there is neither a code nor an error in it.
    init?(pasted text: String) {
        let text = String(text.filter { !$0.isWhitespace && !$0.isNewline && !"\"'<>`".contains($0) })
        let query = text.contains("?") ? text.drop { $0 != "?" }.dropFirst() : text[...]
        self.init(query: String(query.prefix { $0 != "#" }))
        guard code != nil || error != nil else { return nil }
    }

    private init(query: String) {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Self.decoded(parts[1]), !value.isEmpty else { continue }
            switch parts[0] {
            case "state": state = state ?? value
            case "code": code = code ?? Secret(value)
            case "error": error = error ?? value
            case "error_description": detail = detail ?? value
            case "iss": issuer = issuer ?? value
            default: break
            }
        }
    }

    /// As forms are encoded; nil when a `%` is not followed by two digits, or when it is no UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The code, if this is the answer to the login that was begun with `state` at `issuer`.
    func code(
        state expected: Secret, issuer metadata: ProviderMetadata
    ) throws(LoginFailure) -> Secret {
        guard state == expected.reveal() else {
            throw .notTheAnswer(.otherSignIn)
        }
        guard issuer == nil && !metadata.namesItselfInRedirect || issuer == metadata.issuer else {
            throw .notTheAnswer(.notFrom(issuer: metadata.issuer))
        }
        if let error {
            if error == "access_denied" { throw .denied }
            throw .failed(
                PortalError(
                    .forbidden, operation: "signing in", because: .signIn(.said(detail ?? error))))
        }
        guard let code else { throw .notTheAnswer(.noCode) }
        return code
    }
}
