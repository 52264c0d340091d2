import ArgumentParser
import Foundation

/// `portal-demo serve`: runs the portal until it is told to end.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the demo portal on 127.0.0.1.",
        discussion: """
            When the portal listens it prints one JSON line on standard output: the addresses of its services, the \
            token to sign in with, and how many datasets it holds. Everything else goes to standard error. \
            Without --data nothing is kept when it ends. A catalogue may be packed by xz.
            """)

    @Option(help: "The port to listen on; a free one is chosen when this is left out.")
    var port: Int?

    @Option(help: ArgumentHelp("A catalogue with one JSON object a line.", valueName: "file"))
    var catalogue: String?

    @Option(help: ArgumentHelp("Keep applications in this directory between runs.", valueName: "directory"))
    var data: String?

    @Flag(help: "Keep nothing when the portal ends. This is so too when --data is left out.")
    var ephemeral = false

    @Option(help: ArgumentHelp("How long the committee takes to decide.", valueName: "seconds"))
    var decisionDelay: Double = 8

    @Option(
        help: ArgumentHelp(
            "Let only these bearer tokens use the access services: one a line, each with the id of a demo person.",
            valueName: "file"))
    var tokenFile: String?

    @Flag(help: "For tests: let calls to /faults drop connections, delay answers and break them.")
    var faults = false

    @Flag(
        help: """
            Before that line, tell on standard output how far the catalogue is read, in JSON lines: the datasets so far, \
            and the bytes of the file's size.
            """)
    var progress = false

    @Flag(help: "End when standard input ends, so that the portal never outlives the program that started it.")
    var endWithStdin = false

    func validate() throws {
        guard (0...65535).contains(port ?? 0) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
        guard data == nil || !ephemeral else {
            throw ValidationError("--data and --ephemeral exclude each other: choose one of them.")
        }
        guard data != "", catalogue != "", tokenFile != "" else {
            throw ValidationError("--data, --catalogue and --token-file need a path that is not empty.")
        }
        guard decisionDelay.isFinite, (0...31_536_000).contains(decisionDelay) else {
            throw ValidationError("--decision-delay takes a number of seconds from 0 to one year.")
        }
    }

    func run() async throws {
        // Applications are personal: whatever is written is for its owner only.
        umask(0o077)
        let shown = ReadingReport(of: catalogue ?? "the bundled catalogue", inLines: progress)
        var options = self.options
        options.progress = { shown.tell($0) }
        let ending = endWithStdin ? EndOfInput.watch() : nil
        let running: RunningDemo
        do {
            running = try await DemoPortal.start(options)
            shown.end()
        } catch {
            shown.end()
            throw error
        }
        report(running.summary)
        ending?.stops(running)
        try StandardOutput.write(Announcement(running))
        try await running.waitUntilStopped()
    }

    private var options: DemoOptions {
        DemoOptions(
            port: port ?? 0,
            catalogue: catalogue.map { .file(path: $0) } ?? .bundled,
            storage: data.map { .directory(path: $0) } ?? .memory,
            decisionDelay: decisionDelay,
            tokens: tokenFile.map { .file(path: $0) } ?? .demo,
            allowsFaults: faults,
            endsAtSignals: true)
    }

    private func report(_ summary: CatalogueSummary) {
        let name = catalogue ?? "the bundled catalogue"
        for line in summary.unreadable {
            StandardError.write(PlainLine("\(name), line \(line.line): \(line.reason); the line was skipped."))
        }
        let more = summary.unreadableCount - summary.unreadable.count
        if more > 0 {
            StandardError.write(PlainLine("\(name): \(more) more lines could not be read and were skipped."))
        }
    }
}
