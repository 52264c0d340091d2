import Foundation
import TerminalHarness
import Testing

/// What a command of the built program wrote, and how it ended.
struct CommandRun: Sendable {
    var arguments: [String]
    var output: String
    var words: String
    var status: Int32

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The values of the lines of `--json`.
    func records() throws -> [[String: JSONFragment]] {
        try lines.map { try JSONDecoder().decode([String: JSONFragment].self, from: Data($0.utf8)) }
    }

    /// Runs a program to its end, without a terminal.
    ///
    /// - Parameter directory: where it runs; where the tests do when it is nil.
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String], in directory: String? = nil,
        input: String = ""
    ) async throws -> CommandRun {
        let folder = FileManager.default.temporaryDirectory.appending(path: "portal-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, so that no pipe fills up while nobody reads.
        func file(_ name: String, _ text: String = "") throws -> URL {
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url
        }
        let (output, words) = (try file("output"), try file("words"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
        let handles = (
            input: try FileHandle(forReadingFrom: file("input", input)),
            output: try FileHandle(forWritingTo: output), words: try FileHandle(forWritingTo: words)
        )
        // Foundation keeps a process that has ended, and these with it. With some 1,350 descriptors open its `run` reads
        // beyond the end of a buffer (it copies whole entries of /proc/self/fd), and the tests crash.
        defer { for handle in [handles.input, handles.output, handles.words] { try? handle.close() } }
        (process.standardInput, process.standardOutput) = (handles.input, handles.output)
        process.standardError = handles.words
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return CommandRun(
            arguments: arguments, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            words: String(decoding: try Data(contentsOf: words), as: UTF8.self),
            status: signal + process.terminationStatus)
    }

    /// Every line is what the schema in docs/schemas says, by a validator that nobody here wrote.
    func conforms(to schema: String, at place: SourceLocation = #_sourceLocation) async throws {
        let validation = try await JSONSchema.validate(output, as: schema)
        #expect(validation.status == 0, "\(arguments): \(validation.words)", sourceLocation: place)
        #expect(!lines.isEmpty, "\(arguments) printed nothing", sourceLocation: place)
    }
}

/// Any JSON value, as far as stories look at it.
enum JSONFragment: Decodable, Equatable, Sendable {
    case text(String)
    case flag(Bool)
    case number(Double)
    case list([JSONFragment])
    case object([String: JSONFragment])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONFragment].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONFragment].self))
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [JSONFragment] { if case .list(let list) = self { list } else { [] } }
    subscript(name: String) -> JSONFragment {
        if case .object(let fields) = self { fields[name] ?? .null } else { .null }
    }
}

/// Python's `jsonschema`, from the contracts' tools or the machine.
enum JSONSchema {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static func python() async throws -> String? {
        for python in [root + "/.build/contracts-venv/bin/python", "/usr/bin/env"] {
            guard FileManager.default.isExecutableFile(atPath: python) else { continue }
            let arguments = (python.hasSuffix("env") ? ["python3"] : []) + ["-c", "import jsonschema"]
            if try await run(python, arguments).status == 0 { return python }
        }
        return nil
    }

    static func isThere() async throws -> Bool { try await python() != nil }

    static func validate(_ lines: String, as schema: String) async throws -> CommandRun {
        try await validate(lines, against: root + "/docs/schemas/\(schema).json")
    }

    /// - Parameter path: of the schema.
    static func validate(_ lines: String, against path: String) async throws -> CommandRun {
        let python = try #require(try await python())
        let arguments =
            (python.hasSuffix("env") ? ["python3"] : []) + [
                root + "/scripts/validate-json.py", path,
            ]
        return try await run(python, arguments, input: lines)
    }

    private static func run(_ program: String, _ arguments: [String], input: String = "") async throws -> CommandRun {
        try await CommandRun.run(
            program, arguments, environment: ProcessInfo.processInfo.environment, input: input)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where JSON can be checked against schemas.
    static var needsJSONSchema: Self {
        .needs("python3 has no jsonschema: make contracts fetches it") { try await JSONSchema.isThere() }
    }
}
