import CRaptor
import FoundationEssentials
import Synchronization

/// Reads RDF/XML in one pass, by raptor, which has its XML of libxml2: it tells of each statement as it comes. What is
/// beyond the bounds is not read at all, and nothing but the document is.
package final class RDFXMLReader {
    /// A document that unfolds into more bytes of text than these is refused.
    package static let mostText = 64 * 1024 * 1024

    /// raptor ends libxml2 whenever it ends itself, for all threads.
    private static let turn = Mutex(())

    private var graph = RDFGraph()
    private var refusal: RDFXMLRefusal?
    private var names = RepeatedNames()
    private var parser: OpaquePointer?

    /// - Parameters:
    ///   - document: in the encoding that its own beginning names: UTF-8, UTF-16, ISO-8859-1 or ASCII.
    ///   - base: the document's address, by which relative names are made whole.
    package static func read(_ document: Data, base: String) throws(RDFXMLRefusal) -> RDFGraph {
        let result: Result<RDFGraph, RDFXMLRefusal> = turn.withLock { _ in
            if let refusal = XMLMeasure.refusal(of: document) { return .failure(refusal) }
            let reader = RDFXMLReader()
            reader.parse(document, base: base)
            return reader.refusal.map { .failure($0) } ?? .success(reader.graph)
        }
        return try result.get()
    }

    private func parse(_ document: Data, base: String) {
        guard let world = raptor_new_world_internal(UInt32(RAPTOR_VERSION)) else { return refuse(.notRDFXML(line: 0)) }
        defer { raptor_free_world(world) }
        // Nothing is fetched, so that what fetches is not begun either.
        raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1)
        let context = Unmanaged.passUnretained(self).toOpaque()
        raptor_world_set_log_handler(world, context, Self.takeMessage)
        guard raptor_world_open(world) == 0, let parser = raptor_new_parser(world, "rdfxml"),
            let address = base.withCString({ start in
                start.withMemoryRebound(to: UInt8.self, capacity: base.utf8.count + 1) { raptor_new_uri(world, $0) }
            })
        else { return refuse(.notRDFXML(line: 0)) }
        self.parser = parser
        defer {
            self.parser = nil
            raptor_free_uri(address)
            raptor_free_parser(parser)
        }
        raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, nil, 1)
        raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, nil, 1)
        raptor_parser_set_option(parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nil, 0)
        raptor_parser_set_statement_handler(parser, context, Self.takeStatement)
        guard raptor_parser_parse_start(parser, address) == 0 else { return refuse(.notRDFXML(line: 0)) }
        document.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count, refusal == nil {
                let page = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.pageSize, bytes.count)])
                let status = raptor_parser_parse_chunk(
                    parser, page.assumingMemoryBound(to: UInt8.self).baseAddress, page.count, 0)
                if status != 0 { refuse(.notRDFXML(line: 0)) }
                start += page.count
            }
        }
        guard refusal == nil else { return }
        if raptor_parser_parse_chunk(parser, nil, 0, 1) != 0 { refuse(.notRDFXML(line: 0)) }
    }

    private static let pageSize = 16 * 1024

    // MARK: - What raptor tells

    private func take(_ statement: raptor_statement) {
        guard refusal == nil else { return }
        guard graph.count < TurtleReader.mostStatements else { return refuse(.tooManyStatements) }
        guard graph.bytes < RDFGraph.mostBytes else { return refuse(.tooManyNames) }
        guard let subject = term(statement.subject), let predicate = term(statement.predicate)?.iri,
            let object = term(statement.object)
        else { return refuse(.notRDFXML(line: 0)) }
        graph.add(subject, names.shared(predicate), object)
    }

    private func refuse(_ reason: RDFXMLRefusal) {
        refusal = refusal ?? reason
        if let parser { raptor_parser_parse_abort(parser) }
    }

    private func term(_ term: UnsafeMutablePointer<raptor_term>?) -> RDFTerm? {
        guard let term = term?.pointee else { return nil }
        switch term.type {
        case RAPTOR_TERM_TYPE_URI: return name(term.value.uri).map(RDFTerm.iri)
        case RAPTOR_TERM_TYPE_BLANK:
            return .blank(Self.text(term.value.blank.string, Int(term.value.blank.string_len)))
        case RAPTOR_TERM_TYPE_LITERAL:
            let literal = term.value.literal
            let language = literal.language.map { names.shared(Self.text($0, Int(literal.language_len))) }
            return .literal(
                Self.text(literal.string, Int(literal.string_len)),
                language: language?.isEmpty == true ? nil : language,
                datatype: name(literal.datatype).map { names.shared($0) })
        default: return nil
        }
    }

    private func name(_ address: OpaquePointer?) -> String? {
        guard let address else { return nil }
        var length = 0
        return raptor_uri_as_counted_string(address, &length).map { Self.text($0, length) }
    }

    private static func text(_ start: UnsafePointer<UInt8>?, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    // MARK: - raptor's side

    private static let takeStatement: raptor_statement_handler = { context, statement in
        guard let statement else { return }
        reader(context)?.take(statement.pointee)
    }

    private static let takeMessage: raptor_log_handler = { context, message in
        guard let message = message?.pointee, message.level.rawValue >= RAPTOR_LOG_LEVEL_ERROR.rawValue else { return }
        // Behind a mistake it would read on here and there.
        reader(context)?.refuse(.notRDFXML(line: max(0, message.locator.map { Int($0.pointee.line) } ?? 0)))
    }

    /// The reader lives for as long as its parser: both are of one call.
    private static func reader(_ context: UnsafeMutableRawPointer?) -> RDFXMLReader? {
        context.map { Unmanaged<RDFXMLReader>.fromOpaque($0).takeUnretainedValue() }
    }
}
