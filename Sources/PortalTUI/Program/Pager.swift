import Foundation
import PortalCommands
import PortalModel
import PortalViews
import TerminalBackend
import TerminalCanvas

/// Shows a document in the user's own pager.
struct Pager: Sendable {
    private let command: String?
    /// For the text. In memory where there is such a place: an export holds answers.
    private let directories: [String]

    init(environment: Environment) {
        command = environment["PAGER"] ?? Self.usual.first { Self.isInstalled($0, environment["PATH"] ?? "") }
        directories = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"].compactMap(\.self)
    }

    private static let usual = ["less", "more", "pager"]

    private static func isInstalled(_ program: String, _ path: String) -> Bool {
        path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Without anything in it that acts on a terminal: not every pager shows controls instead of sending them.
    func text(of document: PagedDocument, languages: [String], in view: ViewContext = ViewContext()) -> String {
        switch document {
        case .text(let text): TerminalText(sanitizing: text).plain
        case .words(let message): view.text(message)
        case .request(let application):
            TerminalText(
                sanitizing: RequestDocument(
                    application, languages: languages, in: Language(preferring: languages), isFull: false
                ).plainText()
            ).plain
        }
    }

    /// `less` is kept from starting other programs, from writing files and from remembering what was looked for, and stays
    /// when all fits on the screen: the screen that comes back would cover it. ^C and ^\ are the pager's: it is told of
    /// them itself, and the shell waits on.
    private static let script = """
        trap : INT QUIT
        unset LESSOPEN LESSCLOSE
        LESS="${LESS-iM} -+F"; LESSSECURE=1; LESSHISTFILE=-
        export LESS LESSSECURE LESSHISTFILE
        eval "$1"
        """

    /// Call it while the terminal is lent.
    ///
    /// - Returns: why nothing could be shown; nil when the pager has ended as it should.
    @UI
    func show(_ text: String) async -> PortalError? {
        guard let command else {
            return Self.failure(.none)
        }
        // It would be gone with the screen that comes back.
        guard command.split(separator: " ").first.map({ $0 != "cat" && !$0.hasSuffix("/cat") }) == true else {
            return Self.failure(.doesNotWait(command: command))
        }
        guard let input = UnnamedFile.holding(Data((text + "\n").utf8), in: directories) else {
            return Self.failure(.noFile(folders: directories))
        }
        defer { close(input) }
        do {
            switch try await ForegroundProgram.run(["/bin/sh", "-c", Self.script, "sh", command], input: input) {
            // By ^C or ^\ the person has ended it.
            case .code(0), .code(128 + SIGINT), .code(128 + SIGQUIT): return nil
            case .code(126), .code(127):
                return Self.failure(.notStarted(command: command, words: nil))
            case .code(let status): return Self.failure(.endedWithStatus(command: command, Int(status)))
            case .signal(let number): return Self.failure(.endedBySignal(command: command, Int(number)))
            }
        } catch {
            return Self.failure(.notStarted(command: command, words: "\(error)"))
        }
    }

    private static func failure(_ reason: PagerReason) -> PortalError {
        PortalError(.local, operation: "showing the text in a pager", because: .pager(reason))
    }
}
