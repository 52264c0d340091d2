import Foundation

/// A dataset in DCAT terms, once for the three formats it can be exported in.
struct DatasetGraph {
    enum Term {
        case iri(String)
        case text(String)
        case dateTime(String)
        case node(type: String, [Property])
    }

    struct Property {
        /// A prefixed name such as `dct:title`.
        let name: String
        let value: Term
    }

    static let prefixes = [
        ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    let subject: String
    let type: String
    let properties: [Property]

    init(_ record: CatalogueRecord) {
        subject = "urn:x-portal-demo:dataset:\(Self.percentEncoded(record.id))"
        type = record.isSeries ? "dcat:DatasetSeries" : "dcat:Dataset"
        var properties = [
            Property(name: "dct:identifier", value: .text(record.identifier)),
            Property(name: "dct:title", value: .text(record.title)),
        ]
        func add(_ name: String, _ value: Term?) {
            if let value { properties.append(Property(name: name, value: value)) }
        }
        add("dct:description", record.description.map(Term.text))
        add("dct:publisher", record.publisher.map { .node(type: "foaf:Agent", [Self.named("foaf:name", $0)]) })
        for keyword in record.keywords { add("dcat:keyword", .text(keyword)) }
        for theme in record.themes { add("dcat:theme", .iri(Vocabulary.theme(theme).value)) }
        add("dct:accessRights", record.accessRights.map { .iri(Vocabulary.accessRights($0).value) })
        add("dct:issued", CatalogueDate.wire(record.created).map(Term.dateTime))
        add("dct:modified", CatalogueDate.wire(record.modified).map(Term.dateTime))
        add("dcat:landingPage", record.url.map(Self.address))
        for distribution in record.distributions { add("dcat:distribution", Self.distribution(distribution)) }
        self.properties = properties
    }

    private static func distribution(_ distribution: CatalogueDistribution) -> Term {
        let properties = [
            distribution.title.map { named("dct:title", $0) },
            distribution.format.map { named("dct:format", $0) },
            distribution.accessUrl.map { Property(name: "dcat:accessURL", value: address($0)) },
        ]
        return .node(type: "dcat:Distribution", properties.compactMap(\.self))
    }

    private static func named(_ name: String, _ text: String) -> Property {
        Property(name: name, value: .text(text))
    }

    /// An address where the text is one; catalogues also put prose there.
    private static func address(_ text: String) -> Term {
        let isAddress = ["http://", "https://", "ftp://", "s3://", "arn:", "urn:", "mailto:"].contains(
            where: text.hasPrefix)
        return isAddress && !text.contains(where: \.isWhitespace) ? .iri(text) : .text(text)
    }

    private static func percentEncoded(_ text: String) -> String {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
            .union(CharacterSet(charactersIn: "-._~"))
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "unnamed"
    }
}
