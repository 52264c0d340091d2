import Foundation
import TerminalHarness
import Testing

extension Stories.Disks {
    /// A quota that is used up (EDQUOT), as the kernel says it to the program that is shipped.
    @Test(.needsStrace)
    func aUsedUpQuotaIsSaidAndNothingThatWasSavedIsLost() async throws {
        try await PortalUnderTest.run { portal in
            let story = try PortalStory()
            try portal.configure(story.home)
            try await story.start(columns: 100, rows: 40, environment: portal.environment)
            try await story.beginsARequest()
            try await story.type("before ")
            try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("before") }

            let quota = try await UsedUpQuota(of: story.programIdentifier(), story.home)
            try await story.type("during ")
            let refused = try await story.expect("not saved here")
            for words in ["Your quota on the disk is used up", "before during"] {
                #expect(refused.contains(words), "\(refused)")
            }
            try await quota.raise()
            try await story.type("after")
            try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("before during after") }
            try await story.kill(SIGKILL)
            _ = try await story.exitStatus()
            try await story.start(columns: 100, rows: 40, environment: portal.environment)
            try await story.continuesItsDraft()
            try await story.expect("before during after")
            await story.end()
        }
    }

    @Test(.needsStrace)
    func aCommandSaysThatTheQuotaIsUsedUpAndMakesNothing() async throws {
        let story = try CommandStory()
        let new = [
            "request", "new", "--dataset", try await story.dataset(), "--answers", try story.answers(), "--discovery",
            story.demo.listening.discovery, "--access", story.demo.listening.access,
        ]
        let own = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PORTAL_TOKEN": story.demo.listening.token]
        let run = try await CommandRun.run(
            "/usr/bin/env", UsedUpQuota.strace + [ProgramUnderTest.portal()] + new,
            environment: story.home.environment.merging(own) { $1 })
        #expect(run.status == 1, "\(run.words)")
        for words in ["Your quota on the disk is used up", "safe", "ask for a larger quota"] {
            #expect(run.words.contains(words), "\(run.words)")
        }
        #expect(try await story.portal("requests", "--json").output.isEmpty)
        #expect(try await story.portal(new).status == 0)
    }
}

/// The kernel refuses a running program what needs room, as when the quota of its user is used up, until it is raised.
private struct UsedUpQuota {
    /// What SQLite writes with; and what says at last that a file has arrived on the disk.
    private static let calls = "pwrite64,fsync,fdatasync,ftruncate,fallocate"
    static let strace = [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=\(calls)", "-e", "inject=\(calls):error=EDQUOT",
    ]
    private let tracer: KillableProgram

    init(of program: pid_t, _ home: StoryHome) async throws {
        let words = home.path + "/strace"
        tracer = try KillableProgram(
            Self.strace + ["-p", "\(program)"], environment: ["PATH": "/usr/bin:/bin"], words: words)
        let end = ContinuousClock.now + PortalStory.patience
        while try !String(contentsOfFile: words, encoding: .utf8).contains("attached") {
            guard ContinuousClock.now < end else { throw HarnessError("strace does not attach itself.") }
        }
    }

    func raise() async throws { _ = try await tracer.end(after: .zero, by: SIGTERM) }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where one process may look into another's calls.
    fileprivate static var needsStrace: Self {
        .needs("strace is not installed, or may not be used") {
            let probe = Process()
            // At a program that is not its own child: some machines allow the one and not the other.
            probe.executableURL = URL(fileURLWithPath: "/bin/sh")
            let strace = UsedUpQuota.strace.map { "'\($0)'" }.joined(separator: " ")
            probe.arguments = ["-c", "sleep 1 & exec \(strace) -p $!"]
            probe.standardError = FileHandle.nullDevice
            guard (try? probe.run()) != nil else { return false }
            probe.waitUntilExit()
            return probe.terminationStatus == 0
        }
    }
}
