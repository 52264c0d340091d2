import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import PortalDomain
import Synchronization

extension ArchiveClient {
    /// Fetches what is missing of a file's body, and goes on where it breaks off: `GET /files/{fileId}/content`.
    ///
    /// Each try asks with a token of its own, so that one that ends in the meantime does no harm. As long as each
    /// brings something there is no end to them.
    ///
    /// - Parameters:
    ///   - header: that the body belongs to.
    ///   - sink: may have some of it from before.
    /// - Throws: `PortalError`, `ContentChanged`, `ContentOfWrongLength`, or what the sink throws.
    public func content(
        of file: ArchiveFile, behind header: ArchiveHeader, into sink: any ContentSink
    ) async throws {
        do { try await all(of: file, header, into: sink) } catch let error as PortalError { throw named(error) }
    }

    private func all(of file: ArchiveFile, _ header: ArchiveHeader, into sink: any ContentSink) async throws {
        var tries = 1
        while sink.position < file.size {
            let before = sink.position
            do throws(FailedContent) {
                try await once(file, header, sink)
            } catch {
                guard let failed = error.passing, !Task.isCancelled else { throw error.cause }
                if sink.position > before { tries = 1 }
                guard let pause = endpoint.options.retry.pause(after: .failed(failed), tries: tries) else {
                    throw error.cause
                }
                tries += 1
                try await wait(pause, before: tries)
            }
        }
    }

    private static let operation = "fetching a file's data"

    private func wait(_ pause: Pause, before attempt: Int) async throws(PortalError) {
        let options = endpoint.options
        let until = options.retry.now().addingTimeInterval(Double(pause.duration.milliseconds) / 1000)
        options.onWait(
            CallWait(
                id: options.requestID(), operation: Self.operation, reason: pause.reason, until: until,
                attempt: attempt))
        do { try await options.retry.sleep(pause.duration) } catch {
            throw PortalError(.cancelled, operation: Self.operation)
        }
    }

    // MARK: - One try

    private func once(
        _ file: ArchiveFile, _ header: ArchiveHeader, _ sink: any ContentSink
    ) async throws(FailedContent) {
        let requestID = endpoint.options.requestID()
        var token = try await credential { () throws(PortalError) in try await endpoint.credentials.token() }
        for isSecond in [false, true] {
            do {
                try await bounded { [token] beat in
                    try await stream(file, header, sink, token: token, requestID: requestID, beat)
                }
                return
            } catch let refusal as RefusedToken where !isSecond {
                guard let refused = token,
                    let other = try await credential({ () throws(PortalError) in
                        try await endpoint.credentials.replacement(refused)
                    })
                else { throw FailedContent(refusal.error) }
                token = other
            } catch {
                throw failure(error, requestID)
            }
        }
    }

    private func failure(_ error: any Error, _ requestID: String) -> FailedContent {
        switch error {
        case let error as FailedContent: return error
        case let refusal as RefusedToken: return FailedContent(refusal.error)
        case let error as PortalError:
            let mayPass = error.kind.isOfTheWay
            return FailedContent(
                cause: error, passing: mayPass ? FailedTry(error: error, prospect: .mayPass) : nil)
        case is ContentChanged, is ContentOfWrongLength: return FailedContent(cause: error, passing: nil)
        case let error as SinkFailure: return FailedContent(cause: error.cause, passing: nil)
        default:
            let failure: any Error = Task.isCancelled ? CancellationError() : error
            let translated = PortalError(
                connectionFailure: failure, to: .archive, options: endpoint.options, operation: Self.operation,
                requestID: requestID)
            let prospect = FailedTry.Prospect(after: failure)
            return FailedContent(cause: translated, passing: FailedTry(error: translated, prospect: prospect))
        }
    }

    private func credential(
        _ ask: () async throws(PortalError) -> Secret?
    ) async throws(FailedContent) -> Secret? {
        do throws(PortalError) { return try await ask() } catch { throw FailedContent(error) }
    }

