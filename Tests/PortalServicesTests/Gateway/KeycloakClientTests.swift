import FoundationEssentials
import JSONStream
import Testing

@testable import PortalServices

/// The file of deploy/keycloak. No Keycloak can be run here, so this only holds it to what its README promises.
@Suite("The client for Keycloak")
struct KeycloakClientTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func read(_ path: String) throws -> Data { try Data(contentsOf: Self.root.appending(path: path)) }

    @Test("It has no secret and no grant but the device's and the browser's with PKCE")
    func grants() throws {
        let client = try JSONValue(parsing: try read("deploy/keycloak/portal-terminal.json"))
        #expect(client["protocol"].text == "openid-connect")
        for name in ["enabled", "publicClient", "standardFlowEnabled"] { #expect(client[name].flag == true, "\(name)") }
        for name in [
            "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "fullScopeAllowed",
        ] {
            #expect(client[name].flag == false, "\(name)")
        }
        #expect(client["secret"] == .null)
        let attributes = client["attributes"]
        #expect(attributes["oauth2.device.authorization.grant.enabled"].text == "true")
        #expect(attributes["pkce.code.challenge.method"].text == "S256")
    }

    @Test("Browsers come back to where the program listens, and tokens name the audience that the gateway asks for")
    func agreement() throws {
        let client = try JSONValue(parsing: try read("deploy/keycloak/portal-terminal.json"))
        #expect(client["redirectUris"].list.map(\.text) == ["http://127.0.0.1" + LoopbackListener.path])
        #expect(client["webOrigins"].list.isEmpty)
        let granted = Set(client["defaultClientScopes"].list.compactMap(\.text)).union(["openid"])
        let settings = IdentitySettings(issuer: "https://login.example", clientID: client["clientId"].text ?? "")
        #expect(granted.isSuperset(of: settings.scopes))
        let audience = try #require(client["protocolMappers"].list.first)["config"]
        #expect(audience["included.custom.audience"].text == "portal-services")
        #expect(audience["access.token.claim"].text == "true")
        let gateway = String(decoding: try read("deploy/gateway/README.md"), as: UTF8.self)
        #expect(gateway.contains("portal-services"))
    }

    @Test("Every setting that the file makes is explained")
    func explained() throws {
        let words = String(decoding: try read("deploy/keycloak/README.md"), as: UTF8.self)
        let client = try JSONValue(parsing: try read("deploy/keycloak/portal-terminal.json"))
        for name in [
            "clientId", "redirectUris", "webOrigins", "publicClient", "defaultClientScopes", "protocolMappers",
        ] {
            #expect(client[name] != .null, "\(name)")
        }
        for name in [
            "publicClient", "oauth2.device.authorization.grant.enabled", "standardFlowEnabled",
            "pkce.code.challenge.method", "redirectUris", "webOrigins", "directAccessGrantsEnabled",
            "implicitFlowEnabled", "serviceAccountsEnabled", "fullScopeAllowed", "use.refresh.tokens",
            "client.use.lightweight.access.token.enabled", "defaultClientScopes", "protocolMappers",
        ] {
            #expect(words.contains("`\(name)`"), "\(name)")
        }
    }
}
