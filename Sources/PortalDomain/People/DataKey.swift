/// The person's public key that data is encrypted for (Crypt4GH), as it is on this machine. It is meant for others.
public struct DataKey: Hashable, Sendable {
    /// In one line, base64.
    public var line: String
    /// As it stands in a file, in several lines.
    public var text: String

    public init(line: String, text: String) {
        self.line = line
        self.text = text
    }
}
