import FoundationEssentials
import JSONStream
import LinkedData
import NIOHTTP1
import PortalDomain

/// The documents of a FAIR Data Point, asked for as Turtle, or as RDF/XML where that does not come.
struct FDPDocuments: Sendable {
    let transport: Transport

    /// A document as it was read.
    struct Document: Sendable {
        var graph: RDFGraph
        /// As they came.
        var bytes: Int
    }

    /// - Parameter path: with its query, as `FDPPlace` gives it.
    func document(
        _ path: String, in place: FDPPlace, for operation: String, persistence: ServiceCall.Persistence = .usual
    ) async throws(PortalError) -> Document {
        var call = Self.call(path, for: operation, accept: Self.accepted)
        call.persistence = persistence
        let base = place.address(of: path)
        do throws(PortalError) {
            return try await transport.perform(call) { answer, requestID throws(PortalError) in
                try Self.read(answer, base: base, operation: operation, requestID: requestID)
            }
        } catch {
            guard case .refused(status: 406) = error.kind else { throw error }
            // It looks for a name alone, or has neither; what it has is asked for to read it or to say so.
            call.accept = "application/rdf+xml, application/ld+json;q=0.9, */*;q=0.1"
            return try await transport.perform(call) { answer, requestID throws(PortalError) in
                try Self.read(answer, base: base, operation: operation, requestID: requestID)
            }
        }
    }

    private static let accepted = "\(ExportFormat.turtle.mediaType), \(ExportFormat.rdfXML.mediaType);q=0.9"

    static func call(_ path: String, for operation: String, accept: String) -> ServiceCall {
        var call = ServiceCall(operation: operation, method: .GET, path: [], accept: accept, isSafe: true)
        call.document = path
        return call
    }

    private static func read(
        _ answer: ServiceAnswer, base: String, operation: String, requestID: String
    ) throws(PortalError) -> Document {
        func refusal(_ reason: AnswerReason) -> PortalError {
            PortalError(.unreadableAnswer, operation: operation, because: .answer(reason), requestID: requestID)
        }
        switch Form(of: answer) {
        case .other(let reason): throw refusal(reason)
        case .rdfXML:
            do throws(RDFXMLRefusal) {
                return Document(graph: try RDFXMLReader.read(answer.body, base: base), bytes: answer.body.count)
            } catch {
                throw refusal(error.reason)
            }
        case .turtle:
            do throws(TurtleRefusal) {
                return Document(graph: try TurtleReader.read(answer.body, base: base), bytes: answer.body.count)
            } catch {
                throw refusal(error.reason)
            }
        }
    }

    /// What came, by what it is said to be and by how it begins.
    private enum Form {
        /// Also what may be: serd says.
        case turtle, rdfXML
        case other(AnswerReason)

        init(of answer: ServiceAnswer) {
            let type = answer.headers.first(name: "Content-Type")?.lowercased() ?? ""
            let beginning = String(decoding: answer.body.prefix(4096), as: UTF8.self)
                .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            let word = beginning.prefix(20).lowercased()
            let isPage = type.contains("html") || ["<!doctype html", "<html"].contains(where: word.hasPrefix)
            let isXML = ["<rdf:rdf", "<?xml", "<!doctype"].contains(where: word.hasPrefix)
            if isPage || (isXML && beginning.contains("<html")) {
                self = .other(.pageForAnswer(line: Transport.firstLine(of: answer.body)))
            } else if isXML || type.contains("rdf+xml") {
                self = .rdfXML
            } else {
                self = Self.json(answer.body, isNamed: type.contains("json"), beginning).map(Form.other) ?? .turtle
            }
        }

        private static func json(_ body: Data, isNamed: Bool, _ beginning: Substring) -> AnswerReason? {
            // Turtle begins with a bracket too.
            let mayBeJSON = isNamed || beginning.hasPrefix("{") || beginning.hasPrefix("[")
            guard mayBeJSON, let json = try? JSONValue(parsing: body) else { return nil }
            switch json {
            case .object, .array: return .onlyJSONLD
            default: return .anotherShape
            }
        }
    }
}

extension TurtleRefusal {
    fileprivate var reason: AnswerReason {
        switch self {
        case .notTurtle(let line): .notTurtle(line: line)
        case .undeclaredPrefix: .undeclaredPrefix
        case .tooManyStatements: .tooManyStatements(most: TurtleReader.mostStatements)
        case .tooLong: .tooLong(megabytes: RDFGraph.mostBytes / (1024 * 1024))
        case .tooDeep: .tooDeep(levels: TurtleReader.deepest)
        }
    }
}

extension RDFXMLRefusal {
    fileprivate var reason: AnswerReason {
        switch self {
        case .notRDFXML(let line): .notRDFXML(line: line > 0 ? line : nil)
        case .tooManyStatements: .tooManyStatements(most: TurtleReader.mostStatements)
        case .tooDeep: .tooDeep(levels: TurtleReader.deepest)
        case .tooManyNames: .tooLong(megabytes: RDFGraph.mostBytes / (1024 * 1024))
        case .tooLong: .tooLong(megabytes: RDFXMLReader.mostText / (1024 * 1024))
        case .foreignEntities: .foreignEntities
        }
    }
}
