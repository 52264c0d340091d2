import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// A portal that tells at once what changes, by a server that nobody here wrote.
    @Suite(.needsSocketIO) struct RealTime {
        @Test func whatElsewhereHappensIsOnTheScreenAtOnceAndRings() async throws {
            let (shell, server) = (try CommandStory(), try SideServer.notifications())
            try shell.follows(server, notify: "osc9")
            let story = PortalStory(home: shell.home)
            let token = ["PORTAL_TOKEN": shell.demo.listening.token]
            try await story.start("--profile", "live", columns: 100, environment: token)
            try await story.expectResults()
            try await story.press("3")
            try await story.expect("0 requests · live")

            let id = try await shell.dataset()
            let made = try await shell.portal(
                "request", "new", "--dataset", id, "--answers", try shell.answers(), "--accept-licences", "--json")
            #expect(made.status == 0, "\(made.words)")
            let number = try #require(try made.records().first?["id"]?.text)
            #expect(server.ask(#"tell application-changed {"applicationId": 1}"#) == "\"done\"")
            // Without it that would take five minutes.
            try await story.expect("1 request")

            let submitted = try await shell.portal("request", "submit", number)
            #expect(submitted.status == 0, "\(submitted.words)")
            #expect(server.ask(#"twice application-changed {"applicationId": 1}"#) == "\"done\"")
            try await story.expectRow("✓ approved")
            let stream = String(decoding: try await story.stream(), as: UTF8.self)
            #expect(stream.contains("\u{1B}]9;Request \(number) is approved."))

            try await story.press("S")
            try await story.expect("live: told as they happen")
            #expect(server.ask("refuse unavailable") == "\"done\"")
            #expect(server.ask("dismiss") == "\"done\"")
            try await story.expect("next try in")
            try await story.press("Escape")
            try await story.expect("checking every")
            #expect(server.ask("refuse -") == "\"done\"")
            try await story.expect("· live")
            try await story.quits()
        }

        @Test func aJobIsToldAtOnceAndSoIsItsHook() async throws {
            let (story, server) = (try CommandStory(), try SideServer.notifications())
            let told = try story.home.write("", to: "told.jsonl")
            let hook = try story.home.write("#!/bin/sh\ncat >> \(told)\n", to: "hook", mode: 0o700)
            try story.follows(server, notify: "{by: off, hook: [\(hook)]}")
            let file = story.home.path + "/changes.jsonl"
            let watcher = try RunningCommand(
                ["requests", "--watch", "--interval", "3600", "--json", "--profile", "live"],
                environment: story.variables(["PORTAL_TOKEN": story.demo.listening.token]), results: file)
            _ = try await watcher.waitFor(#/Live: the portal tells at once/#)

            let id = try await story.dataset()
            let made = try await story.portal(
                "request", "new", "--dataset", id, "--answers", try story.answers(), "--json")
            let number = try #require(try made.records().first?["id"]?.text)
            #expect(server.ask(#"tell application-changed {"applicationId": 1}"#) == "\"done\"")
            _ = try await GrowingFile.text(of: file) { $0.contains(#""change":"appeared""#) }
            let deleted = try await story.portal("request", "delete", number, "--yes")
            #expect(deleted.status == 0, "\(deleted.words)")
            #expect(server.ask(#"tell application-changed {"applicationId": 1}"#) == "\"done\"")
            _ = try await GrowingFile.text(of: file) { $0.contains(#""change":"gone""#) }
            _ = try await GrowingFile.text(of: told) { $0.contains(#""change":"gone""#) }
            watcher.interrupt()
            #expect(await watcher.exitStatus() != 0)
        }

        /// By a proxy, as most clusters reach the world: WebSocket goes through a tunnel of it.
        @Test(.needsTinyproxy) func aProxyDoesNotKeepItFromBeingToldAtOnce() async throws {
            let (story, server, proxy) = (try CommandStory(), try SideServer.notifications(), try SideServer.proxy())
            // This machine too, but not by an address that goes around proxies.
            let address = server.notificationsAddress.replacing("127.0.0.1", with: "0.0.0.0")
            try story.follows(at: address, notify: "off", more: "    insecure_http: true\n")
            let watcher = try RunningCommand(
                ["requests", "--watch", "--interval", "3600", "--profile", "live"],
                environment: story.variables([
                    "PORTAL_TOKEN": story.demo.listening.token, "http_proxy": proxy.announcement,
                    "HTTPS_PROXY": "http://127.0.0.1:9",
                ]))
            _ = try await watcher.waitFor(#/Live: the portal tells at once/#)
            #expect(proxy.ask("seen").contains("\"0.0.0.0:"))
            let logs = LogInspection.logs(below: story.home.state)
            #expect(
                logs.contains { (try? String(contentsOfFile: $0, encoding: .utf8))?.contains("webSocket") == true },
                "long polling was enough for it")
            watcher.interrupt()
            _ = try await watcher.waitFor(#/Nothing is lost by that: portal requests --profile live --since 20/#)
            #expect(await watcher.exitStatus() != 0)
        }
    }

    /// `portal requests --watch` in a terminal of its own, where somebody else works meanwhile.
    @Suite struct WatchingInATerminal {
        @Test(arguments: ["bell", "osc9"])
        func aDecisionRingsAndRunsTheHook(by way: String) async throws {
            let shell = try CommandStory("--decision-delay", "3")
            let told = try shell.home.write("", to: "told.jsonl")
            let hook = try shell.home.write("#!/bin/sh\ncat >> \(told)\n", to: "hook", mode: 0o700)
            _ = try shell.home.write(
                "notify: {by: \(way), hook: [\(hook)]}\n", to: "config/portal/config.yaml")
            let story = PortalStory(home: shell.home)
            let watch = [
                try ProgramUnderTest.portal(), "requests", "--watch", "--interval", "30", "--discovery",
                shell.demo.listening.discovery, "--access", shell.demo.listening.access,
            ]
            let id = try await shell.dataset()
            let made = try await shell.portal(
                "request", "new", "--dataset", id, "--answers", try shell.answers(), "--accept-licences", "--submit")
            #expect(made.status == 0, "\(made.words)")
            try await story.start(watch, columns: 100, environment: ["PORTAL_TOKEN": shell.demo.listening.token])
            try await story.expect("Watching 1 request")
            try await story.expect("submitted → approved")
            let sign = way == "bell" ? "\u{07}" : "\u{1B}]9;Request 1 is approved."
            _ = try await GrowingFile.text(of: told) { $0.contains(#""state":"approved""#) }
            try await story.press("C-c")
            try await story.expect("Stopped. Nothing is lost by that")
            #expect(String(decoding: try await story.stream(), as: UTF8.self).contains(sign))
            #expect(try await story.exitStatus() == 128 + SIGINT)
            await story.end()
        }
    }
}

extension CommandStory {
    /// Sets up a profile that is told at once.
    fileprivate func follows(_ server: SideServer, notify: String) throws {
        try follows(at: server.notificationsAddress, notify: notify)
    }

    /// - Parameter more: lines of the profile.
    fileprivate func follows(at address: String, notify: String, more: String = "") throws {
        _ = try home.write(
            """
            profiles:
              live:
                discovery: \(demo.listening.discovery)
                access: \(demo.listening.access)
                notifications: \(address)
            \(more)notify: \(notify)
            """, to: "config/portal/config.yaml")
    }
}
