import PortalModel
import Testing

@Suite("An address as it may be shown")
struct ShownAddressTests {
    @Test(
        "Neither user name, password nor the values of a query are in it",
        arguments: [
            ("https://portal.example/discovery", "https://portal.example/discovery"),
            ("https://portal.example:8443/@me", "https://portal.example:8443/@me"),
            ("http://[::1]:8080/x@y", "http://[::1]:8080/x@y"),
            ("https://user:s3cr3t@example.org/x", "https://••••@example.org/x"),
            ("https://s3cr3t@example.org", "https://••••@example.org"),
            ("https://user:s3@cr3t@example.org", "https://••••@example.org"),
            ("https://user:s3/cr3t@example.org/x", "https://••••@example.org/x"),
            ("https://user:s3cr3t@exa mple.org/x", "https://••••@exa mple.org/x"),
            ("https://user:s3#cr3t@example.org/x", "https://••••@example.org/x"),
            ("https://user:s3?cr3t@example.org/x", "https://••••@example.org/x"),
            ("https://user:1234/s3cr3t@example.org", "https://••••@example.org"),
            ("https:/user:s3cr3t@example.org/x", "https:/••••@example.org/x"),
            ("https//user:s3cr3t@example.org/x", "https//••••@example.org/x"),
            ("http:\\\\user:s3cr3t@example.org", "http:\\\\••••@example.org"),
            ("//user:s3cr3t@example.org", "//••••@example.org"),
            ("https://localhost:8080/@me", "https://localhost:8080/@me"),
            ("https://example.org/x?mail=a:b@c", "https://example.org/x?mail=••••"),
            ("ftp://user:s3cr3t@example.org", "ftp://••••@example.org"),
            ("user:s3cr3t@example.org", "••••@example.org"),
            ("helpdesk@example.org", "helpdesk@example.org"),
            ("https://example.org/x?apikey=s3cr3t&page=2", "https://example.org/x?apikey=••••&page=••••"),
            ("https://example.org/x?s3cr3t", "https://example.org/x?••••"),
            ("https://example.org/x#access_token=s3cr3t;b=c", "https://example.org/x#access_token=••••;b=••••"),
            ("example.org?a=s3cr3t?cr3t", "example.org?a=••••?••••"), ("", ""), ("@", "@"), ("?", "?"),
        ])
    func masked(_ address: String, shown: String) {
        #expect(address.withoutCredentials == shown)
        #expect(shown.withoutCredentials == shown)
    }
}
