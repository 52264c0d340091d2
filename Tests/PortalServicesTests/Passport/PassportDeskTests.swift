import Foundation
import Logging
import Passport
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

@Suite("Passports over HTTP")
struct PassportDeskTests {
    private static let none: @Sendable () async throws(PortalError) -> String? = { () throws(PortalError) in nil }

    private func report(
        _ settings: PassportSettings, isLocal: Bool = true, credentials: Credentials = .readyToken(Secret("tok")),
        logger: Logger? = nil, permissions: PassportDesk.Source? = nil, asksBroker: Bool = true
    ) async throws -> PassportReport {
        var options = ConnectionOptions()
        if let logger { options.logger = logger }
        let desk = PassportDesk(settings, credentials: credentials, isLocal: isLocal, options: options)
        let result: Result<PassportReport, PortalError>
        do throws(PortalError) {
            result = .success(
                try await desk.report(userInfo: asksBroker ? Self.none : nil, permissions: permissions))
        } catch {
            result = .failure(error)
        }
        await desk.shutdown()
        return try result.get()
    }

    @Test("The demo portal's broker hands out visas that hold, and one of an issuer whom nobody here trusts")
    func demo() async throws {
        try await DemoAddresses.run { demo in
            try await withPortal(discovery: demo.discovery, access: demo.access, token: demo.token) { portal in
                let page = try await portal.discoveryService.search(SearchQuery(text: "breast cancer"), 0, 20)
                let dataset = try #require(
                    page.results.compactMap(\.dataset).first { $0.accessLevel == .restricted && !$0.isSeries })
                let identifier = try #require(dataset.identifier)
                let access = portal.accessService
                let id = try await access.completeDraft(for: identifier)
                try await access.submit(id)
                let granted = try await access.entitlements()
                try #require(!granted.isEmpty)
                let broker = demo.userInfo.replacing("/userinfo", with: "/")
                var settings = PassportSettings(
                    userInfo: demo.userInfo, issuers: [.init(name: broker, keys: broker + "jwk")])
                // Not by way of the proxy of the contracts: rems.yaml has no permissions.
                let address = broker.replacing("/broker/", with: "/rems")
                settings.trust(rems: address)
                let found = try await report(settings, credentials: .readyToken(Secret(demo.token)))
                #expect(found.failures.isEmpty && found.visas.count == 5)
                #expect(found.visas.filter { $0.verdict == .checked }.count == 4)
                #expect(found.visas.filter { $0.verdict == .notChecked(.issuerNotTrusted) }.count == 1)
                #expect(found.missing(of: granted).isEmpty)
                let grant = try #require(found.visas.first { $0.grants(identifier) })
                #expect(grant.verdict == .checked && grant.algorithm == "RS256" && grant.by == "dac")

                // Of REMS alone, by its own key and address.
                let rems = try PortalClient(
                    PortalAddresses(
                        discovery: address, discoveryDialect: .rems, access: address, accessDialect: .rems),
                    secrets: ServiceSecrets(remsKey: Secret(demo.remsKey), remsUser: "ada"))
                let own = try await report(
                    settings, permissions: rems.accessService.permissions, asksBroker: false)
                await rems.shutdown()
                #expect(own.visas.map(\.verdict) == [.checked] && own.visas.map(\.origin) == [.rems])
            }
        }
    }

    @Test("Keys are fetched of listed issuers only, and never within this machine for a portal elsewhere")
    func loopback() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"keys":[]}"#) }.run { server in
            let keys = server.address + "/jwk"
            let visa = Self.visa(issuer: "https://rems.example/", keys: keys)
            let source: PassportDesk.Source = { () throws(PortalError) in [SignedVisa(visa)] }
            let listed = PassportSettings(issuers: [.init(name: "https://rems.example/", keys: keys)])
            let refused = try await report(listed, isLocal: false, permissions: source, asksBroker: false)
            #expect(refused.visas.map(\.verdict) == [.notChecked(.keysNotHad(.passport(.addressRefused(keys))))])
            let others = PassportSettings(issuers: [
                .init(name: "https://rems.example/", keys: "https://rems.example/k")
            ])
            let other = try await report(others, permissions: source, asksBroker: false)
            #expect(other.visas.map(\.verdict) == [.failed(.otherKeys)])
            let nobody = try await report(PassportSettings(), permissions: source, asksBroker: false)
            #expect(nobody.visas.map(\.verdict) == [.notChecked(.issuerNotTrusted)])
            #expect(server.requests.isEmpty, "nothing was fetched")
            let local = try await report(listed, permissions: source, asksBroker: false)
            #expect(local.visas.map(\.verdict) == [.failed(.keyUnknown)])
            #expect(server.requests.count == 1)
            #expect(server.requests.first?.headers["authorization"] == nil, "keys are for everybody")
        }
    }

    @Test("Keycloak's broker gives the token that user info is asked with, by POST where GET is not known")
    func broker() async throws {
        try await ScriptedServer.answering { request, _ in
            switch request.line {
            case "GET /broker/LSAAI/token HTTP/1.1": HTTPText.json(#"{"access_token":"theirs"}"#)
            case "GET /userinfo HTTP/1.1": HTTPText.answer("", status: "405 Method Not Allowed")
            default: HTTPText.json(#"{"sub":"ada","ga4gh_passport_v1":["x",3,null]}"#)
            }
        }.run { server in
            let settings = PassportSettings(
                userInfo: server.address + "/userinfo", broker: server.address + "/broker/LSAAI/token")
            let found = try await report(settings)
            // Equal ones are one: a broker hands on what others gave it.
            #expect(found.visas.map(\.verdict) == [.failed(.malformed), .failed(.malformed)])
            #expect(
                server.requests.map { $0.headers["authorization"] } == ["Bearer tok", "Bearer theirs", "Bearer theirs"])
            #expect(server.requests.last?.line == "POST /userinfo HTTP/1.1")
        }
    }

    @Test("An address where nothing is, is named with what to mend")
    func nothingThere() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json("{}", status: "404 Not Found") }.run { server in
            let address = server.address + "/userinfo"
            let missing = await failure { () throws(PortalError) in
                do { return try await report(PassportSettings(userInfo: address)) } catch let error as PortalError {
                    throw error
                } catch { throw PortalError(.local, operation: "testing") }
            }
            #expect(missing?.reason == .passport(.userInfoMissing(address: address)) && missing?.kind == .notFound)
        }
    }

    @Test("Who could not be asked is told, and hides nobody else")
    func failures() async throws {
        try await ScriptedServer.answering { _, _ in HTTPText.json("{}", status: "403 Forbidden") }.run { server in
            let settings = PassportSettings(userInfo: server.address, broker: server.address + "/token")
            let refused = await failure { () throws(PortalError) in
                do { return try await report(settings) } catch let error as PortalError { throw error } catch {
                    throw PortalError(.local, operation: "testing")
                }
            }
            #expect(refused?.reason == .passport(.brokerRefuses) && refused?.kind == .forbidden)
            let both = try await report(settings, permissions: { () throws(PortalError) in [SignedVisa("a")] })
            #expect(both.visas.count == 1)
            #expect(both.failures == [.init(.broker, .passport(.brokerRefuses))])
        }
    }

    @Test("A refused token is replaced once")
    func replaced() async throws {
        try await ScriptedServer.answering { request, _ in
            request.headers["authorization"] == "Bearer new"
                ? HTTPText.json(#"{"sub":"ada","ga4gh_passport_v1":[]}"#)
                : HTTPText.json("{}", status: "401 Unauthorized")
        }.run { server in
            let credentials = Credentials(
                token: { () throws(PortalError) in Secret("old") },
                replacement: { _ throws(PortalError) in Secret("new") })
            let found = try await report(PassportSettings(userInfo: server.address), credentials: credentials)
            #expect(found == PassportReport() && server.requests.count == 2)
        }
    }

    @Test("A REMS without the permissions API says so, and no log holds a visa")
    func notEnabled() async throws {
        let lines = Mutex<[String]>([])
        let visa = Self.visa(issuer: "https://rems.example/", keys: "https://rems.example/k")
        try await ScriptedServer.answering { request, _ in
            request.line.contains("/api/permissions/ada%40rems?expired=false")
                ? HTTPText.answer("not implemented", status: "501 Not Implemented")
                : HTTPText.json(#"{"sub":"ada","ga4gh_passport_v1":["\#(visa)"]}"#)
        }.run { server in
            let rems = try PortalClient(
                PortalAddresses(
                    discovery: server.address, discoveryDialect: .rems, access: server.address, accessDialect: .rems),
                secrets: ServiceSecrets(remsKey: Secret("k"), remsUser: "ada@rems"))
            var logger = Logger(label: "test") { _ in KeptLog { line in lines.withLock { $0.append(line) } } }
            logger.logLevel = .trace
            let found = try await report(
                PassportSettings(userInfo: server.address), logger: logger,
                permissions: rems.accessService.permissions)
            await rems.shutdown()
            #expect(found.failures.map(\.reason) == [.passport(.notEnabled)])
            #expect(found.visas.map(\.verdict) == [.notChecked(.issuerNotTrusted)])
        }
        #expect(!lines.withLock { $0 }.contains { $0.contains("eyJ") || $0.contains("tok") })
    }

    @Test("Addresses at which no keys are fetched")
    func addresses() {
        let fit = ["https://rems.example/api/jwk", "https://rems.example:8443/k?x=1", "https://1.1.1.1/k"]
        for address in fit { #expect(FetchedAddress.isFit(address, isLocal: false), "\(address)") }
        let unfit = [
            "http://rems.example/jwk", "ftp://rems.example/", "file:///etc/passwd", "https://", "", "rems.example",
            "https://a:b@rems.example/", "https://localhost/k", "https://x.localhost/k", "https://127.0.0.1/k",
            "https://127.1/k", "https://2130706433/k", "https://0x7f.0.0.1/k", "https://0x7f000001/k",
            "https://169.254.169.254/latest", "https://10.1.2.3/k", "https://172.20.0.1/k", "https://192.168.1.1/k",
            "https://100.64.0.1/k", "https://0.0.0.0/k", "https://[::1]/k", "https://[::]/k", "https://[fd00::1]/k",
            "https://[fe80::1]/k", "https://[::ffff:127.0.0.1]/k", "https://[64:ff9b::a00:1]/k", "https://224.0.0.1/",
            "https://rems.example:0/", "https://rems.example:99999/", "https://localhost./k", "https://127.0.0.1./k",
            "https://rems.example/#x", "https://rems.example/" + String(repeating: "x", count: 255),
        ]
        for address in unfit { #expect(!FetchedAddress.isFit(address, isLocal: false), "\(address)") }
        #expect(FetchedAddress.isFit("http://127.0.0.1:8080/k", isLocal: true))
        #expect(!FetchedAddress.isFit("http://10.0.0.1/k", isLocal: true))
        #expect(!FetchedAddress.isFit("http://rems.example/k", isLocal: true))
    }

    /// Whole but for its signature, which is anything.
    private static func visa(issuer: String, keys: String) -> String {
        let now = Int(Date().timeIntervalSince1970)
        let header = #"{"alg":"RS256","kid":"k","jku":"\#(keys)"}"#
        let claims = """
            {"iss":"\(issuer)","sub":"me","iat":\(now),"exp":\(now + 3600),"ga4gh_visa_v1":{"type":\
            "ControlledAccessGrants","value":"EGAD1","source":"dac","by":"dac","asserted":\(now)}}
            """
        return [header, claims, "signature"].map { Base64URL.encode($0.utf8) }.joined(separator: ".")
    }
}

/// Every line of a log, whatever its level.
private struct KeptLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    let keep: @Sendable (String) -> Void

    init(_ keep: @escaping @Sendable (String) -> Void) { self.keep = keep }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { keep("\(event.message) \(event.metadata ?? [:])") }
}
