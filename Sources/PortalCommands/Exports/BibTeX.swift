import Foundation
import PortalModel

/// Citations as a BibTeX file. `@misc` is what every style knows; `@dataset` is biblatex's alone.
struct BibTeX {
    private var keys: Set<String> = []

    mutating func entry(_ citation: Citation) -> String {
        var fields: [(String, String)] = []
        if !citation.authors.isEmpty {
            // In braces of its own a name is one: its commas and its "and" divide nothing.
            let names = citation.authors.map { "{\(Self.text($0))}" }.joined(separator: " and ")
            fields.append(("author", "{\(names)}"))
        }
        // A second pair of braces keeps the capitals.
        fields.append(("title", "{{\(Self.text(citation.title))}}"))
        if let issued = citation.issued { fields.append(("year", "{\(issued.year)}")) }
        if let publisher = citation.publisher { fields.append(("publisher", "{\(Self.text(publisher))}")) }
        if let version = citation.version { fields.append(("version", "{\(Self.text(version))}")) }
        if let doi = citation.doi { fields.append(("doi", "{\(Self.verbatim(doi.name))}")) }
        if let url = citation.url { fields.append(("url", "{\(Self.verbatim(url))}")) }
        if let identifier = citation.identifier { fields.append(("note", "{Dataset \(Self.text(identifier))}")) }
        if !citation.keywords.isEmpty {
            fields.append(("keywords", "{\(Self.text(citation.keywords.joined(separator: ", ")))}"))
        }
        let lines = fields.map { "  \($0.0) = \($0.1)" }.joined(separator: ",\n")
        return "@misc{\(key(citation)),\n\(lines)\n}\n"
    }

    /// What TeX acts on, written so that it is shown. No brace may stand alone, whatever is before it: BibTeX counts them.
    private static func text(_ value: String) -> String {
        value.map { character in
            switch character {
            case "\\": "\\textbackslash{}"
            case "{": "\\textbraceleft{}"
            case "}": "\\textbraceright{}"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "#", "$", "%", "&", "_": "\\\(character)"
            default: String(character)
            }
        }.joined()
    }

    /// Styles set an address as it is: only what would end the field is written otherwise (RFC 3986, 2.1).
    private static func verbatim(_ value: String) -> String {
        value.map { character in
            switch character {
            case "\\": "%5C"
            case "{": "%7B"
            case "}": "%7D"
            case _ where character.isWhitespace: "%20"
            default: String(character)
            }
        }.joined()
    }

    /// Of the identifier: letters, digits and what no BibTeX acts on. Two datasets have two keys.
    private mutating func key(_ citation: Citation) -> String {
        let name = citation.doi?.name ?? citation.identifier ?? citation.id.rawValue
        let safe = String(
            name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:/+".contains($0)) ? $0 : "-" })
        let stem = safe.contains { $0.isLetter || $0.isNumber } ? safe : "dataset"
        var number = 1
        while true {
            let key = number == 1 ? stem : "\(stem)-\(number)"
            if keys.insert(key.lowercased()).inserted { return key }
            number += 1
        }
    }
}
