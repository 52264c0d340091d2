import Foundation

/// JSON-LD, https://www.w3.org/TR/json-ld11/.
enum JSONLDWriter {
    static func write(_ graph: DatasetGraph) -> String {
        var object = node(type: graph.type, graph.properties)
        object["@context"] = .object(
            Dictionary(uniqueKeysWithValues: DatasetGraph.prefixes.map { ($0.0, .string($0.1)) }))
        object["@id"] = .string(IRI.escaped(graph.subject))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys, .prettyPrinted]
        // Strings, lists and objects always encode.
        let data = (try? encoder.encode(JSONLDValue.object(object))) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private static func node(type: String, _ properties: [DatasetGraph.Property]) -> [String: JSONLDValue] {
        var object: [String: JSONLDValue] = ["@type": .string(type)]
        for (name, group) in Dictionary(grouping: properties, by: \.name) {
            let values = group.map { value(of: $0.value) }
            object[name] = values.count == 1 ? values[0] : .list(values)
        }
        return object
    }

    private static func value(of term: DatasetGraph.Term) -> JSONLDValue {
        switch term {
        case .iri(let address): .object(["@id": .string(IRI.escaped(address))])
        case .text(let text): .string(text)
        case .dateTime(let text): .object(["@type": .string("xsd:dateTime"), "@value": .string(text)])
        case .node(let type, let properties): .object(node(type: type, properties))
        }
    }
}

private enum JSONLDValue: Encodable {
    case string(String)
    case list([JSONLDValue])
    case object([String: JSONLDValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
