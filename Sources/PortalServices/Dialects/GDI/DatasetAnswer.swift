import JSONStream
import PortalDomain

extension DatasetDetail {
    /// `RetrievedDataset` of discovery.yaml, every field of it.
    ///
    /// - Parameter requested: stands in for an id that the record lacks.
    /// - Returns: nil when the answer is no object.
    init?(wire answer: JSONValue, requested: DatasetID) {
        guard case .object(var fields) = answer, !fields.isEmpty else { return nil }
        if fields["id"]?.text == nil { fields["id"] = .string(requested.rawValue) }
        let record = JSONValue.object(fields)
        guard let summary = DatasetSummary(wire: record) else { return nil }
        self.init(
            summary: summary,
            sections: DetailSections(record).sections,
            distributions: record["distributions"].list.map { Distribution(wire: $0) }
                + record["samples"].list.map { Distribution(wire: $0, kind: "sample") }
                + record["analytics"].list.map { Distribution(wire: $0, kind: "analytics") },
            contacts: record["contacts"].list.compactMap(ContactPoint.init(wire:)),
            url: record["url"].text,
            partOf: DatasetReference.all(in: record),
            creators: Self.names(record["creators"]),
            version: record["version"].text,
            // Of a CKAN: the package's own.
            licence: record["licence"].term?.label,
            dictionary: DataVariable.all(in: record["dataDictionary"]))
    }
}

extension DatasetDetail {
    /// Of agents; nil where there are none.
    fileprivate static func names(_ agents: JSONValue) -> [String]? {
        let names = agents.list.compactMap { agent -> String? in
            let bare: String? = if case .object = agent { nil } else { agent.text }
            return agent["name"].label ?? bare
        }
        return names.isEmpty ? nil : names
    }
}

extension DatasetReference {
    /// `inSeries`, and of `datasetRelationships` those that say so: nothing twice, and no address of another place.
    fileprivate static func all(in record: JSONValue) -> [DatasetReference] {
        let series = record["inSeries"].list.compactMap { value -> DatasetReference? in
            let bare: String? = if case .object = value { nil } else { value.text }
            guard let id = value["id"].text ?? value["identifier"].text ?? bare else { return nil }
            return DatasetReference(id: DatasetID(id), title: value["title"].label ?? id)
        }
        let relations = record["datasetRelationships"].list.compactMap { value -> DatasetReference? in
            let name = (value["relation"].text ?? "").split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? ""
            guard name.lowercased() == "ispartof", let target = value["target"].text,
                !target.contains(where: \.isWhitespace), !target.contains("://")
            else { return nil }
            return DatasetReference(id: DatasetID(target), title: target)
        }
        var known: Set<DatasetID> = []
        return (series + relations).filter { known.insert($0.id).inserted }
    }
}

extension ContactPoint {
    /// `ContactPoint` of discovery.yaml. Its `identifier` is shown with the section "Governance".
    init?(wire value: JSONValue) {
        let email = value["email"].text.map { $0.hasPrefix("mailto:") ? String($0.dropFirst(7)) : $0 }
        let urls = value["url"].texts
        let bare: String? = if case .object = value { nil } else { value.text }
        guard let name = value["name"].label ?? bare ?? email ?? urls.first ?? value["identifier"].text else {
            return nil
        }
        self.init(name: name, email: email, urls: urls)
    }
}

extension Distribution {
    /// `RetrievedDistribution` of discovery.yaml.
    ///
    /// - Parameter kind: what it is besides a distribution proper.
    init(wire value: JSONValue, kind: String? = nil) {
        let size = value["byteSize"].integer.flatMap { $0 < 0 ? nil : $0 }
        var entries = [DetailText.entry("Kind", [kind].compactMap(\.self))]
        if size == nil { entries.append(DetailText.entry("Size", DetailText.lines(value["byteSize"]))) }
        entries += DatasetFields.ofDistribution.map {
            DetailText.entry($0.label, DetailText.lines(value[$0.key], as: $0.form))
        }
        let known = DatasetFields.namedOfDistribution.union(DatasetFields.ofDistribution.map(\.key))
        entries += value.fields.filter { $0.key != "byteSize" && !known.contains($0.key) }
            .sorted { $0.key < $1.key }
            .map { DetailText.entry(DetailText.label($0.key), DetailText.lines($0.value)) }
        let accessURL = value["accessUrl"].text
        let downloadURL = value["downloadUrl"].text
        let bare: String? = if case .object = value { nil } else { value.text }
        self.init(
            title: value["title"].label ?? bare ?? value["format"].term?.label ?? accessURL
                ?? downloadURL ?? "Untitled",
            description: value["description"].text.map(MarkedUpText.plain) ?? "",
            format: value["format"].term?.label,
            mediaType: value["mediaType"].term?.label,
            accessURL: accessURL,
            downloadURL: downloadURL,
            byteSize: size,
            licence: value["license"].term?.label,
            checksum: value["checksum"].text.map { Checksum($0, algorithm: value["checksumAlgorithm"].term?.value) },
            entries: entries.compactMap(\.self))
    }
}
