import Glibc

/// A call of the operating system that failed.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// What was tried, as it follows "could not".
    public var attempt: String
    /// The `errno` of the failure.
    public var code: Int32

    /// - Parameter code: Taken from `errno` when it is left out, so this must follow the failed call at once.
    public init(_ attempt: String, code: Int32 = errno) {
        self.attempt = attempt
        self.code = code
    }

    public var description: String { "Could not \(attempt): \(String(cString: strerror(code)))." }
}
