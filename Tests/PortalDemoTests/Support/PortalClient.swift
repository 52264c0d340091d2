import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

@testable import PortalDemo

/// Talks to a demo portal over HTTP, as any client does.
struct PortalClient {
    let portal: RunningDemo
    var token: String?

    struct Answer {
        let status: Int
        fileprivate let headers: HTTPHeaders
        let bytes: Data

        var text: String { String(decoding: bytes, as: UTF8.self) }

        func header(_ name: String) -> String? { headers.first(name: name) }

        var json: JSON { (try? JSONDecoder().decode(JSON.self, from: bytes)) ?? .null }
    }

    enum Method: String {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    enum Service {
        case discovery, access, guide, rems, archive, faults

        func base(of portal: RunningDemo) -> String {
            switch self {
            case .discovery: portal.discovery
            case .access: portal.access
            case .guide: portal.guide
            case .rems: portal.rems
            case .archive: portal.archive
            case .faults: "http://127.0.0.1:\(portal.port)/faults"
            }
        }
    }

    /// - Parameter path: As it goes over the wire, encoded.
    func send(
        _ method: Method, _ service: Service, _ path: String, body: String? = nil,
        contentType: String = "application/json", requestID: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(
            method, service, path, bytes: body.map { ByteBuffer(string: $0) }, contentType: contentType,
            requestID: requestID, headers: headers)
    }

    func send(
        _ method: Method, _ service: Service, _ path: String, bytes: ByteBuffer?, contentType: String,
        requestID: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        let address = [service.base(of: portal), path].filter { !$0.isEmpty }.joined(separator: "/")
        var request = HTTPClientRequest(url: address)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.method = HTTPMethod(rawValue: method.rawValue)
        if let requestID { request.headers.add(name: "X-Request-ID", value: requestID) }
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let bytes {
            request.headers.add(name: "Content-Type", value: contentType)
            request.body = .bytes(bytes)
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let collected = try await response.body.collect(upTo: 64 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, bytes: Data(collected.readableBytesView))
    }

    func search(_ body: String) async throws -> Answer {
        try await send(.post, .discovery, "api/v1/datasets/search", body: body)
    }

    /// The ids found, in order.
    func found(_ body: String) async throws -> [String] {
        try await search(body).json["results"].list.compactMap { $0["id"].text }
    }

    func dataset(_ id: String) async throws -> Answer {
        let unreserved = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        let encoded = id.addingPercentEncoding(withAllowedCharacters: unreserved) ?? id
        return try await send(.get, .discovery, "api/v1/datasets/\(encoded)")
    }
}

/// A clock that stands still until it is told.
final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_790_000_000))

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}

/// Runs a portal for as long as `body` takes.
func withPortal(_ options: DemoOptions = DemoOptions(), _ body: (PortalClient) async throws -> Void) async throws {
    try await valueFromPortal(options, body)
}

/// The same, with a catalogue of these lines.
func withPortal(catalogue lines: String, _ body: (PortalClient) async throws -> Void) async throws {
    try await withTemporaryDirectory { directory in
        let file = directory.appending(path: "catalogue.jsonl")
        try Data(lines.utf8).write(to: file)
        try await withPortal(DemoOptions(catalogue: .file(path: file.path)), body)
    }
}

/// Runs a portal until `body` has a value.
func valueFromPortal<Value>(
    _ options: DemoOptions, _ body: (PortalClient) async throws -> Value
) async throws -> Value {
    let portal = try await DemoPortal.start(options)
    let result: Result<Value, any Error>
    do {
        result = .success(try await body(PortalClient(portal: portal)))
    } catch {
        result = .failure(error)
    }
    await portal.stop()
    return try result.get()
}

/// A directory that is removed afterwards.
func withTemporaryDirectory(_ body: (URL) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "portal-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try await body(directory)
}

/// Material beside the project, which is not part of it.
enum SharedData {
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/data/\(name)")
            .standardizedFileURL.path
    }

    static func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
