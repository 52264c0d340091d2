import Foundation
import PortalCommands
import PortalModel
import TerminalBackend

/// Edits a text in the user's own editor.
struct ExternalEditor: Sendable {
    private let command: String
    private let directory: String

    init(environment: Environment) {
        command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        directory = environment.stateDirectory + "/editing"
    }

    /// The text after editing. Call it while the terminal is lent.
    @UI
    func edit(_ text: String) async -> Result<String, PortalError> {
        let file: EditedFile
        do {
            file = try EditedFile(text, in: directory)
        } catch {
            return .failure(EditedFile.failure([.noFile(folder: directory)]))
        }
        do {
            // EDITOR may hold arguments ("code --wait"): the shell takes it apart, the path stays one word.
            let start = ContinuousClock.now
            let exit = try await ForegroundProgram.run(
                ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file.path], onStart: { file.isOpen(in: $0) })
            guard exit == .code(0) else {
                return file.finish(complaint: .endedWithError(command: command))
            }
            return file.finish(command: command, after: start.duration(to: .now))
        } catch {
            return file.finish(complaint: .notStarted(command: command, words: "\(error)"))
        }
    }

    /// What to tell of texts that were being edited when an earlier run ended.
    var leftovers: [Reason] { EditedFile.leftovers(in: directory).map(\.reason) }
}
