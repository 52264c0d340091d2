/// A digital object identifier (ISO 26324), by which papers cite a dataset.
public struct DOI: Hashable, Sendable {
    /// Such as `10.5281/zenodo.1234`, without an address before it.
    public var name: String

    /// - Parameter text: bare, with `doi:` before it, or as the address of a resolver; nil for all others.
    public init?(_ text: String) {
        var rest = text.trimmingSpaces[...]
        for before in ["https://", "http://", "dx.", "www.", "doi.org/", "doi:"]
        where rest.prefix(before.count).lowercased() == before {
            rest = rest.dropFirst(before.count)
        }
        let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, parts[0].hasPrefix("10."),
            parts[0].dropFirst(3).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), parts[0].count >= 7,
            !rest.contains(where: { $0.isWhitespace })
        else { return nil }
        name = String(rest)
    }

    /// Where it leads to.
    public var address: String { "https://doi.org/\(name)" }
}

extension DatasetDetail {
    /// The first that its identifier or its address is.
    public var doi: DOI? {
        [summary.identifier, summary.id.rawValue, url].lazy.compactMap(\.self).compactMap(DOI.init).first
    }
}
