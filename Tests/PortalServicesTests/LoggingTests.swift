import Logging
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("The log of failed calls")
struct LoggingTests {
    @Test("A failed call is logged by operation, status, request id and duration, and by nothing that is private")
    func failedCall() async throws {
        let lines = LogLines()
        let logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
        let body = #"{"title":"Bad","detail":"ada@example.org wrote: my purpose"}"#
        try await ScriptedServer.answering { _, _ in
            HTTPText.json(body, status: "400 Bad Request")
        }.run { server in
            let options = ConnectionOptions(requestID: { "r-1" }, logger: logger)
            try await withPortal(at: server.address, options: options, token: "secret-token") { portal in
                _ = await failure { () throws(PortalError) in
                    let answers = [FieldID(form: 1, field: "mail"): FieldValue.text("ada@example.org")]
                    try await portal.accessService.save(ApplicationID(1), answers)
                }
            }
        }
        let line = try #require(lines.all.first)
        #expect(lines.all.count == 1)
        for part in ["saving the answers", "status=400", "request-id=r-1", "duration-ms=", "kind=invalid"] {
            #expect(line.contains(part))
        }
        for part in ["secret", "ada@", "purpose", "127.0.0.1"] { #expect(!line.contains(part)) }
    }

    @Test("A call that succeeds leaves a line for those who look for one, and none otherwise")
    func success() async throws {
        let lines = LogLines()
        let options = ConnectionOptions(logger: Logger(label: "test") { _ in LineHandler(lines: lines) })
        try await ScriptedServer.answering { _, _ in HTTPText.json("[]") }.run { server in
            try await withPortal(at: server.address, options: options) { _ = try await $0.discoveryService.filters() }
        }
        #expect(lines.all.count == 1)
        #expect(lines.all.first?.hasPrefix("debug call answered duration-ms=") == true)
    }
}

private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LineHandler: LogHandler {
    var lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let values = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.add("\(event.level) \(event.message) \(values.joined(separator: " "))")
    }
}
