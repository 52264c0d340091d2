import PortalModel
import Testing

@testable import PortalServices

@Suite("Proxies by the usual variables")
struct ProxySettingsTests {
    private func host(_ address: String, _ variables: [String: String]) throws -> String? {
        try ProxySettings(environment: variables).server(for: address).map { "\($0.host):\($0.port)" }
    }

    @Test("each kind of address has its own, and lower case wins")
    func kinds() throws {
        let variables = [
            "HTTPS_PROXY": "http://upper.example:1", "https_proxy": "lower.example:3128",
            "ALL_PROXY": "http://all.example",
        ]
        #expect(try host("https://portal.example/x", variables) == "lower.example:3128")
        #expect(try host("http://portal.example/x", variables) == "all.example:80")
        #expect(try host("https://portal.example/x", [:]) == nil)
    }

    @Test(
        "exceptions go straight",
        arguments: [
            ("https://portal.example", "portal.example", true), ("https://a.portal.example", ".portal.example", true),
            ("https://a.portal.example", "*.portal.example", true),
            ("https://notportal.example", "portal.example", false),
            ("https://portal.example:8443", "portal.example:443", false), ("https://portal.example", "other, *", true),
            ("https://localhost:8080", "", true), ("https://127.0.0.1:8080", "", true),
        ])
    func exceptions(address: String, list: String, goesStraight: Bool) throws {
        let found = try host(address, ["https_proxy": "http://proxy.example:3128", "NO_PROXY": list])
        #expect((found == nil) == goesStraight)
    }

    @Test("what is no proxy is refused before anything is sent", arguments: ["ftp://a.example", "http://", "://"])
    func refused(text: String) {
        #expect(throws: PortalError.self) { try ProxySettings(environment: ["HTTPS_PROXY": text]) }
    }
}
