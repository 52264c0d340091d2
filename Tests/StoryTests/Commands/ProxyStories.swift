import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Through a real proxy, tinyproxy: `0.0.0.0` is this machine too, but not by an address that goes around proxies.
    @Suite struct Proxies {
        @Test(.needsTinyproxy, .needsSharedData("recorded/data.gov.uk-ckan.jsonl"))
        func callsGoThroughTheProxyThatTheEnvironmentNames() async throws {
            let story = try CommandStory()
            let (certificate, key) = (story.home.path + "/cert.pem", story.home.path + "/key.pem")
            let made = try await CommandRun.run(
                "/usr/bin/env",
                [
                    "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                    "-days", "2", "-subj", "/CN=portal.test", "-addext", "subjectAltName=IP:0.0.0.0,IP:127.0.0.1",
                ], environment: ProcessInfo.processInfo.environment)
            try #require(made.status == 0, "\(made.words)")
            let ckan = try SideServer.ckan(certificate: [certificate, key])
            let proxy = try SideServer.proxy()
            let host = ckan.announcement.replacingOccurrences(of: "https://127.0.0.1", with: "0.0.0.0")
            let search = [
                "search", "--json", "--discovery", "https://" + host, "--discovery-dialect", "ckan",
                "--ca-file", certificate,
            ]
            let through = try await story.bare(search, environment: ["HTTPS_PROXY": proxy.announcement])
            #expect(through.status == 0, "\(through.words)")
            #expect(try through.records().count == 4)
            #expect(proxy.ask("seen") == "[\"\(host)\"]", "one tunnel, to the portal")

            let around = try await story.bare(
                search, environment: ["HTTPS_PROXY": proxy.announcement, "NO_PROXY": "example.org,0.0.0.0"])
            #expect(around.status == 0, "\(around.words)")
            #expect(proxy.ask("seen") == "[\"\(host)\"]", "not asked again")

            // Nothing is kept of this search that could be shown instead.
            let dead = try await story.bare(
                search + ["--sort", "title"], environment: ["HTTPS_PROXY": "http://127.0.0.1:9"])
            #expect(dead.status == 5)
            #expect(dead.words.contains("The proxy 127.0.0.1:9 did not let it through: connection refused."))
            let wrong = try await story.bare(search, environment: ["HTTPS_PROXY": "ftp://127.0.0.1"])
            #expect(wrong.status == 1)
            #expect(wrong.words.contains("HTTPS_PROXY"))
        }

        @Test(.needsTinyproxy)
        func plainHTTPGoesThroughItsOwnProxy() async throws {
            let story = try CommandStory()
            let proxy = try SideServer.proxy()
            let address = story.demo.listening.discovery.replacingOccurrences(of: "127.0.0.1", with: "0.0.0.0")
            let run = try await story.bare(
                ["search", "--limit", "1", "--insecure-http", "--discovery", address],
                environment: ["http_proxy": proxy.announcement, "HTTPS_PROXY": "http://127.0.0.1:9"])
            #expect(run.status == 0, "\(run.words)")
            #expect(proxy.ask("seen").contains("0.0.0.0:"))
        }
    }
}
