import Foundation
import JSONStream
import PortalModel
import Synchronization
import TerminalHarness
import Testing

@testable import PortalServices

/// The gateway of deploy/gateway before two demo portals that share a database, run by Tests/Gateway/gateway.py for as
/// long as a test needs it.
final class GatewayUnderTest: Sendable {
    /// What it is started with, as Stage in scripts/gateway/stage.py takes it.
    struct Choices: Encodable {
        var portals = 2
        /// Services that run already, instead of or beside the portals.
        var instances: [String] = []
        /// A real one, in place of the realm that comes with it.
        var issuer: String?
        /// Those of deploy/gateway/README.md.
        var settings: [String: String] = [:]
        /// A file of Tests/Gateway in place of the deployed one.
        var configuration: String?
    }

    /// Without a path at its end.
    let address: String
    /// Of the demo portals themselves.
    let portals: [String]
    /// Ada's.
    let token: String
    let caFile: String
    private let line: ChildLine

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let isAtHand = [root + "/.build/haproxy/usr/sbin/haproxy", "/usr/sbin/haproxy"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) }

    static func run<Result: Sendable>(
        _ choices: Choices = Choices(), _ body: (GatewayUnderTest) async throws -> Result
    ) async throws -> Result {
        let settings = String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
        let line = try ChildLine([
            "python3", root + "/Tests/Gateway/gateway.py", ProgramUnderTest.demo(), settings,
        ])
        do {
            let result = try await body(GatewayUnderTest(try JSONValue(parsing: await line.read()), line))
            await line.end()
            return result
        } catch {
            await line.end()
            throw error
        }
    }

    private init(_ started: JSONValue, _ line: ChildLine) {
        address = started["address"].text ?? ""
        portals = started["portals"].list.compactMap(\.text)
        token = started["token"].text ?? ""
        caFile = started["ca"].text ?? ""
        self.line = line
    }

    /// What gateway.py does when it is asked, with its answer.
    @discardableResult
    func ask(_ wish: String) async throws -> JSONValue {
        try JSONValue(parsing: await line.ask(wish))["answer"]
    }

    @discardableResult
    func ask(_ wish: String, _ value: some Encodable) async throws -> JSONValue {
        try await ask(String(decoding: try JSONEncoder().encode([wish: value]), as: UTF8.self))
    }

    /// Both portals go wrong at a call, once.
    func misbehave(at call: String, _ fault: String, seconds: Int = 60) async throws {
        try await ask(
            #"{"misbehave": [{"call": "\#(call)", "fault": "\#(fault)", "seconds": \#(seconds), "times": 1}]}"#)
    }

    /// The lines about a call in the gateway's log.
    func log(of requestID: String) async throws -> [JSONValue] {
        try await ask("log", requestID).list.compactMap(\.text).map { try JSONValue(parsing: Data($0.utf8)) }
    }

    /// The client, as a person uses it.
    ///
    /// - Parameters:
    ///   - token: nil for somebody who did not sign in.
    ///   - retry: `.never` where it matters what the gateway does by itself.
    func portal<Result: Sendable>(
        token: String?, options: ConnectionOptions = ConnectionOptions(), retry: RetryPolicy = .withoutWaiting,
        _ body: (PortalClient) async throws -> Result
    ) async throws -> Result {
        var options = options
        if options.caFile == nil { options.caFile = caFile }
        return try await withPortal(
            discovery: address + "/discovery", access: address + "/daam", options: options, token: token, retry: retry,
            body)
    }

    /// One of the portals, without the gateway.
    func portal<Result: Sendable>(
        directly index: Int, _ body: (PortalClient) async throws -> Result
    ) async throws -> Result {
        try await withPortal(
            discovery: portals[index] + "/discovery", access: portals[index] + "/daam", token: token, body)
    }
}

/// Names of calls that a test can look up in a log.
final class RequestNames: Sendable {
    private let count = Mutex(0)

    func next() -> String {
        count.withLock {
            $0 += 1
            return "call-\($0)"
        }
    }

    var last: String { count.withLock { "call-\($0)" } }
}
