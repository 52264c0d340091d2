import FoundationEssentials

/// Descriptions of FAIR Data Points as Turtle: what is read, written down as N-Triples and read again is the same.
enum TurtleTarget {
    private static let base = "http://point.example/dataset/1"

    static func run(_ bytes: [UInt8]) {
        let graph: RDFGraph
        do throws(TurtleRefusal) { graph = try TurtleReader.read(Data(bytes), base: base) } catch { return }
        let statements = statements(of: graph)
        FuzzTarget.expect(statements.count == graph.count, "as many statements as are counted")
        for statement in statements {
            FuzzTarget.expect(statement.subject.isNode, "something is said of a node: \(statement)")
            guard case .literal(_, let language?, let datatype) = statement.object else { continue }
            FuzzTarget.expect(datatype == nil && !language.isEmpty, "a language, or a datatype: \(statement)")
        }
        // Relative names of a document at fault have no N-Triples.
        guard statements.allSatisfy(\.isWhole) else { return }
        var labels: [String: Int] = [:]
        let named = statements.map { $0.labelled(&labels) }
        let written = named.map(\.line).joined()
        do throws(TurtleRefusal) {
            let again = Self.statements(of: try TurtleReader.read(Data(written.utf8), base: base))
            // The order is that of the subjects.
            FuzzTarget.expect(again == named, "read again:\n\(written)")
        } catch {
            FuzzTarget.expect(false, "what was read is read again, not \(error):\n\(written)")
        }
    }

    private static func statements(of graph: RDFGraph) -> [Statement] {
        graph.subjects.flatMap { subject in
            graph[subject].sorted { $0.key < $1.key }.flatMap { predicate, objects in
                objects.map { Statement(subject: subject, predicate: predicate, object: $0) }
            }
        }
    }

    private struct Statement: Equatable {
        var subject: RDFTerm
        var predicate: String
        var object: RDFTerm

        var isWhole: Bool {
            [subject.iri, predicate, object.iri, object.datatype].allSatisfy { $0.map(Self.isAbsolute) ?? true }
        }

        /// With labels that no parser makes by itself.
        func labelled(_ labels: inout [String: Int]) -> Statement {
            var copy = self
            copy.subject = subject.labelled(&labels)
            copy.object = object.labelled(&labels)
            return copy
        }

        var line: String { "\(subject.written) <\(predicate.escaped)> \(object.written) .\n" }

        private static func isAbsolute(_ name: String) -> Bool {
            guard let colon = name.firstIndex(of: ":") else { return false }
            let scheme = name[..<colon]
            return scheme.first?.isASCII == true && scheme.first?.isLetter == true
                && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        }
    }
}

extension RDFTerm {
    fileprivate var datatype: String? { if case .literal(_, _, let datatype) = self { datatype } else { nil } }

    fileprivate func labelled(_ labels: inout [String: Int]) -> RDFTerm {
        guard case .blank(let label) = self else { return self }
        let number = labels[label] ?? labels.count
        labels[label] = number
        return .blank("x\(number)x")
    }

    /// As N-Triples has it (W3C Recommendation of 2014-02-25, section 2).
    fileprivate var written: String {
        switch self {
        case .iri(let name): "<\(name.escaped)>"
        case .blank(let label): "_:\(label)"
        case .literal(let text, let language?, _): "\"\(text.escaped)\"@\(language)"
        case .literal(let text, nil, let datatype?): "\"\(text.escaped)\"^^<\(datatype.escaped)>"
        case .literal(let text, nil, nil): "\"\(text.escaped)\""
        }
    }
}

extension String {
    /// All but letters, digits and what names are made of by its number.
    fileprivate var escaped: String {
        unicodeScalars.map { scalar in
            let isSign = "0123456789:/.#-_".unicodeScalars.contains(scalar)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || isSign)
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }
}
