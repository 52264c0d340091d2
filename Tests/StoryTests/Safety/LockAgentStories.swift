import Foundation
import Synchronization
import TerminalHarness
import Testing

extension Stories.Locks {
    /// A lock that a key of ssh-agent opens, whatever the agent does.
    @Test(.enabled(if: AgentOfAStory.isThere, "no ssh-agent"))
    func anAgentOpensItAndWhereItDoesNotThatIsSaid() async throws {
        let home = try StoryHome()
        let agent = try await AgentOfAStory(in: home)
        func portal(_ words: String...) async throws -> CommandRun {
            try await CommandRun.run(ProgramUnderTest.portal(), words, environment: agent.environment)
        }
        let unsteady = try await portal("lock", "enable", "--ssh-agent", try await agent.add("ecdsa"))
        #expect(unsteady.status == 1 && unsteady.words.contains("security keys (sk-)"), "\(unsteady)")
        #expect(!FileManager.default.fileExists(atPath: home.data + "/portal/lock.json"), "nothing was made")
        let key = try await agent.add("ed25519")
        let enabled = try await portal("lock", "enable", "--ssh-agent", key)
        #expect(enabled.status == 0, "\(enabled)")
        // As after being cut off.
        let again = try await portal("lock", "enable", "--ssh-agent", key)
        #expect(again.status == 0, "\(again)")

        func whatIsSaid() async throws -> CommandRun {
            _ = try await portal("lock", "now")
            return try await portal("lock", "unlock")
        }
        let opened = try await whatIsSaid()
        #expect(opened.status == 0, "\(opened)")
        try await agent.lock(true)
        let locked = try await whatIsSaid()
        #expect(locked.status == 4 && locked.words.contains("ssh-add -X opens it"), "\(locked)")
        try await agent.lock(false)
        #expect(try await whatIsSaid().status == 0)
        try await agent.run("ssh-add", "-q", "-d", home.path + "/ed25519")
        let other = try await whatIsSaid()
        #expect(other.status == 4 && other.words.contains("does not have the key \(key)"), "\(other)")
        try await agent.run("ssh-add", "-q", "-c", home.path + "/ed25519")
        #expect(try await whatIsSaid().status == 0, "somebody was asked, and said yes")
        try agent.refuse()
        let refused = try await whatIsSaid()
        #expect(refused.status == 4 && refused.words.contains("somebody refused"), "\(refused)")
        agent.end()
        let gone = try await whatIsSaid()
        #expect(gone.status == 4 && gone.words.contains("No ssh-agent answers"), "\(gone)")
        #expect(try await portal("--demo", "search", "--limit", "1").status == 0, "browsing works meanwhile")
    }
}

/// An ssh-agent of a story's own. Whom it asks says what is written in a file.
private final class AgentOfAStory: Sendable {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-agent")
    private let home: StoryHome
    private let process: RunningAgent

    init(in home: StoryHome) async throws {
        self.home = home
        _ = try home.write("#!/bin/sh\ncat '\(home.path)/word'\n", to: "ask", mode: 0o700)
        _ = try home.write("yes\n", to: "word")
        process = try RunningAgent(at: home.path + "/agent", asking: home.path + "/ask")
        var tries = 0
        // It answers as soon as it listens.
        while try await run("ssh-add", "-l").status == 2, tries < 500 { tries += 1 }
    }

    var environment: [String: String] {
        home.environment.merging([
            "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "SSH_AUTH_SOCK": home.path + "/agent", "DISPLAY": ":0",
            "SSH_ASKPASS": home.path + "/ask", "SSH_ASKPASS_REQUIRE": "force",
        ]) { $1 }
    }

    @discardableResult func run(_ program: String, _ arguments: String...) async throws -> CommandRun {
        try await CommandRun.run("/usr/bin/" + program, arguments, environment: environment)
    }

    /// - Returns: its fingerprint.
    func add(_ kind: String) async throws -> String {
        let path = home.path + "/" + kind
        try await run("ssh-keygen", "-q", "-t", kind, "-N", "", "-f", path)
        try await run("ssh-add", "-q", path)
        let line = try await run("ssh-keygen", "-l", "-f", path).output
        return String(line.split(separator: " ").dropFirst().first ?? "")
    }

    func lock(_ isLocked: Bool) async throws {
        _ = try home.write("a password\n", to: "word")
        let done = try await run("ssh-add", isLocked ? "-x" : "-X")
        guard done.status == 0 else { throw HarnessError("ssh-add: \(done.words)") }
        _ = try home.write("yes\n", to: "word")
    }

    func refuse() throws { _ = try home.write("no\n", to: "word") }
    func end() { process.end() }
}

/// Ends with whoever holds it.
private final class RunningAgent: Sendable {
    private let identifier: pid_t

    init(at socket: String, asking: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-agent")
        process.arguments = ["-D", "-a", socket]
        process.environment = ["PATH": "/usr/bin:/bin", "DISPLAY": ":0", "SSH_ASKPASS": asking]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        identifier = process.processIdentifier
    }

    /// What a test starts may have inherited that signals are held back: this one cannot be.
    func end() {
        // Once: its number may be another's then.
        let wasOver = isOver.withLock { over in
            defer { over = true }
            return over
        }
        if !wasOver { kill(identifier, SIGKILL) }
    }

    private let isOver = Mutex(false)

    deinit { end() }
}
