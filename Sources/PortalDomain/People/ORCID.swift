/// A researcher's identifier of ORCID: sixteen characters of which the last one checks the others.
public struct ORCID: Hashable, Sendable {
    /// In groups of four, such as `0000-0002-1825-0097`.
    public let text: String

    /// Nil for everything that is no such identifier, above all for one with a slip in it.
    ///
    /// Taken as people copy it: with the address in front (`https://orcid.org/…`), with spaces, or without hyphens.
    public init?(_ text: String) {
        var rest = text.trimmingSpaces.lowercased()[...]
        for prefix in ["https://", "http://", "www.", "orcid.org/", "orcid:"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let separators: Set<Character> = ["-", " ", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"]
        let characters = rest.filter { !separators.contains($0) }.utf8.map { $0 == UInt8(ascii: "x") ? Self.ten : $0 }
        guard characters.count == 16, let last = characters.last else { return nil }
        let digits = characters.dropLast()
        guard digits.allSatisfy({ (FieldSyntax.zero...FieldSyntax.nine).contains($0) }) else { return nil }
        guard Self.checkCharacter(of: digits) == last else { return nil }
        let plain = String(decoding: characters, as: UTF8.self)
        let groups = stride(from: 0, to: 16, by: 4).map { plain.dropFirst($0).prefix(4) }
        self.text = groups.joined(separator: "-")
    }

    private static let ten = UInt8(ascii: "X")

    /// ISO 7064 MOD 11-2, as ORCID describes it under “Structure of the ORCID Identifier”.
    private static func checkCharacter(of digits: some Sequence<UInt8>) -> UInt8 {
        let total = digits.reduce(0) { ($0 + Int($1 - FieldSyntax.zero)) * 2 % 11 }
        let result = (12 - total % 11) % 11
        return result == 10 ? ten : FieldSyntax.zero + UInt8(result)
    }
}
