import FoundationEssentials

/// Tells pages where people sign in from other pages, by what they are called: whoever guards a portal shows them in the
/// place of every answer, and no token helps there.
enum SignInPage {
    /// - Parameter line: its title, or the first line of its text.
    static func isTitle(_ line: String) -> Bool { line.lowercased().firstMatch(of: words) != nil }

    /// Of what it is sent on to.
    static func isAddress(_ url: URL) -> Bool {
        let parts = (url.path() + "/" + (url.host() ?? "")).lowercased().split { "/._-".contains($0) }
        return parts.contains { places.contains($0) }
    }

    private static var words: Regex<Substring> {
        #/\b(?:sign|log)[ -]?(?:in|on)\b|\bsso\b|single sign|shibboleth|\banmeld(?:en|ung)\b|\beinlogg/#
    }

    private static let places: Set<Substring> = [
        "sso", "login", "signin", "logon", "saml", "saml2", "adfs", "shibboleth", "idp", "oauth2", "authorize", "cas",
    ]
}
