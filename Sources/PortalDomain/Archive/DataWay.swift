/// A way to the data of a dataset that somebody has access to: which service, from where that is known, and what is typed
/// for it. Never a token among it: arguments are seen by everybody on a machine.
public struct DataWay: Hashable, Sendable {
    /// What a service speaks.
    public enum Kind: String, CaseIterable, Sendable {
        /// The download service of a Sensitive Data Archive.
        case sda
        /// Parts of reads and variants (GA4GH).
        case htsget
        /// Objects by their id (GA4GH).
        case drs
        /// The European Genome-phenome Archive's own client.
        case ega
        /// Files of Crypt4GH in an outbox.
        case sftp
        /// A secure processing environment, which the data does not leave.
        case workspace
        /// A file at an address.
        case web
    }

    /// From where a way is known.
    public enum Source: Hashable, Sendable {
        /// A distribution of the dataset in the catalogue, by its title.
        case distribution(String)
        /// The profile's `data:`.
        case configuration
        /// The demo portal's own.
        case demo
        /// The dataset's identifier is one of the archive that hands it out.
        case identifier
    }

    /// What the service speaks.
    public var kind: Kind
    /// Of the service, or of the environment; nil where it needs none.
    public var address: String?
    /// From where it is known.
    public var source: Source
    /// For a shell, one after the other. Empty where an address says all.
    public var lines: [String]

    public init(_ kind: Kind, _ address: String?, from source: Source, lines: [String] = []) {
        self.kind = kind
        self.address = address
        self.source = source
        self.lines = lines
    }
}

/// Finds the ways to a dataset's data. Pure.
public struct DataWays: Sendable {
    /// The dataset's name in access management and in archives.
    var dataset: String
    /// Where the data goes; nil where the person has not said so.
    var folder: String?

    public init(of dataset: String, into folder: String? = nil) {
        self.dataset = dataset
        self.folder = folder
    }

    /// All ways, each once: those that the catalogue names first, then those that were configured.
    public func all(
        _ distributions: [Distribution], configured: [(DataWay.Kind, String)], source: DataWay.Source = .configuration
    ) -> [DataWay] {
        var ways = distributions.flatMap { distribution in named(by: distribution) }
        ways += configured.map { way($0.0, $0.1, source) }
        if accession != nil, !ways.contains(where: { $0.kind == .ega }) { ways.append(way(.ega, nil, .identifier)) }
        var seen: Set<String> = []
        return ways.filter { seen.insert("\($0.kind) \($0.address ?? "")").inserted }
    }

    /// The archive's own id of a study, a dataset or a file, in which the dataset's name is or ends: `EGAD00001000001`.
    private var accession: String? {
        let words = dataset.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.last { word in
            ["EGAS", "EGAD", "EGAF"].contains(word.prefix(4)) && word.utf8.count == 15
                && word.dropFirst(4).utf8.allSatisfy { (0x30...0x39).contains($0) }
        }.map(String.init)
    }

    // MARK: - What a distribution says

