import ArgumentParser
import Glibc
import PortalCommands
import PortalVersion
import PortalViews
import TerminalCanvas

/// Where the program starts and ends.
@main
enum Program {
    static func main() {
        if CommandLine.argc == 2, let word = CommandLine.unsafeArgv[1], strcmp(word, "--version") == 0 { tellVersion() }
        keepMemoryPrivate()
        if let problem = GivenWords.problem(in: CommandLine.unsafeArgv, count: CommandLine.argc) {
            TerminalWriter.standardError.write("portal: \(Phrasing.person(problem))")
            exit(LaunchFailure.usage)
        }
        do {
            if let (flags, options) = PlainStart.meaning(of: CommandLine.arguments.dropFirst()) {
                try open(flags, options)
                return
            }
            var command = try PortalCommand.parseAsRoot()
            if let screen = command as? PortalCommand {
                try open(screen.portal, screen.options)
            } else {
                try command.run()
            }
        } catch {
            let status = exitStatus(for: error)
            // Names what was typed, so it is sanitised like everything else.
            let message = TerminalText(sanitizing: words(for: error, status))
            guard !message.isEmpty else { exit(status) }
            let outcome = (status == 0 ? TerminalWriter.standardOutput : .standardError).write(message)
            // A full disk; a reader that has gone has what it wanted.
            if status == 0, outcome.isFailureTold { exit(LaunchFailure.failed) }
            exit(status)
        }
    }

    /// What scripts and package tools ask a program at every turn: nothing else is begun for it, not even the parser of
    /// arguments, which would say the same.
    private static func tellVersion() -> Never {
        let words = TerminalText(sanitizing: PortalVersion.description(of: "portal"))
        if TerminalWriter.standardOutput.write(words).isFailureTold { exit(LaunchFailure.failed) }
        exit(0)
    }

    /// No subcommand was given: the full screen.
    private static func open(_ flags: PortalFlags, _ options: BrowseOptions) throws {
        do {
            try Launch(flags, options).run()
        } catch let failure as LaunchFailure {
            TerminalWriter.standardError.write("portal: \(failure.message)")
            throw ExitCode(failure.exitCode)
        }
    }

    /// What ArgumentParser says, in our order; of a word that should be a command, which one may be meant.
    private static func words(for error: any Error, _ status: Int32) -> String {
        let text = PortalCommand.fullMessage(for: error)
        if status == 0 { return text.hasPrefix("OVERVIEW:") ? HelpLayout.arranged(text) : text }
        guard status == LaunchFailure.usage, let tree = CommandTree.portal,
            let unknown = UnknownCommand(in: Array(CommandLine.arguments.dropFirst()), of: tree)
        else { return text }
        return "portal: \(Phrasing.person.text(unknown.words))"
    }

    /// A core dump would hold answers and tokens, often in a folder that others can read.
    private static func keepMemoryPrivate() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = 0
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    }

    /// 2 for usage, where ArgumentParser has BSD's 64.
    static func exitStatus(for error: any Error) -> Int32 {
        let code = PortalCommand.exitCode(for: error)
        return code == .validationFailure ? LaunchFailure.usage : code.rawValue
    }
}
