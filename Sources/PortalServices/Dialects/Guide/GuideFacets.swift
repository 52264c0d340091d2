import JSONStream
import PortalDomain

/// `GET /api/v1/facets`, whose shape the guide leaves open: a list of facets, or an object of lists.
enum GuideFacets {
    static func filters(in answer: JSONValue) -> [Filter]? {
        let facets = answer["facets"].isNull ? answer : answer["facets"]
        switch facets {
        case .array(let list):
            return list.compactMap { facet in
                guard let key = facet["key"].text ?? facet["id"].text ?? facet["name"].text else { return nil }
                let values = facet["values"].isNull ? facet["items"] : facet["values"]
                return filter(key, label: facet["label"].text ?? facet["title"].text, values: values)
            }
        case .object(let fields):
            return fields.sorted { $0.key < $1.key }.compactMap { key, value in
                let values = value["values"].isNull ? value["items"] : value["values"]
                return filter(key, label: value["label"].text, values: values.isNull ? value : values)
            }
        default: return nil
        }
    }

    private static func filter(_ key: String, label: String?, values: JSONValue) -> Filter? {
        guard Self.values(of: key) != nil else { return nil }
        return Filter(
            key: FilterKey(source: source, key: key), kind: .dropdown, label: label ?? DetailText.label(key),
            values: listed(values), operators: [.equal, .not])
    }

    /// `[{value, label, count}]`, `["a", "b"]` or `{"a": 3}`.
    private static func listed(_ values: JSONValue) -> [FilterValue] {
        if case .object(let counts) = values {
            return counts.sorted { $0.key < $1.key }.map { name, count in
                FilterValue(term: LabelledValue(value: name, label: name), count: count.count)
            }
        }
        return values.list.compactMap { value in
            let name = value["value"].text ?? value["id"].text ?? value["key"].text ?? value["name"].text ?? value.text
            guard let name else { return nil }
            return FilterValue(
                term: LabelledValue(value: name, label: value["label"].text ?? value["name"].text ?? name),
                count: value["count"].count)
        }
    }

    static let source = "guide"

    /// The contract's search takes no facets. They are kept to here, by what a found dataset says of itself; a facet
    /// that a dataset says nothing of is not offered.
    static func groupings(for facets: [FacetSelection]) -> [LocalCatalogue.Grouping] {
        Set(facets.map(\.filter.key)).compactMap { key in
            values(of: key).map { values in
                LocalCatalogue.Grouping(key: FilterKey(source: source, key: key), label: key, values: values)
            }
        }
    }

    private static func values(of key: String) -> (@Sendable (DatasetSummary) -> [LabelledValue])? {
        switch key.lowercased().filter(\.isLetter) {
        case "theme", "themes": { $0.themes }
        case "keyword", "keywords", "tag", "tags": { $0.keywords.map { LabelledValue(value: $0, label: $0) } }
        case "accessrights", "access": { [$0.accessRights].compactMap(\.self) }
        case "publisher", "publishers", "publishername", "organization", "organizations":
            { $0.publishers.map { LabelledValue(value: $0, label: $0) } }
        default: nil
        }
    }
}
