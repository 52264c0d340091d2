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
            return .failure(EditedFile.failure("No file for the editor could be made in \(directory)."))
        }
        do {
            // EDITOR may hold arguments ("code --wait"): the shell takes it apart, the path stays one word.
            let exit = try await ForegroundProgram.run(
                ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file.path], onStart: { file.isOpen(in: $0) })
            guard exit == .code(0) else {
                return file.finish(complaint: "“\(command)” ended with an error, so its text was not taken over.")
            }
            return file.finish()
        } catch {
            return file.finish(complaint: "“\(command)” could not be started: \(error) Set EDITOR to the one you use.")
        }
    }

    /// What to tell of texts that were being edited when an earlier run ended.
    var leftovers: [String] { EditedFile.leftovers(in: directory).map(\.words) }
}
