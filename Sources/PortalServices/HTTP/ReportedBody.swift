import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import PortalDomain

extension HTTPClientRequest.Body {
    /// A body that is there as a whole. With somebody to tell, it goes in parts, each of them told when the connection has
    /// taken it and asks for the next.
    init(_ bytes: Data, report: UploadReport?) {
        if let report {
            self = .stream(
                ReportedBody(bytes: ByteBuffer(bytes: bytes), report: report), length: .known(Int64(bytes.count)))
        } else {
            self = .bytes(ByteBuffer(bytes: bytes))
        }
    }
}

/// The parts of a body. Small enough to show progress on a slow line, and no more than a hundred.
private struct ReportedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let bytes: ByteBuffer
    let report: UploadReport

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: ByteBuffer
        let all: Int
        let report: UploadReport

        mutating func next() async -> ByteBuffer? {
            if rest.readableBytes < all { report(all - rest.readableBytes) }
            return rest.readSlice(length: Swift.min(rest.readableBytes, Swift.max(16_384, all / 100)))
                .flatMap { $0.readableBytes > 0 ? $0 : nil }
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(rest: bytes, all: bytes.readableBytes, report: report)
    }
}
