extension String {
    /// An address as it may be shown, logged or made a name of: `https://user:password@host/path?key=value` is
    /// `https://••••@host/path?key=••••`. What is no address is cut at the same signs, since it may be one that was mistyped.
    public var withoutCredentials: String {
        let start = range(ofSchemeEnd: self) ?? startIndex
        let tail = self[start...].firstIndex { "?#".contains($0) } ?? endIndex
        let head = self[start..<tail]
        let authority = head.prefix { $0 != "/" && $0 != "\\" }
        let isMailbox = start == startIndex && !authority.contains(":")
        var shown = String(self[..<start])
        // A password with a slash in it ends the authority too early.
        let whole = Self.hasPortOrNone(authority) ? authority : head
        if !isMailbox, let at = whole.lastIndex(of: "@") {
            shown += Self.mask + head[at...]
        } else {
            shown += head
        }
        return shown + Self.masked(self[tail...])
    }

    private static let mask = "••••"

    private func range(ofSchemeEnd text: String) -> Index? {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
        return text.index(colon, offsetBy: 3)
    }

    /// Whether what stands behind the last colon could be a port, so that the authority ends where it seems to.
    private static func hasPortOrNone(_ authority: Substring) -> Bool {
        guard !authority.contains("@"), let colon = authority.lastIndex(of: ":") else { return true }
        if authority.hasPrefix("["), authority.hasSuffix("]") { return true }
        return authority[authority.index(after: colon)...].allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A query and a fragment, of which the names stay.
    private static func masked(_ tail: Substring) -> String {
        var result = ""
        var rest = tail
        while let sign = rest.first {
            result.append(sign)
            rest = rest.dropFirst()
            let part = rest.prefix { !"?#&;".contains($0) }
            rest = rest[part.endIndex...]
            if let equals = part.firstIndex(of: "=") {
                result += part[...equals] + mask
            } else if !part.isEmpty {
                result += mask
            }
        }
        return result
    }
}
