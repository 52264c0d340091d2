import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// What docs/COMMANDS.md shows as output is what the program prints.
    @Suite struct Papers {
        /// A command and the lines below it.
        struct Example: Sendable {
            var command: String
            var lines: [String]
        }

        private static func examples() throws -> [Example] {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            let text = try String(contentsOf: root.appending(path: "docs/COMMANDS.md"), encoding: .utf8)
            var examples: [Example] = []
            for block in text.components(separatedBy: "```console\n").dropFirst() {
                for line in block.components(separatedBy: "\n```")[0].components(separatedBy: "\n") {
                    if line.hasPrefix("$ portal ") {
                        examples.append(Example(command: String(line.dropFirst("$ portal ".count)), lines: []))
                    } else if !line.isEmpty, !examples.isEmpty {
                        examples[examples.count - 1].lines.append(line)
                    }
                }
            }
            return examples
        }

        /// Columns are as wide as what is in them, ids of calls and times differ, and long lines are broken in the paper.
        private static func plain(_ text: String) -> String {
            text.replacing(#/[0-9a-f]{8}-[0-9a-f-]{27}/#, with: "ID").replacing(#/\d+ ms/#, with: "N ms")
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        private static func shows(_ lines: [String], _ output: String) -> String? {
            var rest = Substring(plain(output))
            // “…” stands for what is left out.
            for part in lines.joined(separator: "\n").components(separatedBy: "…") {
                let part = plain(part)
                guard !part.isEmpty else { continue }
                guard let place = rest.range(of: part) else { return part }
                rest = rest[place.upperBound...]
            }
            return nil
        }

        /// Those that ask the demo portal alone, as it comes.
        private static let first = ["search", "show", "filters", "frequency", "basket"]

        @Test func whatIsShownIsWhatIsPrinted() async throws {
            let story = try CommandStory()
            let examples = try Self.examples().filter { example in
                Self.first.contains { example.command.hasPrefix($0 + " ") || example.command == $0 }
            }
            #expect(examples.count >= 8)
            for example in examples {
                let line = "exec \"$0\" \(example.command)"
                let run = try await CommandRun.run(
                    "/bin/sh", ["-c", line, try ProgramUnderTest.portal()],
                    environment: story.home.environment.merging(["PORTAL_PROFILE": "demo"]) { $1 })
                let missing = Self.shows(example.lines, run.output + run.words)
                #expect(missing == nil, "\(example.command): “\(missing ?? "")” is not in\n\(run.output)\(run.words)")
            }
        }

        @Test func theDoctorSaysWhatIsShown() async throws {
            let story = try CommandStory()
            let example = try #require(try Self.examples().first { $0.command == "doctor" })
            let run = try await CommandRun.run(
                try ProgramUnderTest.portal(), ["doctor", "--demo"],
                environment: story.home.environment.merging([
                    "TERM": "tmux-256color", "TMUX": "/tmp/tmux", "LC_ALL": "C.UTF-8",
                ]) { $1 })
            let printed = run.output.split(separator: "\n").map(String.init)
            func row(_ lines: [String], _ name: String) -> String? {
                lines.first { $0.split(separator: " ").first.map(String.init) == name }.map(Self.plain)
            }
            let names = example.lines.compactMap { $0.split(separator: " ").first.map(String.init) }.filter {
                $0 != "…"
            }
            #expect(names.count > 8)
            // Of each it has a row, in this order.
            let places = names.map { name in
                printed.firstIndex { $0.split(separator: " ").first.map(String.init) == name } ?? -1
            }
            #expect(!places.contains(-1) && places == places.sorted(), "\(names): \(printed)")
            for name in ["CHECK", "locale", "colours", "clipboard", "tls"] {
                #expect(row(printed, name) == row(example.lines, name), "\(name)")
            }
        }
    }
}
