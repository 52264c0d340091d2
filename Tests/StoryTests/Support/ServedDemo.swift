import Foundation
import TerminalHarness
import Testing

/// The built `portal-demo`, serving on a port of its own until the story lets it go.
final class ServedDemo: Sendable {
    struct Listening: Decodable, Sendable {
        var discovery: String
        var access: String
        var guide: String
        var rems: String
        var sda: String
        var token: String
        var remsKey: String
    }

    let listening: Listening
    /// Closing it ends the child.
    private let lifeline: FileHandle
    private let pid: pid_t

    init(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try ProgramUnderTest.demo())
        process.arguments = ["serve", "--end-with-stdin", "--faults", "--decision-delay", "0"] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        lifeline = input.fileHandleForWriting
        pid = process.processIdentifier
        var line = Data()
        while !line.contains(0x0A) {
            let chunk = output.fileHandleForReading.availableData
            guard !chunk.isEmpty else { throw HarnessError("portal-demo ended before it listened") }
            line += chunk
        }
        listening = try JSONDecoder().decode(Listening.self, from: line)
    }

    deinit { try? lifeline.close() }

    /// Ends it before its time, and returns when nothing listens in its place.
    func stop() async throws {
        try lifeline.close()
        try await ProcessEnd.wait(for: pid)
    }

    /// Makes the portal misbehave, by rules as docs/DEMO-PORTAL.md describes them.
    func misbehave(_ rules: String) async throws {
        let address = listening.discovery.replacingOccurrences(of: "/discovery", with: "/faults")
        let run = try await CommandRun.run(
            "/usr/bin/env", ["python3", "-c", Self.put, address, rules],
            environment: ProcessInfo.processInfo.environment)
        guard run.status == 0 else { throw HarnessError("the rules were refused: \(run.words)") }
    }

    private static let put =
        "import sys, urllib.request as r; "
        + "r.urlopen(r.Request(sys.argv[1], sys.argv[2].encode(), {'Content-Type': 'application/json'}, method='PUT'))"
}

/// Somebody at a shell, with the built program, directories of their own and a demo portal.
struct CommandStory: Sendable {
    let home: StoryHome
    let demo: ServedDemo

    init(_ demoArguments: String...) throws {
        home = try StoryHome()
        demo = demoArguments.isEmpty ? try ServedDemo() : try ServedDemo(demoArguments[0], demoArguments[1])
    }

    /// Runs the program at the demo portal, signed in as Ada.
    @discardableResult
    func portal(
        _ arguments: String..., signedIn: Bool = true, environment: [String: String] = [:], input: String = ""
    ) async throws -> CommandRun {
        try await portal(arguments, signedIn: signedIn, environment: environment, input: input)
    }

    @discardableResult
    func portal(
        _ arguments: [String], signedIn: Bool = true, environment: [String: String] = [:], input: String = ""
    ) async throws -> CommandRun {
        let places = ["--discovery", demo.listening.discovery, "--access", demo.listening.access]
        let token = signedIn ? ["PORTAL_TOKEN": demo.listening.token] : [:]
        return try await bare(
            arguments + places, environment: token.merging(environment) { $1 }, input: input)
    }

    /// Starts the program at the demo portal, signed in as Ada, with its results in a file.
    func start(_ arguments: String..., results: String) throws -> RunningCommand {
        try RunningCommand(
            arguments + ["--discovery", demo.listening.discovery, "--access", demo.listening.access],
            environment: variables(["PORTAL_TOKEN": demo.listening.token]), results: results)
    }

    /// Runs the program with these arguments alone.
    func bare(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> CommandRun {
        try await CommandRun.run(
            ProgramUnderTest.portal(), arguments, environment: variables(environment), in: home.path, input: input)
    }

    /// Runs a line of shell in which `portal` is the program, signed in as Ada at the demo portal.
    func shell(_ line: String, environment: [String: String] = [:]) async throws -> CommandRun {
        let places = [
            "PORTAL_DISCOVERY": demo.listening.discovery, "PORTAL_ACCESS": demo.listening.access,
            "PORTAL_TOKEN": demo.listening.token,
        ]
        let program = try ProgramUnderTest.portal()
        return try await CommandRun.run(
            "/bin/bash", ["-c", "portal() { \"\(program)\" \"$@\"; }; \(line)"],
            environment: variables(places.merging(environment) { $1 }), in: home.path)
    }

    func variables(_ environment: [String: String]) -> [String: String] {
        home.plant(secretsOf: environment)
        let base = home.environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
        return base.merging(environment) { $1 }
    }

    /// The id of the dataset that the search finds first.
    func dataset(_ words: String = "developmental disorders") async throws -> String {
        let found = try await portal("search", words, "--limit", "1", "--json").records()
        guard let id = found.first?["id"]?.text else { throw HarnessError("no dataset was found for \(words)") }
        return id
    }

    /// Answers to everything that the dataset's forms ask for.
    func answers(
        title: String = "Rare variants in childhood", email: String = "ada@institution.example"
    ) throws -> String {
        for answer in [title, email, "every trio is analysed anew", "Ada Lovelace", "2026-0142"] { home.plant(answer) }
        return try home.write(
            """
            answers:
              "1":
                project-title: "\(title)"
                purpose: "We look for variants that explain developmental disorders; every trio is analysed anew."
                research-area: other
                other-area: Development
                start-date: 2026-01-15
                principal-investigator: Ada Lovelace
                principal-investigator-email: \(email)
              "3":
                approval: approved
                approval-reference: 2026-0142
                children: "yes"
            """, to: "answers.yaml")
    }
}
