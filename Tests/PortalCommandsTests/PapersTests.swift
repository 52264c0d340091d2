import ArgumentParser
import Foundation
import Testing

@testable import PortalCommands

/// The papers name commands and options: each of them has to be there.
@Suite struct PapersTests {
    static let papers = ["README.md", "SECURITY.md", "docs/COMMANDS.md", "docs/SIGNING-IN.md", "docs/FILES.md"]

    @Test(arguments: papers) func everyCommandThatIsWrittenDownIsThere(paper: String) throws {
        let lines = try Self.commandLines(in: paper)
        for line in lines {
            let missing = Self.missing(in: line)
            #expect(missing == nil, "\(paper): “\(line)”: \(missing ?? "")")
        }
    }

    @Test func thePapersHoldCommandsAtAll() throws {
        let count = try Self.papers.map { try Self.commandLines(in: $0).count }.reduce(0, +)
        #expect(count > 60)
    }

    @Test func whatIsNotThereIsFound() {
        #expect(Self.missing(in: "portal serch cancer") != nil)
        #expect(Self.missing(in: "portal search --loudly") != nil)
        #expect(Self.missing(in: "portal request submit 5 --json") == nil)
        #expect(Self.missing(in: "portal basket list|clear") == nil)
        #expect(Self.missing(in: "portal basket list|empty") != nil)
    }

    /// What stands after `portal ` in code, inline or at a prompt.
    private static func commandLines(in paper: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: paper), encoding: .utf8)
        let inline = text.matches(of: #/`(portal [^`]+)`/#).map { String($0.1) }
        let prompted = text.matches(of: #/(?m)^\$ (portal .+)$/#).map { String($0.1) }
        return (inline + prompted).map { $0.replacing("\n", with: " ").replacing("\\|", with: "|") }
    }

    /// What of a command line the program does not have; nil when all of it is there.
    private static func missing(in line: String) -> String? {
        // What follows a pipe or a comment is another program's.
        let words = line.prefix { $0 != "#" && $0 != ">" && $0 != ";" }.split(separator: " ").map(String.init)
            .prefix { $0 != "|" }.dropFirst()
        var commands: [any ParsableCommand.Type] = [PortalCommand.self]
        // What comes after an option may be its value.
        var mayBeValue = false
        for word in words {
            let names = word.trimmingCharacters(in: CharacterSet(charactersIn: "[].,")).split(separator: "|").map(
                String.init)
            if word.hasPrefix("--") || word.hasPrefix("[--") {
                for name in names.map({ $0.prefix { $0 != "=" && $0 != "]" } }) where name != "--" {
                    mayBeValue = true
                    guard commands.contains(where: { has($0, option: String(name)) }) else { return "no \(name)" }
                }
            } else if let next = subcommands(of: commands, named: names) {
                commands = next
            } else if word == "help", commands.count == 1 {
                break
            } else if !mayBeValue, commands.allSatisfy({ !$0.configuration.subcommands.isEmpty }), isName(names) {
                return "no command \(word)"
            }
        }
        return nil
    }

    /// Nil unless all names are subcommands of one of the commands.
    private static func subcommands(
        of commands: [any ParsableCommand.Type], named names: [String]
    ) -> [any ParsableCommand.Type]? {
        let all = commands.flatMap { $0.configuration.subcommands }
        let found = names.compactMap { name in
            all.first {
                ($0.configuration.commandName ?? $0._commandName) == name || $0.configuration.aliases.contains(name)
            }
        }
        return found.count == names.count && !names.isEmpty ? found : nil
    }

    /// Small letters alone: capitals stand for something that a person fills in.
    private static func isName(_ names: [String]) -> Bool {
        names.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "-" } && $0 != "-" }
    }

    private static func has(_ command: any ParsableCommand.Type, option: String) -> Bool {
        if ["--help", "--version"].contains(option) { return true }
        let help = PortalCommand.helpMessage(for: command, includeHidden: true)
        return help.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == option }
    }
}
