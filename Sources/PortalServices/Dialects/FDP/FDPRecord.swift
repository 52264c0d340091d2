import JSONStream
import LinkedData
import PortalDomain

/// A dataset as DCAT and HealthDCAT-AP describe it, made into the record that discovery.yaml describes, which is made
/// after them: so everything is shown in the same places.
struct FDPRecord: Sendable {
    let values: FDPValue
    let node: RDFTerm

    init(_ node: RDFTerm, in graph: RDFGraph, languages: [String]) {
        self.node = node
        values = FDPValue(graph: graph, languages: languages)
    }

    /// - Parameters:
    ///   - id: by which it is opened.
    ///   - catalogue: that it was found in.
    ///   - distributions: their records.
    ///   - titles: of other datasets, by their names.
    func record(
        id: String, catalogue: String?, distributions: [JSONValue], titles: [String: String] = [:]
    ) -> JSONValue {
        var record: [String: JSONValue] = [:]
        for (predicate, objects) in values.graph[node] where !Self.isInternal(predicate) {
            let field = Self.fields[predicate] ?? Field(FDPTerm.field(predicate), .plain)
            let value = values.value(objects, as: field.form)
            guard value != .null, value != .array([]) else { continue }
            record[field.key] = value
        }
        record["id"] = .string(id)
        record["uri"] = node.iri.map(JSONValue.string) ?? .null
        record["title"] = first(FDPName.dct + "title", FDPName.label)
        record["identifier"] = identifier ?? .string(id)
        record["createdAt"] = first(FDPName.dct + "issued", FDPName.fdp + "metadataIssued")
        record["modifiedAt"] = first(FDPName.dct + "modified", FDPName.fdp + "metadataModified")
        record["catalogue"] = catalogue.map(JSONValue.string) ?? .null
        record["isSeries"] = .bool(types.contains(FDPName.series))
        record["distributions"] = .array(distributions)
        record["accessRights"] = values.terms(rights)
        record["inSeries"] = .array(
            values.graph[node, FDPName.dcat + "inSeries"].compactMap { series in
                guard let name = series.iri else { return nil }
                guard let title = values.label(of: series) ?? titles[name] else { return .string(name) }
                return .object(["id": .string(name), "title": .string(title)])
            })
        return .object(record)
    }

    /// The nodes of its distributions.
    var distributions: [RDFTerm] { values.graph[node, FDPName.dcat + "distribution"].filter(\.isNode) }

    var types: [String] { values.graph[node, FDPName.type].compactMap(\.iri) }

    private func first(_ predicates: String...) -> JSONValue {
        predicates.lazy.map { values.text(values.graph[node, $0]) }.first { $0 != .null } ?? .null
    }

    /// A text, or a node with one.
    var identifier: JSONValue? {
        let own = values.graph[node, FDPName.dct + "identifier"]
        let texts = own.compactMap { $0.text ?? $0.iri ?? nil }
        return texts.first { !$0.isBlank }.map(JSONValue.string)
    }

    /// Points write a node of their own for it, of which they then say nothing.
    private var rights: [RDFTerm] {
        values.graph[node, FDPName.dct + "accessRights"].filter { right in
            guard let name = right.iri, let own = node.iri, name.hasPrefix(own) else { return true }
            return values.label(of: right) != nil
        }
    }

    /// What is about the description, or says what is known without it.
    private static func isInternal(_ predicate: String) -> Bool {
        predicate.hasPrefix(FDPName.fdp) || predicate.hasPrefix(FDPName.ldp) || predicate.hasPrefix(FDPName.sio)
            || [
                FDPName.type, FDPName.label, FDPName.dct + "isPartOf", FDPName.dcat + "distribution",
                FDPName.dcat + "inSeries", FDPName.foaf + "isPrimaryTopicOf",
            ].contains(predicate)
    }
}
