import PortalModel

/// Files that commands read and write.
enum FileWords {
    /// - path: nil for standard input.
    case refused(GivenText.Refusal, path: String?)
    /// As it stands in a sentence before a line: "standard input, line 3".
    case standardInput
    case notWritten(PrivateFile.Refusal, path: String)
}
