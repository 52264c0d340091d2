import JSONStream
import PortalDomain

/// Sorts the fields of a dataset into sections: those that the contract knows in their groups, all others in "Other".
struct DetailSections {
    private var record: JSONValue
    private var help: [String: String]

    init(_ record: JSONValue) {
        self.record = record
        help = [:]
        for (key, value) in record["helpText"].fields {
            help[Self.canonical(key)] = HelpText(wire: value)?.words
        }
    }

    var sections: [DetailSection] {
        var sections = DatasetFields.groups.map { group in
            DetailSection(title: group.title, entries: entries(of: group))
        }
        sections.append(DetailSection(title: "Data dictionary", entries: dictionary))
        sections.append(DetailSection(title: "Other", entries: other))
        sections.append(DetailSection(title: "Explanations", entries: explanations(beside: sections)))
        return sections.filter { !$0.entries.isEmpty }
    }

    private func entries(of group: DatasetFields.Group) -> [DetailEntry] {
        var entries = group.fields.compactMap { field in
            DetailText.entry(
                field.label, DetailText.lines(record[field.key], as: field.form), help: help[Self.canonical(field.key)])
        }
        if group.title == "Governance" {
            let identifiers = record["contacts"].list.compactMap { $0["identifier"].text }
            entries += [DetailText.entry("Contact identifiers", identifiers)].compactMap(\.self)
        }
        return entries
    }

    /// Each variable of the dataset by its name.
    private var dictionary: [DetailEntry] {
        record["dataDictionary"].list.compactMap { variable in
            guard let read = DataVariable(wire: variable) else {
                return DetailText.entry("Variable", DetailText.lines(variable))
            }
            let known = [read.type, read.description].compactMap(\.self)
            let others = read.others.map { "\(DetailText.words($0.column)): \($0.value)" }
            return DetailText.entry(read.name ?? "Unnamed", known + others)
        }
    }

    private var other: [DetailEntry] {
        let known = Self.known
        return record.fields.filter { !known.contains($0.key) }
            .sorted { $0.key < $1.key }
            .compactMap { key, value in
                DetailText.entry(DetailText.label(key), DetailText.lines(value), help: help[Self.canonical(key)])
            }
    }

    /// The service's help on fields that stand outside of the sections, as far as the dataset has them: a service sends
    /// its help on all that there are.
    private func explanations(beside sections: [DetailSection]) -> [DetailEntry] {
        let attached = Set(sections.flatMap(\.entries).compactMap(\.help))
        let present = Set(record.fields.filter { !$0.value.saysNothing }.map { Self.canonical($0.key) })
        return record["helpText"].fields.keys.sorted().compactMap { key in
            guard let words = help[Self.canonical(key)], !attached.contains(words),
                present.contains(Self.canonical(key))
            else { return nil }
            return DetailText.entry(DetailText.label(key), [words])
        }
    }

    private static let known = DatasetFields.named
        .union(DatasetFields.groups.flatMap { $0.fields.map(\.key) })
        .union(["dataDictionary"])

    /// Help is keyed by the catalogue's names (`access_rights`) or the contract's (`accessRights`).
    private static func canonical(_ key: String) -> String { key.lowercased().filter { $0 != "_" } }
}

extension JSONValue {
    /// Null, or an empty text, list or object.
    fileprivate var saysNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let values): values.allSatisfy(\.saysNothing)
        case .object(let fields): fields.values.allSatisfy(\.saysNothing)
        case .bool, .integer, .number: false
        }
    }
}

extension DataVariable {
    /// `DatasetDictionaryEntry` of discovery.yaml, and whatever else a service says of a variable.
    ///
    /// - Returns: nil when it is no object.
    init?(wire variable: JSONValue) {
        guard case .object(let fields) = variable else { return nil }
        self.init(
            name: variable["name"].text, type: variable["type"].text, description: variable["description"].text,
            others: fields.filter { !["name", "type", "description"].contains($0.key) }
                .sorted { $0.key < $1.key }
                .flatMap { key, value in DetailText.lines(value).map { Fact(column: key, value: $0) } })
    }

    /// Nil where the catalogue describes none. A name alone is a variable too.
    static func all(in dictionary: JSONValue) -> [DataVariable]? {
        let variables = dictionary.list.compactMap { value in
            DataVariable(wire: value) ?? value.text.map { DataVariable(name: $0) }
        }
        return variables.isEmpty ? nil : variables
    }
}
