extension String {
    /// An address as it may be shown, logged or made a name of: `https://user:password@host/path?key=value` is
    /// `https://••••@host/path?key=••••`. What is no address is cut at the same signs, since it may be one that was mistyped.
    public var withoutCredentials: String {
        let start = endOfScheme
        var rest = self[start...]
        var shown = String(self[..<start])
        let authority = rest.prefix { !"/\\?#".contains($0) }
        if authority.contains(":"), !Self.isHostAndPort(authority), let at = rest.lastIndex(of: "@") {
            // A password may hold any of the signs at which an address is divided.
            shown += Self.mask
            rest = rest[at...]
        } else if start > startIndex, let at = authority.lastIndex(of: "@") {
            shown += Self.mask
            rest = rest[at...]
        }
        let tail = rest.firstIndex { "?#".contains($0) } ?? endIndex
        return shown + rest[..<tail] + Self.masked(rest[tail...])
    }

    private static let mask = "••••"

    /// Whether it looks like a host with its port, and not like a user with the beginning of a password.
    private static func isHostAndPort(_ authority: Substring) -> Bool {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return authority[end...].dropFirst().allSatisfy { $0 == ":" || $0.isNumber }
        }
        guard let colon = authority.lastIndex(of: ":") else { return true }
        let host = authority[..<colon]
        let isHost = host.contains(".") || host == "localhost"
        return isHost && !host.contains("@") && !host.contains(":")
            && authority[colon...].dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Behind `https://`, and behind what somebody may have typed for it: `https:/`, `https//`, `http:\\`.
    private var endOfScheme: Index {
        let name = prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
        var signs = self[name.endIndex...]
        let hasColon = signs.first == ":"
        if hasColon { signs = signs.dropFirst() }
        let slashes = signs.prefix { $0 == "/" || $0 == "\\" }
        return slashes.count >= (hasColon ? 1 : 2) ? slashes.endIndex : startIndex
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
