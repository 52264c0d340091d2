import JSONStream
import PortalDomain

extension Filter {
    /// `Filter` of discovery.yaml.
    ///
    /// - Returns: nil when it could not be used in a search: without a key, or of an unknown type.
    init?(wire value: JSONValue) {
        guard let key = value["key"].text else { return nil }
        guard let kind = FilterKind(rawValue: value["type"].text?.uppercased() ?? "DROPDOWN") else { return nil }
        let entries = value["entries"].list.compactMap { entry in
            entry["key"].text.map { FilterValue(term: LabelledValue(value: $0, label: entry["label"].label ?? $0)) }
        }
        self.init(
            key: FilterKey(source: value["source"].text ?? "ckan", key: key),
            group: value["group"].label,
            kind: kind,
            label: value["label"].label ?? key,
            help: HelpText(wire: value["helpText"])?.words,
            values: kind == .entries ? entries : value["values"].list.compactMap(FilterValue.init(wire:)),
            operators: Self.operators(value["operators"], kind, source: value["source"].text ?? "ckan"),
            minimum: value["range"]["min"].text,
            maximum: value["range"]["max"].text)
    }

    /// A filter that names none has those that the contract gives as its default. Of a value that is one of a list, or
    /// that the catalogue looks for as a text, the service looks at no sign at all: it has = alone.
    private static func operators(_ value: JSONValue, _ kind: FilterKind, source: String) -> [FacetOperator] {
        if kind == .dropdown || kind == .freeText && source != "beacon" { return [.equal] }
        return value.isNull
            ? [.equal, .greater, .less, .greaterOrEqual, .lessOrEqual]
            : value.texts.compactMap(FacetOperator.init(rawValue:))
    }
}

extension FilterValue {
    /// `ValueLabel` of discovery.yaml.
    init?(wire value: JSONValue) {
        guard let term = value.term else { return nil }
        self.init(term: term, count: value["count"].count)
    }
}

/// `HelpText` of discovery.yaml: a text, and links with labels.
struct HelpText: Hashable {
    var words: String

    init?(wire value: JSONValue) {
        guard !value.isNull else { return nil }
        let addresses = value["link"]["value"].texts
        let labels = value["link"]["label"].texts
        let links = addresses.enumerated().map { index, address in
            index < labels.count && labels[index] != address ? "\(labels[index]): \(address)" : address
        }
        let text: String? = if case .string = value { value.text } else { value["text"].text }
        let lines = [text].compactMap(\.self) + links
        guard !lines.isEmpty else { return nil }
        words = lines.joined(separator: "\n")
    }
}
