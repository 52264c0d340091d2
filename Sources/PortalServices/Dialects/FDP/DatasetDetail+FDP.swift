import JSONStream
import LinkedData
import PortalDomain

extension DatasetDetail {
    /// - Parameters:
    ///   - id: by which it is opened.
    ///   - files: the records of its distributions.
    ///   - titles: of other datasets, by their names.
    init?(
        fdp record: FDPRecord, id: String, catalogue: String?, files: [JSONValue], titles: [String: String] = [:]
    ) {
        let wire = record.record(id: id, catalogue: catalogue, distributions: files, titles: titles)
        self.init(wire: wire, requested: DatasetID(id))
        // Where there is no page for people, its name is an address at which something of it is found.
        if url == nil, DetailText.isAddress(id) { url = id }
    }
}

extension FDPRecord {
    /// By which one without a name is told from others.
    var identifierText: String? { identifier?.text }

    /// As far as the same document describes them.
    var describedDistributions: [JSONValue] {
        distributions.map { FDPRecord($0, in: values.graph, languages: values.languages).distribution(named: $0.iri) }
    }

    /// - Parameter name: stands in where it has no title.
    func distribution(named name: String?) -> JSONValue {
        guard case .object(var fields) = distribution else { return distribution }
        if fields["title"] == nil, let name { fields["title"] = .string(name) }
        return .object(fields)
    }
}

extension RDFGraph {
    /// Enough is said of a dataset that its own document need not be asked for.
    func isSaid(of dataset: RDFTerm) -> Bool {
        !self[dataset, FDPName.dct + "title"].isEmpty && !self[dataset, FDPName.dct + "description"].isEmpty
    }
}

extension FDPTerm {
    /// For a sentence: where something lies; nil for what is no address.
    static func host(_ name: String) -> String? {
        let parts = name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        return parts.count > 1 && parts[0].hasSuffix(":") ? String(parts[1].prefix(100)) : nil
    }
}

/// A text of a document on one line.
enum JSONText {
    static func line(_ text: String?) -> String? { text.flatMap { JSONValue.string($0).label } }
}
