/// Something that a test expected of a program and did not get, with the last it showed.
public struct HarnessError: Error, CustomStringConvertible {
    public var expectation: String
    public var lastScreen: String

    public init(_ expectation: String, lastScreen: String = "") {
        self.expectation = expectation
        self.lastScreen = lastScreen
    }

    public var description: String {
        lastScreen.isEmpty ? expectation : "\(expectation)\n--- last screen ---\n\(lastScreen)\n---"
    }
}
