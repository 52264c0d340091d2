/// The statements of one document, by what they are about.
package struct RDFGraph: Sendable {
    /// The nodes that something is said of, in the order of the document.
    package private(set) var subjects: [RDFTerm] = []
    /// How many statements there are.
    package private(set) var count = 0
    /// Bytes of the names and texts, abbreviations made whole: a small document may say very much.
    private(set) var bytes = 0
    /// A document that unfolds into more bytes of names and texts than these is refused.
    package static let mostBytes = 128 * 1024 * 1024
    private var statements: [RDFTerm: [String: [RDFTerm]]] = [:]

    package init() {}

    mutating func add(_ subject: RDFTerm, _ predicate: String, _ object: RDFTerm) {
        if statements[subject] == nil { subjects.append(subject) }
        statements[subject, default: [:]][predicate, default: []].append(object)
        count += 1
        bytes += subject.size + object.size
    }

    /// All that is said of a node: what by which predicate, in the order of the document.
    package subscript(subject: RDFTerm) -> [String: [RDFTerm]] { statements[subject] ?? [:] }

    /// What is said of a node by one predicate.
    package subscript(subject: RDFTerm, predicate: String) -> [RDFTerm] { statements[subject]?[predicate] ?? [] }

    /// Whether anything is said of it.
    package func describes(_ subject: RDFTerm) -> Bool { statements[subject] != nil }
}

extension RDFTerm {
    /// Bytes of what it keeps for itself; languages and datatypes are shared by all that have them.
    fileprivate var size: Int {
        switch self {
        case .iri(let name): name.utf8.count
        case .blank(let name): name.utf8.count
        case .literal(let text, _, _): text.utf8.count
        }
    }
}
