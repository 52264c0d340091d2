import JSONStream
import PortalDomain

/// A dataset as CKAN has it, made into the record that discovery.yaml describes: that is how GDI's own discovery
/// service reads CKAN too, and it lets everything be shown in the same places.
struct CKANPackage {
    /// With extras beside the other fields and every value in plain form.
    private var fields: [String: JSONValue]
    private let text: CKANText

    /// - Returns: nil when it is no object.
    init?(_ value: JSONValue, languages: [String]) {
        guard case .object(let all) = value, !all.isEmpty else { return nil }
        text = CKANText(languages: languages)
        fields = [:]
        // Fields of the schema come after extras, so that they win.
        for extra in all["extras"]?.list ?? [] {
            guard let key = extra["key"].text, !extra["value"].isNull else { continue }
            fields[key] = text.plain(extra["value"])
        }
        for (key, value) in all where key != "extras" && !value.isNull {
            let plain = text.plain(value)
            // A field that nobody filled in hides nothing of the same name.
            if fields[key] == nil || !Self.isEmpty(plain) { fields[key] = plain }
        }
        for (key, value) in all where key.hasSuffix("_translated") {
            let plain = text.plain(value)
            if plain.text != nil { fields[String(key.dropLast("_translated".count))] = plain }
            fields[key] = nil
        }
    }

    /// The first that says something.
    private subscript(keys: String...) -> JSONValue {
        keys.lazy.compactMap { fields[$0] }.first { !Self.isEmpty($0) && !Self.isNothing($0) } ?? .null
    }

    /// "Nothing" as programs write it where a text belongs.
    private static func isNothing(_ value: JSONValue) -> Bool {
        guard case .string(let text) = value else { return false }
        return ["null", "None", "undefined", "NaN"].contains(text.trimmed)
    }

    /// As `SearchedDataset` and `RetrievedDataset` of discovery.yaml.
    var record: JSONValue {
        var record: [String: JSONValue] = [:]
        for (key, value) in fields where !CKANFields.internalOfPackage.contains(key) && !Self.isEmpty(value) {
            record[CKANFields.ofPackage[key] ?? key] = value
        }
        record["id"] = self["id", "name"]
        record["identifier"] = self["identifier", "guid", "name", "id"]
        record["title"] = title
        record["description"] = CKANText.joined(self["notes", "description"], by: "\n\n")
        record["keywords"] = keywords
        record["publishers"] = publishers
        record["ownerOrg"] = .string(
            self["organization"]["title"].text ?? self["organization"]["name"].text ?? self["owner_org"].text ?? "")
        record["contacts"] = contacts
        record["themes"] = .array(self["theme"].list + self["groups"].list.compactMap(Self.group))
        record["catalogue"] = self["harvest_source_title"]
        record["createdAt"] = self["issued", "release_date", "metadata_created"]
        record["modifiedAt"] = self["modified", "metadata_modified"]
        record["accessRights"] = accessRights
        record["temporalCoverage"] = .array(coverage)
        record["isSeries"] = .bool(self["type"].term?.value == "dataset_series")
        record["distributions"] = .array(self["resources"].list.compactMap { resource($0) })
        record["samples"] = .array(self["sample"].list.compactMap { resource($0) })
        record["analytics"] = .array(self["analytics"].list.compactMap { resource($0) })
        record["licence"] = self["license_title", "license_id"]
        record["licenceAddress"] = self["license_url"]
        return .object(record.filter { !Self.isEmpty($0.value) })
    }

    /// A dataset that is not to be seen by everybody says so wherever it is shown.
    private var title: JSONValue {
        let title = CKANText.joined(self["title", "display_name", "name"], by: "; ")
        guard let state = self["state"].text, ["deleted", "draft"].contains(state), let words = title.text else {
            return title
        }
        return .string("\(words) (\(state))")
    }

    private var keywords: JSONValue {
        let tags = self["tags", "tags_translated", "keyword", "keywords"].list
        return .array(
            tags.compactMap { ($0["display_name"].text ?? $0["label"].text ?? $0.text).map(JSONValue.string) })
    }

    private var publishers: JSONValue {
        let named = self["publisher"]
        if !Self.isEmpty(named) { return named }
        let name =
            self["publisher_name"].text ?? self["organization"]["title"].text ?? self["organization"]["name"].text
        return name.map { .array([.object(["name": .string($0)])]) } ?? .array([])
    }

