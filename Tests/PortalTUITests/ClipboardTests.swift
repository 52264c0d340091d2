import Foundation
import Testing

@testable import PortalCommands
@testable import PortalTUI

@Suite struct ClipboardTests {
    private func clipboard(_ variables: [String: String]) -> Clipboard {
        Clipboard(environment: Environment(variables: variables))
    }

    @Test func textTravelsAsBase64WithAStringTerminator() throws {
        let sequence = try #require(clipboard([:]).sequence(for: "EGAD00001 \u{1B}[31m"))
        #expect(sequence.hasPrefix("\u{1B}]52;c;"))
        #expect(sequence.hasSuffix("\u{1B}\\"))
        let payload = sequence.dropFirst(7).dropLast(2)
        #expect(Data(base64Encoded: String(payload)) == Data("EGAD00001 \u{1B}[31m".utf8))
        #expect(!payload.contains("\u{1B}"))
    }

    @Test func aTextThatIsTooLongIsNotCopied() {
        #expect(clipboard([:]).sequence(for: String(repeating: "a", count: 60_000)) == nil)
    }

    @Test func screenGetsItWrappedAndOnlyWhenItFits() throws {
        let screen = clipboard(["TERM": "screen.xterm-256color"])
        #expect(try #require(screen.sequence(for: "short")).hasPrefix("\u{1B}P\u{1B}]52"))
        #expect(screen.sequence(for: String(repeating: "a", count: 2000)) == nil)
        #expect(clipboard(["TERM": "screen", "TMUX": "/tmp/x"]).sequence(for: "short")?.hasPrefix("\u{1B}]52") == true)
    }
}