    /// Ends what is silent for as long as a call may take. How long all of it takes is nobody's business.
    private func bounded(
        _ work: @escaping @Sendable (_ beat: @escaping @Sendable () -> Void) async throws -> Void
    ) async throws {
        let limit = endpoint.options.callTimeout
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            let pulse = Pulse()
            group.addTask { try await work { pulse.beat() } }
            group.addTask {
                while true {
                    let rest = pulse.last + limit - .now
                    guard rest > .zero else { throw HTTPClientError.deadlineExceeded }
                    try await NetworkPause.sleep(for: rest)
                }
            }
            try await group.next()
        }
    }

    /// What a body is asked for by, from a place on.
    private func call(for file: ArchiveFile, _ header: ArchiveHeader, from position: UInt64) -> ServiceCall {
        var call = ServiceCall(
            operation: Self.operation, method: .GET, path: ["files", file.id, "content"], isSafe: true)
        call.accept = "application/octet-stream"
        // Places are counted in what is sent, so nothing may be packed on the way.
        call.headers = ["Accept-Encoding": "identity"]
        if position > 0 {
            call.headers.add(name: "Range", value: "bytes=\(position)-")
            if let tag = header.tag { call.headers.add(name: "If-Range", value: tag) }
        }
        if let first = header.first {
            // Counted from the beginning of the header, which is as long each time.
            let start = UInt64(header.bytes.count) + position
            let end = UInt64(header.bytes.count) + file.size - 1
            call.path = first.path
            call.headers = [
                "Accept-Encoding": "identity", "Client-Public-Key": first.key, "Range": "bytes=\(start)-\(end)",
            ]
        }
        return call
    }

    private func stream(
        _ file: ArchiveFile, _ header: ArchiveHeader, _ sink: any ContentSink, token: Secret?, requestID: String,
        _ beat: @Sendable () -> Void
    ) async throws {
        let (position, tag) = (sink.position, header.tag)
        let call = call(for: file, header, from: position)
        let response = try await endpoint.open(call, requestID: requestID, token: token)
        beat()
        let status = Int(response.status.code)
        guard status != 401 else {
            throw RefusedToken(error: PortalError(try await endpoint.read(response), to: call, requestID: requestID))
        }
        guard [200, 206, 416].contains(status) else {
            throw PortalError(try await endpoint.read(response), to: call, requestID: requestID)
        }
        let answerTag = response.headers.first(name: "ETag")
        let length = response.headers.first(name: "Content-Length")
        let isOfFirst = header.first != nil && status != 416
        let plan =
            isOfFirst
            ? ContentPlan(first: length, answerTag: answerTag, position: position, tag: tag, size: file.size)
            : ContentPlan(
                status: status, range: response.headers.first(name: "Content-Range"), length: length,
                answerTag: answerTag, position: position, tag: tag, size: file.size)
        switch plan {
        case .goOn: break
        case .startOver: try SinkFailure.from { try sink.restart() }
        case .isWhole: return
        case .askAgainFromTheStart: return try SinkFailure.from { try sink.restart() }
        case .changed: throw ContentChanged()
        case .wrongLength(let given): throw ContentOfWrongLength(listed: file.size, given: given)
        case .senseless:
            throw PortalError(
                .unreadableAnswer, operation: Self.operation, because: .answer(.status(status)), requestID: requestID)
        }
        guard response.headers.first(name: "Content-Encoding").map({ $0.lowercased() == "identity" }) ?? true else {
            throw RefusedAnswer.unknownEncoding(response.headers.first(name: "Content-Encoding") ?? "")
        }
        for try await chunk in response.body {
            beat()
            guard sink.position + UInt64(chunk.readableBytes) <= file.size else {
                throw ContentOfWrongLength(listed: file.size, given: nil)
            }
            try SinkFailure.from { try chunk.withUnsafeReadableBytes { try sink.take($0) } }
        }
        // A cancelled body ends as if it were complete.
        try Task.checkCancellation()
        guard sink.position == file.size else { throw HTTPClientError.remoteConnectionClosed }
    }
}

/// When the last bytes came.
private final class Pulse: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var last: ContinuousClock.Instant { time.withLock { $0 } }

    func beat() { time.withLock { $0 = .now } }
}

private struct RefusedToken: Error {
    /// With the archive's own words.
    var error: PortalError
}

/// Told from what goes wrong on the way: another try would not help.
private struct SinkFailure: Error {
    var cause: any Error

    static func from(_ work: () throws -> Void) throws(SinkFailure) {
        do { try work() } catch { throw SinkFailure(cause: error) }
    }
}

/// A try that came to nothing.
private struct FailedContent: Error {
    /// What is told.
    var cause: any Error
    /// Nil where another try would not help.
    var passing: FailedTry?

    init(cause: any Error, passing: FailedTry?) {
        self.cause = cause
        self.passing = passing
    }

    init(_ error: PortalError) { self.init(cause: error, passing: nil) }
}
