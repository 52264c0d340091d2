/// What the sources that are compiled here know of others, which are not: a header's value by its name.
struct HTTPHeaders {
    var values: [String: String] = [:]
    func first(name: String) -> String? { values[name] }
}

/// Whose answer it is, by the discovery document.
struct ProviderMetadata {
    var issuer: String
    var namesItselfInRedirect: Bool
}

extension String {
    /// Without blanks at its ends.
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
