import Foundation
import PortalModel
import Synchronization

@testable import PortalServices

/// A sign-in service on loopback that does what a test says, well-mannered or not.
final class FakeIssuer: Sendable {
    typealias Form = [String: String]
    typealias Handler = @Sendable (Form) -> ScriptedServer.Answer

    private struct State {
        var handlers: [String: Handler] = [:]
        var calls: [String: [Form]] = [:]
        var authorizations: [String: [String]] = [:]
    }

    private let state = Mutex(State())
    /// Of the discovery document, by name; nil leaves the endpoint out.
    private let endpoints: [String: String]
    private let more: String

    /// What only RFC 8414's document names; nil where there is no such document.
    private let other: Set<String>?

    /// - Parameters:
    ///   - leavingOut: what the discovery document does not name.
    ///   - naming: what RFC 8414's document names; without it there is none.
    init(leavingOut: Set<String> = [], naming: Set<String>? = nil, more: String = "") {
        endpoints = Self.all.filter { !leavingOut.contains($0.key) }
        other = naming
        self.more = more
    }

    private static let all = [
        "authorization_endpoint": "/authorize", "token_endpoint": "/token",
        "device_authorization_endpoint": "/device", "revocation_endpoint": "/revoke",
        "end_session_endpoint": "/logout", "userinfo_endpoint": "/userinfo",
    ]

    /// What a path answers from now on.
    func on(_ path: String, _ handler: @escaping Handler) { state.withLock { $0.handlers[path] = handler } }

    /// What a path answers, one after the other; the last one stays.
    func on(_ path: String, answers: [ScriptedServer.Answer]) {
        let rest = Answers(answers)
        on(path) { _ in rest.next() }
    }

    /// The forms that a path was given, in order.
    func calls(_ path: String) -> [Form] { state.withLock { $0.calls[path] ?? [] } }
    func authorizations(_ path: String) -> [String] { state.withLock { $0.authorizations[path] ?? [] } }

    func run<Result: Sendable>(_ body: (_ address: String) async throws -> Result) async throws -> Result {
        try await ScriptedServer.answering { request, _ in self.answer(request) }.run { server in
            try await body(server.address)
        }
    }

    private func answer(_ request: ScriptedServer.Request) -> ScriptedServer.Answer {
        let target = request.line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let path = String(target.prefix { $0 != "?" })
        guard path != "/.well-known/openid-configuration" else { return discovery(request.headers["host"] ?? "") }
        if let other, path == "/.well-known/oauth-authorization-server" {
            let named = Self.all.filter { other.contains($0.key) || $0.key == "token_endpoint" }
            return Self.document(named, request.headers["host"] ?? "", "")
        }
        let form = Self.form(request.body)
        let handler = state.withLock { state in
            state.calls[path, default: []].append(form)
            if let value = request.headers["authorization"] { state.authorizations[path, default: []].append(value) }
            return state.handlers[path]
        }
        return handler?(form) ?? HTTPText.answer("nothing here", status: "404 Not Found")
    }

    private func discovery(_ host: String) -> ScriptedServer.Answer { Self.document(endpoints, host, more) }

    private static func document(
        _ endpoints: [String: String], _ host: String, _ more: String
    ) -> ScriptedServer.Answer {
        let fields = endpoints.map { #""\#($0.key)": "http://\#(host)\#($0.value)""# }
        return HTTPText.json("{" + (fields + [#""issuer": "http://\#(host)""#]).joined(separator: ",") + more + "}")
    }

    private static func form(_ body: String) -> Form {
        var form: Form = [:]
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            if parts.count == 2 { form[parts[0]] = parts[1] }
        }
        return form
    }

    private final class Answers: Sendable {
        private let rest: Mutex<[ScriptedServer.Answer]>
        init(_ answers: [ScriptedServer.Answer]) { rest = Mutex(answers) }
        func next() -> ScriptedServer.Answer { rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
    }
}

extension FakeIssuer {
    static func refusal(_ code: String, status: String = "400 Bad Request") -> ScriptedServer.Answer {
        HTTPText.json(#"{"error": "\#(code)"}"#, status: status)
    }

    static func tokens(
        _ access: String, refresh: String? = nil, identity: String? = nil, expires: Int = 300
    ) -> ScriptedServer.Answer {
        var fields = [#""access_token": "\#(access)""#, #""token_type": "Bearer""#, #""expires_in": \#(expires)"#]
        if let refresh { fields.append(#""refresh_token": "\#(refresh)""#) }
        if let identity { fields.append(#""id_token": "\#(identity)""#) }
        return HTTPText.json("{" + fields.joined(separator: ",") + "}")
    }

    static func deviceCode(interval: Int? = 5, expires: Int = 600) -> ScriptedServer.Answer {
        let pause = interval.map { #","interval": \#($0)"# } ?? ""
        return HTTPText.json(
            #"{"device_code":"dc","user_code":"ABCD-EFGH","verification_uri":"https://id.example/device","#
                + #""verification_uri_complete":"https://id.example/device?user_code=ABCD-EFGH","#
                + #""expires_in":\#(expires)\#(pause)}"#)
    }

    /// An ID token with these claims; its signature is nobody's.
    static func idToken(_ claims: String, algorithm: String = "RS256") -> String {
        let parts = [#"{"alg":"\#(algorithm)"}"#, claims].map { Base64URL.encode($0.utf8) }
        return parts.joined(separator: ".") + ".c2lnbmF0dXJl"
    }
}

/// Clocks for logins.
enum TestClock {
    static let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// Waiting takes no time, and the clock then shows that it was waited.
    static func leaping(from start: Date = start) -> (clock: IdentityClock, hands: Hands) {
        let hands = Hands(start)
        return (
            IdentityClock(
                now: { hands.now },
                sleep: { duration in
                    try Task.checkCancellation()
                    hands.advance(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
                }), hands
        )
    }

    /// Stands still until it is set; waiting ends with the task.
    static func standing(at start: Date = start) -> (clock: IdentityClock, hands: Hands) {
        let hands = Hands(start)
        return (
            IdentityClock(
                now: { hands.now },
                sleep: { _ in
                    let (never, _) = AsyncStream.makeStream(of: Void.self)
                    for await _ in never {}
                    try Task.checkCancellation()
                }), hands
        )
    }

    final class Hands: Sendable {
        private let date: Mutex<Date>
        init(_ date: Date) { self.date = Mutex(date) }
        var now: Date { date.withLock { $0 } }
        func advance(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
    }
}

/// A directory for tokens that is gone when the body ends.
func withTokenDirectory<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let path = NSTemporaryDirectory() + "portal-tokens-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
