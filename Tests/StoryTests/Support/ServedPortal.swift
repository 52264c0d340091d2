import Foundation
import TerminalHarness

/// A portal at addresses, as a real one is: `portal-demo serve` on its own.
///
/// It ends with the story, or when the tests end in any way, since its standard input ends then.
final class ServedPortal {
    struct Listening: Decodable {
        var discovery: String
        var access: String
        var token: String
    }

    let listening: Listening
    private let process = Process()
    private let lifeline = Pipe()

    /// - Parameters:
    ///   - port: 0 for a free one.
    ///   - data: a directory in which it keeps what it has for the next run; nil when it keeps nothing.
    init(port: Int = 0, data: String? = nil) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: try ProgramUnderTest.demo())
        process.arguments = ["serve", "--port", "\(port)", "--end-with-stdin", "--decision-delay", "1"]
        process.arguments? += data.map { ["--data", $0] } ?? ["--ephemeral"]
        process.standardInput = lifeline
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        listening = try Self.announcement(from: output.fileHandleForReading)
    }

    deinit {
        end()
    }

    var port: Int { URL(string: listening.discovery)?.port ?? 0 }

    /// Ends it, as a machine that is switched off does.
    func end() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    private static func announcement(from output: FileHandle) throws -> Listening {
        var line = Data()
        while !line.contains(0x0A) {
            let bytes = output.availableData
            guard !bytes.isEmpty else { throw HarnessError("portal-demo serve ended before it listened.") }
            line += bytes
        }
        return try JSONDecoder().decode(Listening.self, from: line)
    }
}
