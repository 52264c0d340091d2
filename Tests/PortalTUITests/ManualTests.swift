import Foundation
import Testing

@testable import PortalCommands
@testable import PortalTUI

/// The man pages: complete, and without a complaint of the programs that show them.
@Suite struct ManualTests {
    private static let pages = CommandTree.portal.map { ManualPage.all(of: $0) } ?? []

    @Test func everyCommandHasItsPage() throws {
        let names = Self.pages.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSuperset(of: ["portal", "portal-search", "portal-request-new", "portal-profiles-add"]))
        #expect(!names.contains("portal-help") && !names.contains("portal-manual"))
    }

    @Test func thePagesHoldWhatTheHelpHolds() throws {
        let program = try #require(Self.pages.first { $0.name == "portal" }?.text)
        for heading in ["KEYS", "EXIT STATUS", "FILES", "ENVIRONMENT", "OPTIONS", "WHICH PORTAL"] {
            #expect(program.contains(".SH \(heading.contains(" ") ? "\"\(heading)\"" : heading)"), "\(heading)")
        }
        #expect(program.contains("PORTAL_TOKEN") && program.contains("\\fBCtrl\\-Z\\fR"))
        let search = try #require(Self.pages.first { $0.name == "portal-search" }?.text)
        let own = try #require(search.range(of: "\\-\\-facet"))
        let common = try #require(search.range(of: "\\-\\-ephemeral"))
        #expect(own.lowerBound < common.lowerBound, "its own options come first")
        #expect(!search.contains("\\-\\-version"))
    }

    @Test(.enabled(if: ShellRun.found("groff") != nil, "groff is not installed")) func groffHasNothingToSay() throws {
        try check { ["groff", "-man", "-Tutf8", "-ww", "-z", "-k", $0] }
    }

    @Test(.enabled(if: ShellRun.found("mandoc") != nil, "mandoc is not installed")) func mandocHasNothingToSay() throws
    {
        // A date is there when the commit is known.
        try check { ["mandoc", "-Tlint", "-Wwarning", $0] }
    }

    private func check(_ command: (String) -> [String]) throws {
        let home = try TestHome()
        for page in Self.pages {
            try home.write(page.text, to: page.name + ".1")
            var words = command("\(home.path)/\(page.name).1")
            words[0] = ShellRun.found(words[0]) ?? words[0]
            let run = try ShellRun(words, in: home.path)
            let complaints = run.output.split(whereSeparator: \.isNewline).filter { !$0.contains("missing date") }
            #expect(complaints.isEmpty, "\(page.name): \(complaints.prefix(5))")
        }
    }
}