    /// What it says of itself that a service may be known by.
    private func named(by distribution: Distribution) -> [DataWay] {
        let source = DataWay.Source.distribution(distribution.title)
        let addresses = [distribution.accessURL, distribution.downloadURL].compactMap(\.self)
        let facts = distribution.entries.filter { ["Conforms to", "Access service"].contains($0.label) }.flatMap(
            \.values)
        let said = facts + [distribution.title, distribution.format ?? ""]
        var ways = (addresses + facts).filter { $0.lowercased().hasPrefix("drs://") }.map { way(.drs, $0, source) }
        let isWeb: (String) -> Bool = { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
        ways += addresses.filter { $0.hasPrefix("sftp://") }.map { way(.sftp, $0, source) }
        guard let address = addresses.first(where: isWeb) ?? facts.first(where: isWeb) else { return ways }
        if let kind = Self.kind(of: said, address) {
            ways.append(way(kind, kind == .ega ? nil : Self.base(address, kind), source))
        } else if let file = distribution.downloadURL, isWeb(file) {
            ways.append(way(.web, file, source))
        }
        return ways
    }

    private static func kind(of said: [String], _ address: String) -> DataWay.Kind? {
        let text = said.joined(separator: " ").lowercased()
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        if words.contains("htsget") || address.lowercased().contains("htsget") { return .htsget }
        if words.contains("sda") || text.contains("sensitive-data-archive") || text.contains("sensitive data archive") {
            return .sda
        }
        if text.contains("secure processing") || !words.isDisjoint(with: ["spe", "tre"]) { return .workspace }
        if words.contains("drs") { return .drs }
        let host = address.split(separator: "/").dropFirst().first?.lowercased() ?? ""
        return host == "ega-archive.org" || host.hasSuffix(".ega-archive.org") ? .ega : nil
    }

    /// The service's address, where one of its answers is named.
    private static func base(_ address: String, _ kind: DataWay.Kind) -> String {
        guard kind == .htsget else { return address }
        for part in ["/reads/", "/variants/"] {
            if let place = address.firstRange(of: part) { return String(address[..<place.lowerBound]) }
        }
        return address
    }

    // MARK: - What is typed

    private func way(_ kind: DataWay.Kind, _ address: String?, _ source: DataWay.Source) -> DataWay {
        DataWay(kind, address, from: source, lines: lines(kind, address, isDemo: source == .demo))
    }

    private func lines(_ kind: DataWay.Kind, _ address: String?, isDemo: Bool) -> [String] {
        // What begins so is an option to each of these programs, and what has a control character is nobody's id.
        let texts = [dataset, address ?? ""]
        guard !dataset.isEmpty, !texts.contains(where: { $0.hasPrefix("-") || Self.isOdd($0) }) else { return [] }
        let id = Self.quoted(dataset)
        let place = address.map { text in Self.quoted(text.hasSuffix("/") ? String(text.dropLast()) : text) } ?? ""
        // This program has a folder for each dataset; others ask for one.
        let into = folder.map { " --to " + Self.quoted($0) } ?? ""
        switch kind {
        case .sda where isDemo: return ["portal data fetch \(id) --demo\(into)"]
        case .sda:
            return [
                "portal data fetch \(id)\(into)",
                "sda-cli --config s3cmd-download.conf download --api-version v2 --pubkey ~/.c4gh/key.pub --dataset-id \(id) "
                    + "--url \(place) --outdir \(directory) --dataset",
            ]
        case .htsget:
            let reads = Self.quoted("\(Self.unslashed(address ?? ""))/reads/\(Self.segment(dataset))")
            return [
                "HTS_AUTH_LOCATION=TOKEN-FILE samtools view -b -o reads.bam \(reads)",
                Self.htsget + " \(reads) reads.bam TOKEN-FILE",
            ]
        case .ega:
            return linesOfEGA(accession ?? dataset)
        case .sftp:
            let server = Self.unslashed(address ?? "")
            return ["sftp \(Self.quoted(server.hasPrefix("sftp://") ? server : "sftp://\(server)"))"]
        case .web: return ["curl --fail --location --remote-name --continue-at - \(place)"]
        case .drs, .workspace: return []
        }
    }

    /// The client of PyPI takes a token as an argument alone when it is a program, and out of a file when it is a library.
    private static let htsget =
        "python3 -c 'import htsget, sys; htsget.get(sys.argv[1], open(sys.argv[2], \"wb\"), "
        + "bearer_token=open(sys.argv[3]).read().strip())'"

    private var directory: String { folder.map(Self.quoted) ?? "DIR" }

    /// For pyega3 5.2, whose credentials stand in a file of the person's own. It knows datasets and files; a study's
    /// datasets have ids of their own, which are among those that it lists.
    private func linesOfEGA(_ accession: String) -> [String] {
        let client = "pyega3 -cf credentials.json"
        // It makes no folder by itself.
        func fetch(_ id: String) -> String {
            "mkdir -p \(directory) && \(client) fetch \(id) --output-dir \(directory)"
        }
        return switch accession.prefix(4) {
        case "EGAS": ["\(client) datasets", "\(client) files DATASET", fetch("DATASET")]
        case "EGAF": [fetch(accession)]
        default: ["\(client) files \(accession)", fetch(accession)]
        }
    }

    private static func unslashed(_ text: String) -> String { text.hasSuffix("/") ? String(text.dropLast()) : text }

    private static func isOdd(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
    }

    /// As one word of a shell.
    package static func quoted(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || Array("-_./:@%+,".utf8).contains(byte)
        }
        return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// As one part of an address.
    private static func segment(_ text: String) -> String {
        text.utf8.map { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~": String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