    /// Whoever can be asked, best first.
    private var contacts: JSONValue {
        let listed = self["contact", "contact_point"].list
        let pairs = [
            ("contact_name", "contact_email"), ("contact-name", "contact-email"), ("maintainer", "maintainer_email"),
            ("author", "author_email"),
        ]
        let written = pairs.compactMap { name, email -> JSONValue? in
            // What stands behind a line break in an address would be another header where it is written to.
            let email = CKANText.joined(self[email], by: ", ").text?.trimmed.prefix { !$0.isNewline }
            let name = line(of: name)
            guard let shown = name ?? email.map(String.init) else { return nil }
            return .object(["name": .string(shown), "email": email.map { .string(String($0)) } ?? .null])
        }
        return .array(listed + written)
    }

    /// Of one or several texts, in one line.
    private func line(of key: String) -> String? {
        let text = CKANText.joined(self[key], by: ", ").text
        return text.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed }
    }

    /// Where nothing is said of access, whether the dataset itself is hidden, and whether its licence is an open one.
    private var accessRights: JSONValue {
        let rights = self["access_rights"]
        if rights.text != nil { return rights }
        if self["private"].flag == true { return .string("private") }
        return self["isopen"].flag == true
            ? .object(["value": .string("open"), "label": .string("Open licence")]) : .null
    }

    private var coverage: [JSONValue] {
        let listed = self["temporal_coverage"].list
        let start = self["temporal_start", "temporal_coverage-from"]
        let end = self["temporal_end", "temporal_coverage-to"]
        guard listed.isEmpty, start.text != nil || end.text != nil else { return listed }
        return [.object(["start": start, "end": end])]
    }

    private func resource(_ value: JSONValue) -> JSONValue? {
        guard case .object(let all) = value, !Self.isEmpty(value) else { return nil }
        var record: [String: JSONValue] = [:]
        for (key, value) in all.sorted(by: { $0.key < $1.key })
        where !CKANFields.internalOfResource.contains(key) && !Self.isEmpty(value) {
            record[CKANFields.ofResource[key] ?? key] = text.plain(value)
        }
        // A resource has one address, of a file or of a page.
        if record["accessUrl"] == nil { record["accessUrl"] = all["url"] }
        if record["title"]?.text == nil { record["title"] = nil }
        return .object(record)
    }

    private static func group(_ value: JSONValue) -> JSONValue? {
        guard let label = value["label"].text ?? value["title"].text ?? value["display_name"].text ?? value.text else {
            return nil
        }
        return .object(["value": .string(value["value"].text ?? value["name"].text ?? label), "label": .string(label)])
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.isBlank
        case .array(let values): values.allSatisfy(isEmpty)
        case .object(let fields): fields.values.allSatisfy(isEmpty)
        default: false
        }
    }
}

extension DatasetSummary {
    init?(ckan value: JSONValue, languages: [String]) {
        guard let package = CKANPackage(value, languages: languages) else { return nil }
        self.init(wire: package.record)
        distributionCount = value["num_resources"].count ?? distributionCount
    }
}

extension SearchResult {
    /// One of `results` of `package_search`.
    init(ckan value: JSONValue, languages: [String]) {
        guard let package = CKANPackage(value, languages: languages) else {
            // A list of names is what some catalogues answer.
            let name = value.text
            self =
                name.map { .dataset(DatasetSummary(id: DatasetID($0), identifier: $0, title: $0)) }
                ?? .unreadable(id: nil, reason: .answer(.noRecord))
            return
        }
        self.init(wire: package.record)
        if case .dataset(var summary) = self, let count = value["num_resources"].count {
            summary.distributionCount = count
            self = .dataset(summary)
        }
    }
}

extension DatasetDetail {
    /// - Parameters:
    ///   - page: of the dataset at the catalogue, where it names none at its source.
    ///   - help: explanations by the names of CKAN's fields.
    init?(
        ckan value: JSONValue, requested: DatasetID, languages: [String], page: String?, help: JSONValue = .null
    ) {
        guard let package = CKANPackage(value, languages: languages), case .object(var record) = package.record else {
            return nil
        }
        // Only of fields that this dataset has: there are explanations of every one that the schema knows.
        var explained: [String: JSONValue] = [:]
        for (key, text) in help.fields.sorted(by: { $0.key < $1.key }) {
            let name = CKANFields.ofPackage[key] ?? key
            if record[name] != nil, explained[name] == nil { explained[name] = .object(["text": text]) }
        }
        if !explained.isEmpty { record["helpText"] = .object(explained) }
        self.init(wire: .object(record), requested: requested)
        if url == nil { url = page }
    }
}
