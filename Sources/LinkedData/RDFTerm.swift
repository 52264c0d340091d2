/// What stands at a place of an RDF statement.
package enum RDFTerm: Hashable, Sendable {
    /// An absolute IRI; of a document that is at fault also a relative one.
    case iri(String)
    /// A node without a name, by a label that is good within its document only.
    case blank(String)
    /// A text: with the language that it is in, or with the IRI of its datatype.
    case literal(String, language: String? = nil, datatype: String? = nil)

    /// The IRI; nil for anything else.
    package var iri: String? { if case .iri(let iri) = self { iri } else { nil } }

    /// The text of a literal; nil for nodes.
    package var text: String? { if case .literal(let text, _, _) = self { text } else { nil } }

    /// Whether something can be said of it.
    package var isNode: Bool { if case .literal = self { false } else { true } }
}
