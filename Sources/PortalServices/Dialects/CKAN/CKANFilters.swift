import JSONStream
import PortalDomain

/// What a search of a CKAN can be narrowed by.
enum CKANFilters {
    /// What every CKAN counts.
    static let core = ["organization", "groups", "tags", "res_format", "license_id"]
    /// What GDI's extension has besides.
    static let extended = core + ["access_rights", "theme", "publisher_name"]

    /// Points in time that every CKAN indexes.
    static let dates: [Filter] = [("metadata_modified", "Modified"), ("metadata_created", "Added")].map { key, label in
        Filter(
            key: FilterKey(source: source, key: key), kind: .dateTime, label: label,
            operators: [.greaterOrEqual, .lessOrEqual, .equal, .greater, .less])
    }

    static let source = "ckan"

    private static let labels = [
        "organization": "Organisation", "groups": "Group", "tags": "Keyword", "res_format": "Format",
        "license_id": "Licence", "access_rights": "Access rights", "theme": "Theme", "publisher_name": "Publisher",
    ]

    /// From `search_facets`, or from `facets` of older versions, in the order in which they were asked for.
    static func filters(in result: JSONValue, asked: [String], languages: [String]) -> [Filter] {
        asked.compactMap { key in
            let values = values(in: result, of: key, languages: languages)
            guard !values.isEmpty else { return nil }
            let title = CKANText(languages: languages).plain(result["search_facets"][key]["title"]).label
            return Filter(
                key: FilterKey(source: source, key: key), kind: .dropdown,
                // A CKAN that knows no better gives the key as the title.
                label: title.flatMap { $0 == key ? nil : $0 } ?? labels[key] ?? DetailText.label(key), values: values,
                operators: [.equal, .not])
        }
    }

    /// Most frequent first.
    static func values(in result: JSONValue, of key: String, languages: [String]) -> [FilterValue] {
        let text = CKANText(languages: languages)
        let items = result["search_facets"][key]["items"].list.compactMap { item -> FilterValue? in
            let bare: String? = if case .object = item { nil } else { item.text }
            guard let name = item["name"].text ?? bare else { return nil }
            // Extensions for several languages give the label in all of them.
            let label = text.plain(item["display_name"]).label ?? text.plain(item["title"]).label
            return FilterValue(term: LabelledValue(value: name, label: label ?? name), count: item["count"].count)
        }
        let known =
            items.isEmpty
            ? result["facets"][key].fields.map { name, count in
                FilterValue(term: LabelledValue(value: name, label: name), count: count.count)
            } : items
        return known.sorted { ($1.count ?? 0, $0.term.label) < ($0.count ?? 0, $1.term.label) }
    }
}
