import FoundationEssentials

/// A name that a dataset has everywhere: two records with one of them in common are the same dataset.
///
/// It is made of the identifier and of the catalogue's own id, never of a title. What is a name at one portal only, such as
/// `42` or `exomes-2021`, is none.
public enum DatasetKey: Hashable, Sendable {
    /// A digital object identifier in small letters, since capital ones are no other (DOI Handbook, 2.4).
    case doi(String)
    /// Of a dataset or a study at the European Genome-phenome Archive: `EGAD00001000001`.
    case accession(String)
    /// A UUID (RFC 9562), in small letters.
    case uuid(String)
    /// An address or a URN, without what makes no difference: `http` or `https`, capital letters and `www.` in the host's
    /// name, its standard port, slashes at the end.
    case address(String)

    /// - Parameter text: as a catalogue writes it; nil for what is no name that holds everywhere.
    public init?(_ text: String) {
        let text = text.trimmingSpaces
        if let doi = DOI(text) {
            var name = doi.name.lowercased()
            while name.hasSuffix("/") || name.hasSuffix(".") { name.removeLast() }
            self = .doi(name)
        } else if let accession = Self.number(text) {
            self = .accession(accession)
        } else if let uuid = Self.lowercasedUUID(text) {
            self = .uuid(uuid)
        } else if let address = Self.plainURN(text) ?? Self.plainAddress(text) {
            self = address
        } else {
            return nil
        }
    }

    /// Also with a prefix of identifiers.org: `ega.dataset:EGAD00001000001`.
    private static func number(_ text: some StringProtocol) -> String? {
        var rest = text.uppercased()[...]
        for before in ["EGA.DATASET:", "EGA.STUDY:", "EGA:"] where rest.hasPrefix(before) {
            rest = rest.dropFirst(before.count)
        }
        guard rest.utf8.count == 15, rest.hasPrefix("EGAD") || rest.hasPrefix("EGAS"),
            rest.dropFirst(4).allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return String(rest)
    }

    private static func lowercasedUUID(_ text: String) -> String? {
        var rest = text.lowercased()[...]
        if rest.hasPrefix("urn:uuid:") { rest = rest.dropFirst("urn:uuid:".count) }
        // The one of zeros alone, and the one of ones, stand for none.
        guard rest.utf8.count == 36, let uuid = UUID(uuidString: String(rest)), Set(rest).count > 2 else { return nil }
        return uuid.uuidString.lowercased()
    }

    /// Its first two parts are the same in capital letters (RFC 8141, 3.1).
    private static func plainURN(_ text: String) -> DatasetKey? {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "urn", !parts[1].isEmpty, !parts[2].isEmpty,
            !text.contains(where: \.isWhitespace)
        else { return nil }
        return .address("urn:\(parts[1].lowercased()):\(parts[2])")
    }

    private static func plainAddress(_ text: String) -> DatasetKey? {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), var host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        if host.hasPrefix("www.") { host.removeFirst("www.".count) }
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        if Self.archives.contains(host), let last = path.split(separator: "/").last, let number = Self.number(last) {
            return .accession(number)
        }
        let behind =
            (parts.percentEncodedQuery.map { "?\($0)" } ?? "") + (parts.percentEncodedFragment.map { "#\($0)" } ?? "")
        // A portal's front door names no dataset.
        guard !path.isEmpty || !behind.isEmpty else { return nil }
        let port = parts.port.flatMap { $0 == (scheme == "http" ? 80 : 443) ? nil : ":\($0)" } ?? ""
        return .address(host + port + path + behind)
    }

    /// Whose addresses end in an accession number.
    private static let archives: Set<String> = ["ega-archive.org", "identifiers.org"]
}

extension DatasetSummary {
    /// What it is called everywhere: by its identifier, and by its id where that is such a name.
    public var keys: Set<DatasetKey> { Set([identifier, id.rawValue].compactMap(\.self).compactMap(DatasetKey.init)) }
}
