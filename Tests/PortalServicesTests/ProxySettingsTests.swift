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

    @Test(
        "a range of addresses is for hosts that are numbers",
        arguments: [
            ("10.9.9.9", "10.0.0.0/8", true), ("11.0.0.1", "10.0.0.0/8", false), ("10.9.9.9", "10.9.9.9", true),
            ("172.31.255.255", "172.16.0.0/12", true), ("172.32.0.0", "172.16.0.0/12", false),
            ("192.168.1.129", "192.168.1.128/25", true), ("192.168.1.127", "192.168.1.128/25", false),
            ("10.9.9.9", "10.9.9.9/32", true), ("10.9.9.8", "10.9.9.9/32", false), ("10.9.9.9", "0.0.0.0/0", true),
            ("10.9.9.9", "10.0.0.0/33", false), ("10.9.9.9", "10.0.0.0/-1", false), ("10.9.9.9", "10.0.0.0/", false),
            ("10.portal.example", "10.0.0.0/8", false), ("10.9.9.9", "9.9", false), ("10.9.9.9", ".9.9.9", false),
            ("[fd12::1]", "fd00::/8", true), ("[fe12::1]", "fd00::/8", false), ("[fd12::1]", "[fd00::]/8", true),
            ("[fd12::1]", "fd12:0:0::1", true), ("[fd12::1]", "[FD12::1]", true), ("[fd12::1]", "fd12::2", false),
            ("[fd12::1]", "10.0.0.0/8", false), ("10.9.9.9", "::/0", false), ("[fd12::1]", "::/0", true),
            ("10.9.9.9", " a.example,\t10.0.0.0/8 ,", true),
        ])
    func ranges(host: String, list: String, goesStraight: Bool) throws {
        let found = try self.host("https://\(host):18443/x", ["HTTPS_PROXY": "http://p:1", "NO_PROXY": list])
        #expect((found == nil) == goesStraight)
    }

    @Test(
        "dots, ports and brackets are taken as they are written",
        arguments: [
            ("https://a.portal.example./x", "portal.example", true),
            ("https://portal.example", "portal.example.", true),
            ("https://portal.example", "..portal.example", true), ("https://portal.example", ".,, ,.", false),
            ("https://[fd12::1]:8443", "[fd12::1]:8443", true), ("https://[fd12::1]:8443", "[fd12::1]:443", false),
            ("https://10.9.9.9:8443", "10.0.0.0/8:8443", true), ("https://10.9.9.9", "10.0.0.0/8:8443", false),
            ("https://PORTAL.example", "Portal.Example", true), ("https://portal.example", "*", true),
        ])
    func spellings(address: String, list: String, goesStraight: Bool) throws {
        #expect((try host(address, ["HTTPS_PROXY": "http://p:1", "NO_PROXY": list]) == nil) == goesStraight)
    }

    @Test("an empty list in lower case does not hide the other, as with curl")
    func emptyList() throws {
        let variables = ["https_proxy": "http://p:1", "no_proxy": "", "NO_PROXY": "portal.example"]
        #expect(try host("https://portal.example", variables) == nil)
    }

    @Test(
        "what is no proxy is refused before anything is sent",
        arguments: ["ftp://a.example", "http://", "://", "http://a.example:99999", "socks5://a.example:0"])
    func refused(text: String) {
        #expect(throws: PortalError.self) { try ProxySettings(environment: ["HTTPS_PROXY": text]) }
    }
}
