import Foundation

/// The formats of `GET /api/v1/datasets/{id}.{format}`.
enum ExportFormat: String, CaseIterable {
    case jsonld, rdf, ttl

    var mediaType: String {
        switch self {
        case .jsonld: "application/ld+json"
        case .rdf: "application/rdf+xml"
        case .ttl: "text/turtle"
        }
    }

    func write(_ graph: DatasetGraph) -> String {
        switch self {
        case .jsonld: JSONLDWriter.write(graph)
        case .rdf: RDFXMLWriter.write(graph)
        case .ttl: TurtleWriter.write(graph)
        }
    }
}

/// Turtle, https://www.w3.org/TR/turtle/.
enum TurtleWriter {
    static func write(_ graph: DatasetGraph) -> String {
        let prefixes = DatasetGraph.prefixes.map { "@prefix \($0.0): <\($0.1)> .\n" }.joined()
        return "\(prefixes)\n<\(IRI.escaped(graph.subject))> a \(graph.type)\(list(graph.properties)) .\n"
    }

    private static func list(_ properties: [DatasetGraph.Property]) -> String {
        properties.map { " ;\n    \($0.name) \(term($0.value))" }.joined()
    }

    private static func term(_ term: DatasetGraph.Term) -> String {
        switch term {
        case .iri(let address): "<\(IRI.escaped(address))>"
        case .text(let text): "\"\(escaped(text))\""
        case .dateTime(let text): "\"\(escaped(text))\"^^xsd:dateTime"
        case .node(let type, let properties): "[ a \(type)\(list(properties)) ]"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// RDF/XML, https://www.w3.org/TR/rdf-syntax-grammar/.
enum RDFXMLWriter {
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    static func write(_ graph: DatasetGraph) -> String {
        let names = ([("rdf", rdf)] + DatasetGraph.prefixes).map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF\(names)>
            <\(graph.type) rdf:about="\(escaped(IRI.escaped(graph.subject)))">
            \(list(graph.properties))</\(graph.type)>
            </rdf:RDF>

            """
    }

    private static func list(_ properties: [DatasetGraph.Property]) -> String {
        properties.map { element($0) + "\n" }.joined()
    }

    private static func element(_ property: DatasetGraph.Property) -> String {
        let name = property.name
        return switch property.value {
        case .iri(let address): "<\(name) rdf:resource=\"\(escaped(IRI.escaped(address)))\"/>"
        case .text(let text): "<\(name)>\(escaped(text))</\(name)>"
        case .dateTime(let text):
            "<\(name) rdf:datatype=\"http://www.w3.org/2001/XMLSchema#dateTime\">\(escaped(text))</\(name)>"
        case .node(let type, let properties): "<\(name)><\(type)>\n\(list(properties))</\(type)></\(name)>"
        }
    }

    /// Characters that XML cannot hold, not even escaped, become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\r": result += "&#13;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Addresses within `<…>` or an attribute.
enum IRI {
    /// Percent-encodes what no IRI may hold.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
                || "<>\"{}|^`\\".unicodeScalars.contains(scalar)
            {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.count == 1 ? "0" : "") + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
