import Foundation
import TerminalHarness
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// Every command of the command line, whatever is typed behind it. The commands come from the program itself, so that a new
/// one is looked at too.
@Suite("Every command, whatever is typed")
struct EveryCommandTests {
    /// A command without commands below it, by its words.
    struct Leaf: CustomTestStringConvertible, Sendable {
        var words: [String]
        /// Its own options with a value, and whether it takes any number of words.
        var options: [String]
        var takesAnyWords: Bool

        var testDescription: String { words.joined(separator: " ") }
    }

    static let leaves: [Leaf] = (CommandTree.portal?.all ?? []).filter { $0.commands.isEmpty && $0.path.count > 1 }
        .map { command in
            let arguments = command.shownArguments
            return Leaf(
                words: Array(command.path.dropFirst()),
                options: arguments.filter { $0.kind == .option && $0.sectionTitle != "Which portal" }
                    .compactMap { $0.names?.first { $0.kind == "long" }?.text },
                takesAnyWords: arguments.contains { $0.isRepeating })
        }

    private struct Run {
        var status: Int32
        var output: String
        var words: String
    }

    private let home: TestHome

    init() throws { home = try TestHome() }

    /// What commands end with (docs/COMMANDS.md).
    private static let documented: ClosedRange<Int32> = 0...7

    /// - Parameter line: what sh runs, with the program as `$P` and the command's words as `"$@"`.
    private func run(_ leaf: Leaf, _ line: String) throws -> Run {
        let folder = try TestHome()
        // Files take what is written whichever descriptor is read first.
        let script = "(\(line)) > '\(folder.path)/output' 2> '\(folder.path)/words'"
        let shell = try ShellRun(
            ["/bin/sh", "-c", script, "sh"] + leaf.words, environment: ["P": ProgramUnderTest.portal()], in: home.path)
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")), as: UTF8.self)
        }
        return Run(status: shell.status, output: try text("output"), words: try text("words"))
    }

    /// It ends by itself, with a documented status, and nothing of what was typed acts on the terminal.
    private func expectWords(_ run: Run, _ line: String, at place: SourceLocation = #_sourceLocation) {
        #expect(Self.documented.contains(run.status), "\(line): \(run)", sourceLocation: place)
        #expect(!(run.output + run.words).contains("\u{1B}"), "\(line)", sourceLocation: place)
        #expect(!run.words.contains("Error Domain"), "\(line): \(run.words)", sourceLocation: place)
    }

    @Test func thereAreCommands() {
        #expect(Self.leaves.count > 40)
        #expect(Self.leaves.count { !$0.options.isEmpty } > 10)
        #expect(Self.leaves.contains { $0.takesAnyWords } && Self.leaves.contains { !$0.takesAnyWords })
    }

    @Test("A word that is no option is a usage error, on standard error", arguments: leaves)
    func unknownOption(leaf: Leaf) throws {
        let run = try run(leaf, #""$P" "$@" --no-such-option"#)
        #expect(run.status == 2 && run.output.isEmpty, "\(run)")
        #expect(run.words.contains("Usage: portal \(leaf.words.joined(separator: " "))"), "\(run.words)")
    }

    @Test("Help is given wherever it is asked for", arguments: leaves)
    func help(leaf: Leaf) throws {
        for line in [#""$P" "$@" -h"#, #""$P" "$@" --no-such-option --help"#, #""$P" help "$@""#] {
            let run = try run(leaf, line)
            #expect(run.status == 0 && run.words.isEmpty, "\(line): \(run)")
            #expect(run.output.contains("USAGE: portal \(leaf.words.joined(separator: " "))"), "\(line): \(run.output)")
        }
    }

    @Test("An option without its value is a usage error that names it", arguments: leaves)
    func missingValue(leaf: Leaf) throws {
        for option in leaf.options + ["--profile"] {
            let run = try run(leaf, "\"$P\" \"$@\" \(option)")
            #expect(run.status == 2 && run.output.isEmpty, "\(option): \(run)")
            #expect(run.words.contains("'\(option)") || run.words.contains("Missing"), "\(option): \(run.words)")
        }
    }

    @Test("More words than a command takes are a usage error", arguments: leaves.filter { !$0.takesAnyWords })
    func tooManyWords(leaf: Leaf) throws {
        let run = try run(leaf, #""$P" "$@" a b c d e f g"#)
        #expect(run.status == 2 && run.output.isEmpty, "\(run)")
    }

    @Test("Empty, hostile and broken words end with words and a documented status", arguments: leaves)
    func hostileWords(leaf: Leaf) throws {
        let lines = [
            #""$P" "$@" """#, #""$P" "$@" -- -x"#, #""$P" "$@" --"#,
            #""$P" "$@" "$(printf '\033]0;x\007\033[31mred')""#,
            #""$P" "$@" "--$(printf '\033[31m')""#, #""$P" "$@" "$(printf 'a\nb')""#,
        ]
        for line in lines { expectWords(try run(leaf, line), line) }
        let broken = try run(leaf, #""$P" "$@" "$(printf 'a\377b')""#)
        #expect(broken.status == 2 && broken.words.contains("is not in UTF-8"), "\(broken)")
    }

    @Test("A closed or full standard output and a closed standard input end no command by a signal", arguments: leaves)
    func closedDescriptors(leaf: Leaf) throws {
        for line in [
            #""$P" "$@" >&-"#, #""$P" "$@" <&-"#, #""$P" "$@" <&- >&- 2>&-"#,
        ] { expectWords(try run(leaf, line), line) }
        let full = try run(leaf, #""$P" "$@" -h > /dev/full"#)
        #expect(full.status == 1, "a result that nobody gets is no success")
    }
}
