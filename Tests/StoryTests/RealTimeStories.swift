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
    }
}

extension CommandStory {
    /// Sets up a profile that is told at once.
    fileprivate func follows(_ server: SideServer, notify: String) throws {
        _ = try home.write(
            """
            profiles:
              live:
                discovery: \(demo.listening.discovery)
                access: \(demo.listening.access)
                notifications: \(server.notificationsAddress)
            notify: \(notify)
            """, to: "config/portal/config.yaml")
    }
}
