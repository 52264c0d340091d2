import TerminalCanvas

/// Why the program does not start, in words, and the exit status for a script.
struct LaunchFailure: Error {
    var message: TerminalText
    var exitCode: Int32

    /// Exit statuses as users of command lines know them.
    static let failed: Int32 = 1
    static let usage: Int32 = 2

    init(_ message: String, exitCode: Int32 = LaunchFailure.failed) {
        self.message = TerminalText(sanitizing: message)
        self.exitCode = exitCode
    }
}
