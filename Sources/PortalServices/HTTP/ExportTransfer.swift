import FoundationEssentials
import JSONStream
import PortalDomain

extension Transport {
    /// A dataset's description as it came, when it is one in the format that was asked for. A page for people, an error
    /// in words or another format in its place is none.
    func export(
        _ call: ServiceCall, of format: ExportFormat
    ) async throws(PortalError) -> Data {
        try await perform(call) { answer, requestID throws(PortalError) in
            guard let reason = DescriptionCheck.refusal(of: answer.body, as: format) else { return answer.body }
            throw PortalError(
                .unreadableAnswer, operation: call.operation, because: .answer(reason), requestID: requestID)
        }
    }
}

/// Tells RDF from what is none by its beginning; it is not parsed.
enum DescriptionCheck {
    /// Nil for a description.
    static func refusal(of body: Data, as format: ExportFormat) -> AnswerReason? {
        let text = String(decoding: body.prefix(64 * 1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard !text.isEmpty else { return .empty }
        let beginning = text.prefix(256).lowercased()
        guard !beginning.hasPrefix("<!doctype html"), !beginning.hasPrefix("<html") else {
            return .pageForDescription
        }
        let isOne =
            switch format {
            case .jsonLD: isJSONLD(body)
            case .rdfXML: text.hasPrefix("<") && text.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            case .turtle: isTurtle(text)
            }
        return isOne ? nil : .noDescription(format: format.words, line: line(text))
    }

    private static func isJSONLD(_ body: Data) -> Bool {
        switch try? JSONValue(parsing: body) {
        // A list of nodes, or a node or graph with a context or names of its own.
        case .array(let nodes): nodes.allSatisfy { !$0.fields.isEmpty }
        case .object(let fields): fields.keys.contains { $0.hasPrefix("@") || $0.contains(":") }
        default: false
        }
    }

    /// A prefixed name needs its prefix declared before, so that a document can only begin in so many ways.
    private static func isTurtle(_ text: Substring) -> Bool {
        var rest = text
        while rest.first == "#" {
            rest = rest.drop { !$0.isNewline }.drop(while: \.isWhitespace)
        }
        let word = rest.prefix { !$0.isWhitespace }.lowercased()
        if ["@prefix", "@base", "prefix", "base"].contains(word) { return rest.contains("<") }
        if word.hasPrefix("_:") { return true }
        if word.hasPrefix("<") {
            // A name in brackets, and behind it what is said of it.
            let next = rest.drop { !$0.isWhitespace }.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
            return word.hasSuffix(">") && !word.hasPrefix("<?") && !word.hasPrefix("<!")
                && (next == "a" || next.hasPrefix("<"))
        }
        // A node without a name or a list of such; JSON begins so too.
        return (word.hasPrefix("[") || word.hasPrefix("(")) && (try? JSONValue(parsing: Data(text.utf8))) == nil
    }

    private static func line(_ text: Substring) -> String { String(text.prefix { !$0.isNewline }.prefix(80)) }
}

extension ExportFormat {
    fileprivate var words: String {
        switch self {
        case .rdfXML: "RDF/XML"
        case .turtle: "Turtle"
        case .jsonLD: "JSON-LD"
        }
    }
}
