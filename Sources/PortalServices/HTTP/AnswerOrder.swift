import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// Stands between what reads HTTP and the client, and lets through only what is an answer: one head with a status of 100
/// or more, what belongs to it, and its end.
///
/// llhttp reads any three digits (RFC 9110, section 15: 100 to 599). The client takes what is below 200 for an interim
/// answer, and ends the program when that ends like a whole one.
final class AnswerOrder: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private enum Place { case beforeHead, inAnswer, refused }
    private var place = Place.beforeHead

    /// To be called when all else is in its place in the pipeline, which begins with what unpacks answers or has it
    /// behind what reads HTTP.
    static func guarding(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.submit {
            let pipeline = channel.pipeline.syncOperations
            let unpacking = try pipeline.handler(type: NIOHTTPResponseDecompressor.self)
            try pipeline.addHandler(AnswerOrder(), position: .before(unpacking))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch (place, part) {
        case (.refused, _): return
        case (.beforeHead, .head(let head)) where head.status.code >= 100:
            // An interim answer has neither body nor end; 101 is the last one.
            if head.status.code >= 200 || head.status == .switchingProtocols { place = .inAnswer }
        case (.inAnswer, .body): break
        case (.inAnswer, .end): place = .beforeHead
        case (.beforeHead, _), (.inAnswer, .head):
            place = .refused
            context.fireErrorCaught(HTTPParserError.invalidStatus)
            return
        }
        context.fireChannelRead(wrapInboundOut(Self.withKnownEncoding(part)))
    }

    /// "x-gzip" is another name for gzip (RFC 9110, 8.4.1.3), which what unpacks answers does not know.
    private static func withKnownEncoding(_ part: HTTPClientResponsePart) -> HTTPClientResponsePart {
        guard case .head(var head) = part, let encoding = head.headers.first(name: "Content-Encoding"),
            encoding.lowercased() == "x-gzip"
        else { return part }
        head.headers.replaceOrAdd(name: "Content-Encoding", value: "gzip")
        return .head(head)
    }
}
