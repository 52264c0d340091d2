import ArgumentParser

/// `portal data`: what is done with the data itself, once there is access to it.
struct DataCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Fetch data that you have access to, and decrypt and encrypt it (Crypt4GH).",
        subcommands: [
            DataListCommand.self, DataFetchCommand.self, DataVerifyCommand.self, DataHowCommand.self,
            DataDecryptCommand.self, DataEncryptCommand.self,
        ])
}

/// What stands between two places of the plain text: the first belongs to it, the second does not.
struct PlainRange: ExpressibleByArgument, Sendable {
    let range: Range<UInt64>

    /// `100-200`, `100-` and `100`, which go to the end.
    init?(argument: String) {
        let parts = argument.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        func number(_ text: Substring) -> UInt64? {
            text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(text) : nil
        }
        guard let start = parts.first.flatMap(number) else { return nil }
        let end = parts.count == 1 || parts[1].isEmpty ? UInt64.max : number(parts[1])
        guard let end, start < end else { return nil }
        range = start..<end
    }
}
