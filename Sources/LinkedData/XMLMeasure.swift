import CLibXML
import FoundationEssentials

/// Looks through XML before anything is made of it, by libxml2: raptor itself has no end for how deep elements lie in one
/// another, nor for what entities unfold into, and a small document may say ten gigabytes. Nothing outside the document is
/// read.
final class XMLMeasure {
    /// Elements in one another: RDF/XML has two a level of statements, and one around all.
    static let deepest = 2 * TurtleReader.deepest + 1
    /// A statement is an element, and one around it where it says more of its subject.
    static let mostElements = 2 * TurtleReader.mostStatements
    /// Bytes of what is read as a whole: a tag, a comment, the declarations at the beginning. libxml2 holds each attribute
    /// of a tag against all before it.
    static let longestPiece = 256 * 1024
    private static let pageSize = 16 * 1024

    private var parser: xmlParserCtxtPtr?
    private var depth = 0
    private var elements = 0
    /// Bytes of text and of values, once all is unfolded.
    private var text = 0
    private var refusal: RDFXMLRefusal?

    /// Why it is not to be read; nil for what raptor may have. Not from two threads at a time (`RDFXMLReader.turn`).
    static func refusal(of document: Data) -> RDFXMLRefusal? {
        let measure = XMLMeasure()
        return measure.take(document)
    }

    private func take(_ document: Data) -> RDFXMLRefusal? {
        xmlSetExternalEntityLoader { _, _, _ in nil }
        var handler = Self.handler
        guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return .notRDFXML(line: 0) }
        defer {
            if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
            xmlFreeParserCtxt(parser)
        }
        self.parser = parser
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        parser.pointee.replaceEntities = 1
        // What an entity unfolds into is read by a parser of its own, which has this of the first.
        parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        document.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count, refusal == nil {
                let page = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.pageSize, bytes.count)])
                xmlParseChunk(parser, page.assumingMemoryBound(to: CChar.self).baseAddress, Int32(page.count), 0)
                start += page.count
                guard let input = parser.pointee.input else { continue }
                if input.pointee.end - input.pointee.cur > Self.longestPiece { refuse(.tooLong) }
            }
        }
        if refusal == nil { xmlParseChunk(parser, nil, 0, 1) }
        return refusal ?? (parser.pointee.wellFormed == 1 ? nil : .notRDFXML(line: 0))
    }

    private func refuse(_ reason: RDFXMLRefusal) {
        refusal = refusal ?? reason
        if let parser { xmlStopParser(parser) }
    }

    private func begin() {
        depth += 1
        elements += 1
        if depth > Self.deepest { refuse(.tooDeep) }
        if elements > Self.mostElements { refuse(.tooManyStatements) }
    }

    private func add(_ bytes: Int) {
        text += bytes
        if text > RDFXMLReader.mostText { refuse(.tooLong) }
    }

    // MARK: - libxml2's side

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startDocument = xmlSAX2StartDocument
        handler.internalSubset = xmlSAX2InternalSubset
        handler.getEntity = xmlSAX2GetEntity
        handler.entityDecl = { context, name, type, publicID, systemID, content in
            guard let measure = XMLMeasure.measure(context) else { return }
            // One within the document, such as the short name of a vocabulary.
            guard type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) else { return measure.refuse(.foreignEntities) }
            xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
        }
        handler.startElementNs = { context, _, _, _, declared, declarations, count, _, attributes in
            guard let measure = XMLMeasure.measure(context) else { return }
            measure.begin()
            for index in 0..<2 * Int(declared) { measure.add(Int(xmlStrlen(declarations?[index]))) }
            // Five a piece: its name in three parts, and the value's first byte and the one behind its last.
            for index in 0..<Int(count) {
                guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else { continue }
                measure.add(end - start)
            }
        }
        handler.endElementNs = { context, _, _, _ in XMLMeasure.measure(context)?.depth -= 1 }
        handler.characters = { context, _, length in XMLMeasure.measure(context)?.add(Int(length)) }
        handler.cdataBlock = { context, _, length in XMLMeasure.measure(context)?.add(Int(length)) }
        handler.serror = { context, error in
            guard let error, error.pointee.level.rawValue >= XML_ERR_FATAL.rawValue else { return }
            XMLMeasure.measure(context)?.refuse(.notRDFXML(line: Int(error.pointee.line)))
        }
        return handler
    }

    /// The measure lives for as long as its parser: both are of one call.
    private static func measure(_ context: UnsafeMutableRawPointer?) -> XMLMeasure? {
        let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self)
        return parser?.pointee._private.map { Unmanaged<XMLMeasure>.fromOpaque($0).takeUnretainedValue() }
    }
}
