import ArgumentParser
import Foundation
import PortalDomain
import PortalViews
import Testing

@testable import PortalCommands

/// What the command line says: help, and what was meant.
@Suite struct CommandLineWordsTests {
    private static func unknown(_ line: String) throws -> UnknownCommand? {
        UnknownCommand(in: line.split(separator: " ").map(String.init), of: try #require(CommandTree.portal))
    }

    @Test(arguments: [
        ("serch", "portal search"), ("serch cancer", "portal search"), ("--demo serch", "portal search"),
        ("--profile gdi serch", "portal search"), ("request nwe", "portal request new"),
        ("submit 5", "portal request submit"), ("profles", "portal profiles"), ("baskett list", "portal basket"),
        ("help serch", "portal search"), ("requsets --json", "portal requests"),
    ])
    func whatIsMeantIsSaid(line: String, meant: String) throws {
        let unknown = try #require(try Self.unknown(line))
        #expect(unknown.suggestions.contains(meant), "\(unknown.suggestions)")
        #expect(Phrasing().text(unknown.words).contains("“\(meant)”"))
    }

    @Test(arguments: ["search --lmit 3", "search cancer", "--demo", "request show 5", "show", "basket", "--profile x"])
    func whatIsACommandIsNone(line: String) throws { #expect(try Self.unknown(line) == nil) }

    @Test func whatIsFarOffIsNotGuessed() throws {
        let unknown = try #require(try Self.unknown("xyzzy"))
        #expect(unknown.suggestions.isEmpty)
        #expect(Phrasing().text(unknown.words) == "“xyzzy” is no command of portal. portal --help lists all.")
    }

    @Test(arguments: [
        ("serch", "search", 1), ("saerch", "search", 1), ("", "abc", 3), ("abc", "", 3), ("same", "same", 0),
        ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func theDistanceIsThatOfOptimalStringAlignment(first: String, second: String, distance: Int) {
        #expect(Misspelling.distance(first, second) == distance)
    }

    @Test func aCommandsOwnOptionsComeFirst() throws {
        for command in [SearchCommand.self, ShowCommand.self, RequestNewCommand.self] as [any ParsableCommand.Type] {
            let help = HelpLayout.arranged(PortalCommand.helpMessage(for: command))
            let own = try #require(help.range(of: "\nOPTIONS:\n"))
            let common = try #require(help.range(of: "\nWHICH PORTAL:\n"))
            #expect(own.lowerBound < common.lowerBound)
            let before = PortalCommand.helpMessage(for: command).split(whereSeparator: \.isNewline)
            #expect(Set(help.split(whereSeparator: \.isNewline)) == Set(before), "nothing gets lost")
        }
    }

    @Test func headingsReadAsWords() {
        let help = HelpLayout.arranged(PortalCommand.helpMessage())
        #expect(!help.contains("SUBCOMMANDS:"))
        for heading in ["DATASET COMMANDS:", "REQUEST COMMANDS:", "ACCOUNT COMMANDS:", "SET-UP COMMANDS:"] {
            #expect(help.contains("\n\(heading)\n"), "\(heading)")
        }
        #expect(!help.contains("manual"), "what only make calls is not shown")
    }
}
