import TerminalCanvas

/// Why the program does not start, in words, and the exit status for a script.
package struct LaunchFailure: Error {
    package var message: TerminalText
    package var exitCode: Int32

    /// Exit statuses as users of command lines know them.
    package static let failed: Int32 = 1
    package static let usage: Int32 = 2

    package init(_ message: String, exitCode: Int32 = LaunchFailure.failed) {
        self.message = TerminalText(sanitizing: message)
        self.exitCode = exitCode
    }
}
