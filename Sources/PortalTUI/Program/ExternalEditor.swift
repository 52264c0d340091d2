import Foundation
import PortalModel
import TerminalBackend

/// Edits a text in the user's own editor, through a file that only the user can read.
struct ExternalEditor: Sendable {
    /// More than any form takes; a slip (the wrong file read in) must not end in a field.
    static let largest = 1_000_000

    private let command: String

    init(environment: Environment) {
        command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    }

    /// The text after editing. Call it while the terminal is lent.
    @UI
    func edit(_ text: String) async -> Result<String, PortalError> {
        do {
            let folder = try FileManager.default.temporaryDirectory(named: "portal-XXXXXX")
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let path = folder + "/answer.txt"
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            else { return .failure(Self.failure("\(path) could not be written.")) }
            // EDITOR may hold arguments ("code --wait"): the shell takes it apart, the path stays one word.
            let exit = try await ForegroundProgram.run(["/bin/sh", "-c", "\(command) \"$1\"", "sh", path])
            guard exit == .code(0) else {
                return .failure(Self.failure("“\(command)” ended with an error. Set EDITOR to the one you use."))
            }
            return read(path)
        } catch {
            return .failure(Self.failure("“\(command)” could not be started: \(error). Set EDITOR to the one you use."))
        }
    }

    private func read(_ path: String) -> Result<String, PortalError> {
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(Self.failure("The edited file is gone."))
        }
        guard data.count <= Self.largest, var text = String(data: data, encoding: .utf8) else {
            return .failure(Self.failure("The edited file is longer than 1 MB or not UTF-8 text."))
        }
        // Editors end the last line; the answer does not.
        if text.hasSuffix("\n") { text.removeLast() }
        return .success(text)
    }

    private static func failure(_ detail: String) -> PortalError {
        PortalError(.local, operation: "editing", detail: detail + " The answer is as it was before.")
    }
}

extension FileManager {
    /// A new directory 0700 with a name that nobody could foresee. `name` ends with `XXXXXX`.
    fileprivate func temporaryDirectory(named name: String) throws -> String {
        var path = Array((temporaryDirectory.path + "/" + name).utf8CString)
        guard mkdtemp(&path) != nil else { throw CocoaError(.fileWriteUnknown) }
        return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
