import CSerd
import FoundationEssentials

/// Reads Turtle, and N-Triples with it, in one pass, by serd: it tells of each statement as it comes. Names are made whole
/// by serd too; what is beyond the bounds is not read at all.
package final class TurtleReader {
    /// A document of more statements than these is refused.
    package static let mostStatements = 500_000
    /// A document of more levels of nodes or lists in one another than these is refused: serd reads them by calling
    /// itself, and the stack has an end.
    package static let deepest = 64

    private var graph = RDFGraph()
    private let environment: OpaquePointer
    /// Levels of the nodes without a name that lie in others.
    private var levels: [RDFTerm: Int] = [:]
    private var refusal: TurtleRefusal?
    private var names = RepeatedNames()
    private var prefixes = 0

    /// - Parameters:
    ///   - text: UTF-8; what is none is replaced (U+FFFD).
    ///   - base: the document's address, by which relative names are made whole.
    package static func read(_ text: Data, base: String) throws(TurtleRefusal) -> RDFGraph {
        guard let reader = TurtleReader(base: base) else { throw .notTurtle(line: 1) }
        guard reader.parse(text) else { throw reader.refusal ?? .notTurtle(line: 1) }
        return reader.graph
    }

    private init?(base: String) {
        var address = Array(base.utf8) + [0]
        let environment: OpaquePointer? = address.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var node = serd_node_from_string(SERD_URI, start)
            return serd_env_new(&node)
        }
        guard let environment else { return nil }
        self.environment = environment
    }

    deinit { serd_env_free(environment) }

    private func parse(_ text: Data) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard
            let parser = serd_reader_new(
                SERD_TURTLE, context, nil, Self.takeBase, Self.takePrefix, Self.takeStatement, nil)
        else { return false }
        defer { serd_reader_free(parser) }
        // Leniently it reads on behind the end of a document that breaks off in a name.
        serd_reader_set_strict(parser, true)
        serd_reader_set_error_sink(parser, Self.takeError, context)
        // For serd a byte that is no UTF-8 is the end of all reading.
        var whole = String(decoding: text, as: UTF8.self)
        let status = whole.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            return withUnsafeMutablePointer(to: &rest) { source in
                serd_reader_read_source(parser, Self.copy, { _ in 0 }, source, nil, Self.pageSize)
            }
        }
        // An empty document says nothing, and is one.
        return refusal == nil && (status == SERD_SUCCESS || status == SERD_FAILURE)
    }

    private static let pageSize = 4096
    /// Each name is looked for among the abbreviations one by one.
    private static let mostPrefixes = 1000

    // MARK: - What serd tells

    private func take(
        _ flags: SerdStatementFlags, _ subject: UnsafePointer<SerdNode>, _ predicate: UnsafePointer<SerdNode>,
        _ object: UnsafePointer<SerdNode>, _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
    ) -> SerdStatus {
        guard refusal == nil else { return SERD_ERR_INTERNAL }
        guard graph.count < Self.mostStatements else { return refuse(.tooManyStatements) }
        guard graph.bytes < RDFGraph.mostBytes else { return refuse(.tooLong) }
        guard let subject = term(subject), let name = term(predicate)?.iri,
            let object = term(object, datatype: datatype, language: language)
        else { return refuse(.undeclaredPrefix) }
        let opens = flags & (SERD_ANON_O_BEGIN.rawValue | SERD_LIST_O_BEGIN.rawValue) != 0
        if case .blank = object, opens || name == Self.rest {
            let level = (levels[subject] ?? 0) + (opens ? 1 : 0)
            guard level <= Self.deepest else { return refuse(.tooDeep) }
            levels[object] = level
        }
        graph.add(subject, names.shared(name), object)
        return SERD_SUCCESS
    }

    private static let rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"

    private func refuse(_ reason: TurtleRefusal) -> SerdStatus {
        refusal = refusal ?? reason
        return SERD_ERR_INTERNAL
    }

    private func term(
        _ node: UnsafePointer<SerdNode>, datatype: UnsafePointer<SerdNode>? = nil,
        language: UnsafePointer<SerdNode>? = nil
    ) -> RDFTerm? {
        switch node.pointee.type {
        case SERD_URI, SERD_CURIE: return whole(node).map(RDFTerm.iri)
        case SERD_BLANK: return .blank(text(node))
        case SERD_LITERAL:
            // An empty datatype or language is what serd has for none.
            var type: String?
            if let datatype, datatype.pointee.n_bytes > 0 {
                guard let name = whole(datatype) else { return nil }
                type = names.shared(name)
            }
            let tongue = language.flatMap { $0.pointee.n_bytes == 0 ? nil : names.shared(text($0)) }
            return .literal(text(node), language: tongue, datatype: type)
        default: return nil
        }
    }

    /// A name without its abbreviation; nil where that was never declared.
    private func whole(_ node: UnsafePointer<SerdNode>) -> String? {
        var expanded = serd_env_expand_node(environment, node)
        defer { serd_node_free(&expanded) }
        guard expanded.buf != nil else { return node.pointee.type == SERD_URI ? text(node) : nil }
        return withUnsafePointer(to: expanded) { text($0) }
    }

    private func text(_ node: UnsafePointer<SerdNode>) -> String {
        String(decoding: UnsafeBufferPointer(start: node.pointee.buf, count: node.pointee.n_bytes), as: UTF8.self)
    }

    // MARK: - serd's side

    private static let takeBase: SerdBaseSink = { context, address in
        guard let reader = reader(context) else { return SERD_ERR_INTERNAL }
        return serd_env_set_base_uri(reader.environment, address)
    }

    private static let takePrefix: SerdPrefixSink = { context, name, address in
        guard let reader = reader(context) else { return SERD_ERR_INTERNAL }
        reader.prefixes += 1
        guard reader.prefixes <= mostPrefixes else { return reader.refuse(.tooManyStatements) }
        return serd_env_set_prefix(reader.environment, name, address)
    }

    private static let takeStatement: SerdStatementSink = {
        context, flags, _, subject, predicate, object, datatype, language in
        guard let reader = reader(context) else { return SERD_ERR_INTERNAL }
        return reader.take(flags, subject, predicate, object, datatype, language)
    }

    private static let takeError: SerdErrorSink = { context, error in
        guard let reader = reader(context) else { return SERD_SUCCESS }
        // Here and there it would read on.
        return reader.refuse(.notTurtle(line: Int(error.pointee.line)))
    }

    /// `fread` of a text in memory: the stream is what is left of it.
    private static let copy: SerdSource = { target, size, count, stream in
        let rest = stream.assumingMemoryBound(to: UnsafeRawBufferPointer.self)
        let length = min(size * count, rest.pointee.count)
        guard length > 0, let start = rest.pointee.baseAddress else { return 0 }
        target.copyMemory(from: start, byteCount: length)
        rest.pointee = UnsafeRawBufferPointer(rebasing: rest.pointee[length...])
        return length
    }

    /// The reader lives for as long as its parser: both are of one call.
    private static func reader(_ context: UnsafeMutableRawPointer?) -> TurtleReader? {
        context.map { Unmanaged<TurtleReader>.fromOpaque($0).takeUnretainedValue() }
    }
}
