import FoundationEssentials
import JSONStream
import PortalDomain

/// A row of the last results, as `KeptResultsFormat` writes it. What a record does not say is left out.
extension DatasetSummary {
    var keptValue: JSONValue {
        var fields: [String: JSONValue] = [
            "id": .string(id.rawValue), "title": .string(title), "description": .string(description),
            "publishers": .array(publishers.map(JSONValue.string)), "themes": .array(themes.map(\.keptValue)),
            "keywords": .array(keywords.map(JSONValue.string)), "accessLevel": .string(accessLevel.rawValue),
        ]
        fields["identifier"] = identifier.map(JSONValue.string)
        fields["catalogue"] = catalogue.map(JSONValue.string)
        fields["created"] = created.map(\.keptValue)
        fields["modified"] = modified.map(\.keptValue)
        fields["accessRights"] = accessRights?.keptValue
        fields["individuals"] = individuals.map { .integer(Int64($0)) }
        fields["records"] = records.map { .integer(Int64($0)) }
        fields["distributionCount"] = distributionCount.map { .integer(Int64($0)) }
        fields["coverageStart"] = coverageStart.map(\.keptValue)
        fields["coverageEnd"] = coverageEnd.map(\.keptValue)
        if isSeries { fields["isSeries"] = .bool(true) }
        fields["isInSeries"] = isInSeries.map(JSONValue.bool)
        if isExternallyGoverned { fields["isExternallyGoverned"] = .bool(true) }
        fields["workflow"] = workflow.map(JSONValue.string)
        fields["resource"] = resource.map(JSONValue.string)
        return .object(fields)
    }

    init?(kept json: JSONValue) {
        guard let id = json["id"].string, let title = json["title"].string,
            let description = json["description"].string, let publishers = json["publishers"].each(\.string),
            let themes = json["themes"].each(LabelledValue.init), let keywords = json["keywords"].each(\.string),
            let level = json["accessLevel"].string.flatMap(AccessLevel.init(rawValue:))
        else { return nil }
        self.init(
            id: DatasetID(id), identifier: json["identifier"].string, title: title, description: description,
            publishers: publishers, themes: themes, keywords: keywords, catalogue: json["catalogue"].string,
            created: json["created"].date, modified: json["modified"].date,
            accessRights: LabelledValue(kept: json["accessRights"]), accessLevel: level,
            individuals: json["individuals"].int, records: json["records"].int,
            distributionCount: json["distributionCount"].int, coverageStart: json["coverageStart"].date,
            coverageEnd: json["coverageEnd"].date, isSeries: json["isSeries"] == .bool(true),
            isExternallyGoverned: json["isExternallyGoverned"] == .bool(true))
        workflow = json["workflow"].string
        resource = json["resource"].string
        if case .bool(let isInSeries) = json["isInSeries"] { self.isInSeries = isInSeries }
    }
}

extension LabelledValue {
    fileprivate var keptValue: JSONValue { .array([.string(value), .string(label)]) }

    fileprivate init?(kept json: JSONValue) {
        guard case .array(let parts) = json, parts.count == 2, let value = parts[0].string, let label = parts[1].string
        else { return nil }
        self.init(value: value, label: label)
    }
}

extension Date {
    fileprivate var keptValue: JSONValue { .number(timeIntervalSinceReferenceDate) }
}

/// What was written is read as it was written: nothing here guesses, as reading services' answers does.
extension JSONValue {
    var string: String? { if case .string(let text) = self { text } else { nil } }

    var int: Int? { if case .integer(let number) = self { Int(exactly: number) } else { nil } }

    var date: Date? {
        switch self {
        case .number(let seconds): Date(timeIntervalSinceReferenceDate: seconds)
        // A whole number is written without a fraction.
        case .integer(let seconds): Date(timeIntervalSinceReferenceDate: Double(seconds))
        default: nil
        }
    }

    /// Nil unless it is a list, and every element of it is understood.
    func each<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
        guard case .array(let values) = self else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values {
            guard let element = read(value) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
