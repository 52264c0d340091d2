import ArgumentParser
import Testing

@testable import PortalCommands

@Suite("Starts without the argument parser")
struct PlainStartTests {
    /// Everything in it, as text: a property that was never set shows its definition in place of a value.
    private func contents(of value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    @Test("They mean what the parser says that they mean", arguments: [[], ["--demo"]])
    func meaning(words: [String]) throws {
        let (flags, options) = try #require(PlainStart.meaning(of: words))
        let parsed = try #require(try PortalCommand.parseAsRoot(words) as? PortalCommand)
        #expect(contents(of: flags) == contents(of: parsed.portal))
        #expect(contents(of: options) == contents(of: parsed.options))
    }

    @Test("Everything else is for the parser", arguments: [["--demo", "--ascii"], ["search"], ["--dem"], [""]])
    func others(words: [String]) { #expect(PlainStart.meaning(of: words) == nil) }
}
