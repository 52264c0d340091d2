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
