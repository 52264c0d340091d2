import FoundationEssentials
import JSONStream
import LinkedData
import PortalDomain

/// What stands in a document, made into values as discovery.yaml has them.
struct FDPValue: Sendable {
    let graph: RDFGraph
    /// Best first.
    let languages: [String]

    /// The text in the language that is wanted; `.null` where there is none.
    func text(_ objects: [RDFTerm]) -> JSONValue {
        let variants = objects.compactMap { object -> LocalizedText.Variant? in
            guard case .literal(let text, let language, _) = object, !text.isBlank else { return nil }
            return LocalizedText.Variant(language: language ?? "", text: text)
        }
        let chosen = LocalizedText(variants).text(in: languages)
        return chosen.isEmpty ? .null : .string(chosen)
    }

    /// All the texts that are in no language or in one that is wanted; where there are none of those, all.
    func texts(_ objects: [RDFTerm]) -> JSONValue {
        let tagged = objects.compactMap { object -> (text: String, isWanted: Bool)? in
            switch object {
            case .literal(let text, let language, _):
                text.isBlank ? nil : (text, language.map { isWanted($0) } ?? true)
            case .iri(let name): (label(of: object) ?? name, true)
            case .blank: label(of: object).map { ($0, true) }
            }
        }
        let wanted = tagged.filter(\.isWanted)
        return .array((wanted.isEmpty ? tagged : wanted).map { .string($0.text) })
    }

    private func isWanted(_ language: String) -> Bool {
        let tag = Self.primary(language)
        return languages.contains { Self.primary($0) == tag } || (languages.isEmpty && tag == "en")
    }

    private static func primary(_ language: String) -> String {
        language.prefix { $0 != "-" && $0 != "_" && $0 != "." }.lowercased()
    }

    /// Names with labels: of the document, else of the name itself.
    func terms(_ objects: [RDFTerm]) -> JSONValue {
        .array(
            objects.compactMap { object in
                switch object {
                case .literal(let text, _, _): text.isBlank ? nil : .string(text)
                case .iri(let name):
                    .object(["value": .string(name), "label": .string(label(of: object) ?? FDPTerm.label(name))])
                case .blank:
                    label(of: object).map { .object(["value": .string($0), "label": .string($0)]) } ?? nested(object, 0)
                }
            })
    }

    /// Addresses, or what stands in their place.
    func links(_ objects: [RDFTerm]) -> JSONValue {
        .array(objects.compactMap { $0.iri.map(JSONValue.string) ?? plain($0, 0) })
    }

    /// Whoever publishes or answers for something: `{name, email, url}`.
    func agents(_ objects: [RDFTerm]) -> JSONValue {
        .array(
            objects.compactMap { object -> JSONValue? in
                if let text = object.text { return text.isBlank ? nil : .object(["name": .string(text)]) }
                let email = address(
                    object, [FDPName.vcard + "hasEmail", FDPName.foaf + "mbox", FDPName.schema + "email"])
                let page = address(
                    object, [FDPName.vcard + "hasURL", FDPName.foaf + "homepage", FDPName.foaf + "workplaceHomepage"])
                guard let name = label(of: object) ?? email ?? page ?? object.iri else { return nil }
                return .object([
                    "name": .string(name), "email": email.map(JSONValue.string) ?? .null,
                    "url": page.map { .array([.string($0)]) } ?? .null,
                ])
            })
    }

    /// An address by one of the predicates, also where a node stands in between (vCard's `hasValue`).
    private func address(_ node: RDFTerm, _ predicates: [String]) -> String? {
        for object in predicates.flatMap({ graph[node, $0] }) {
            let value = graph[object, FDPName.vcard + "hasValue"].first ?? graph[object, FDPName.vcard + "value"].first
            if let found = (value ?? object).iri ?? (value ?? object).text, !found.isBlank {
                return found.hasPrefix("mailto:") ? String(found.dropFirst(7)) : found
            }
        }
        return nil
    }

    /// `{start, end}`.
    func periods(_ objects: [RDFTerm]) -> JSONValue {
        .array(
            objects.compactMap { object -> JSONValue? in
                let start = text(Self.starts.flatMap { graph[object, $0] })
                let end = text(Self.ends.flatMap { graph[object, $0] })
                return start == .null && end == .null ? nil : .object(["start": start, "end": end])
            })
    }

    private static let starts = [FDPName.dcat + "startDate", FDPName.schema + "startDate"]
    private static let ends = [FDPName.dcat + "endDate", FDPName.schema + "endDate"]

    /// Anything else, for a person to read.
    func plain(_ objects: [RDFTerm]) -> JSONValue {
        let texts = objects.allSatisfy { $0.text != nil } ? self.texts(objects) : .null
        return texts == .null ? .array(objects.compactMap { plain($0, 0) }) : texts
    }

    private func plain(_ object: RDFTerm, _ depth: Int) -> JSONValue? {
        switch object {
        case .literal(let text, _, _): return text.isBlank ? nil : .string(text)
        case .iri(let name):
            if let label = label(of: object) { return .object(["value": .string(name), "label": .string(label)]) }
            return graph.describes(object) ? nested(object, depth) ?? .string(name) : .string(name)
        case .blank: return nested(object, depth)
        }
    }

    /// Nodes name each other in circles: what is deeper than four levels is left out.
    private func nested(_ node: RDFTerm, _ depth: Int) -> JSONValue? {
        guard depth < 4 else { return nil }
        var fields: [String: JSONValue] = [:]
        for (predicate, objects) in graph[node] where predicate != FDPName.type {
            let values = objects.prefix(50).compactMap { plain($0, depth + 1) }
            guard !values.isEmpty else { continue }
            fields[FDPTerm.field(predicate)] = values.count == 1 ? values[0] : .array(values)
        }
        return fields.isEmpty ? nil : .object(fields)
    }

    /// What a node is called, as far as the document says.
    func label(of node: RDFTerm) -> String? {
        for predicate in Self.labels {
            if let text = text(graph[node, predicate]).text { return text }
        }
        return nil
    }

    private static let labels = [
        FDPName.skos + "prefLabel", FDPName.label, FDPName.foaf + "name", FDPName.vcard + "fn",
        FDPName.vcard + "hasFN", FDPName.vcard + "organization-name", FDPName.dct + "title",
        FDPName.schema + "name", FDPName.dct + "description",
    ]
}
