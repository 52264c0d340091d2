import FoundationEssentials
import JSONStream
import LinkedData
import NIOHTTP1
import PortalDomain

/// The documents of a FAIR Data Point, asked for as Turtle.
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
        var call = Self.call(path, for: operation, accept: ExportFormat.turtle.mediaType)
        call.persistence = persistence
        let base = place.address(of: path)
        do throws(PortalError) {
            return try await transport.perform(call) { answer, requestID throws(PortalError) in
                try Self.read(answer, base: base, operation: operation, requestID: requestID)
            }
        } catch {
            guard case .refused(status: 406) = error.kind else { throw error }
            // It has no Turtle; what it has is asked for to say so.
            call.accept = "application/rdf+xml, application/ld+json;q=0.9, */*;q=0.1"
            return try await transport.perform(call) { answer, requestID throws(PortalError) in
                try Self.read(answer, base: base, operation: operation, requestID: requestID)
            }
        }
    }

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
        if let reason = otherForm(answer) { throw refusal(reason) }
        do throws(TurtleRefusal) {
            return Document(graph: try TurtleReader.read(answer.body, base: base), bytes: answer.body.count)
        } catch {
            throw refusal(error.reason)
        }
    }

    /// What came in place of Turtle, by what it is said to be and by how it begins; nil for what may be Turtle.
    private static func otherForm(_ answer: ServiceAnswer) -> AnswerReason? {
        let type = answer.headers.first(name: "Content-Type")?.lowercased() ?? ""
        let beginning = String(decoding: answer.body.prefix(4096), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if type.contains("rdf+xml") || beginning.hasPrefix("<rdf:RDF") || beginning.hasPrefix("<?xml") {
            return beginning.contains("<html")
                ? .pageForAnswer(line: Transport.firstLine(of: answer.body)) : .onlyRDFXML
        }
        let word = beginning.prefix(20).lowercased()
        if type.contains("html") || word.hasPrefix("<!doctype") || word.hasPrefix("<html") {
            return .pageForAnswer(line: Transport.firstLine(of: answer.body))
        }
        // Turtle begins with a bracket too.
        let mayBeJSON = type.contains("json") || beginning.hasPrefix("{") || beginning.hasPrefix("[")
        guard mayBeJSON, let json = try? JSONValue(parsing: answer.body) else { return nil }
        switch json {
        case .object, .array: return .onlyJSONLD
        default: return .anotherShape
        }
    }
}

extension TurtleRefusal {
    fileprivate var reason: AnswerReason {
        switch self {
        case .notTurtle(let line): .notTurtle(line: line)
        case .undeclaredPrefix: .undeclaredPrefix
        case .tooManyStatements: .tooManyStatements(most: TurtleReader.mostStatements)
        case .tooDeep: .tooDeep(levels: TurtleReader.deepest)
        }
    }
}
