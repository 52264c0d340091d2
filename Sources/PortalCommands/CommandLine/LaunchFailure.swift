import PortalViews
import TerminalCanvas

/// Why the program does not start, in words, and the exit status for a script.
package struct LaunchFailure: Error {
    let said: any Wording & Sendable
    package var exitCode: Int32

    /// Exit statuses as users of command lines know them.
    package static let failed: Int32 = 1
    package static let usage: Int32 = 2

    package init(_ words: some Wording & Sendable, exitCode: Int32 = LaunchFailure.failed) {
        said = words
        self.exitCode = exitCode
    }

    /// In the person's language.
    package var message: TerminalText { Phrasing.person(said) }
}
