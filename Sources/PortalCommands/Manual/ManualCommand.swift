import ArgumentParser
import Foundation

/// `portal manual`, for `make man`: writes a man page for the program and one for each command.
struct ManualCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Write the man pages into a directory.", shouldDisplay: false)

    @Argument(help: "Where to; it is made when it is not there.", completion: .directory)
    var directory: String

    package func run() throws {
        guard let tree = CommandTree.portal else { throw ExitCode(LaunchFailure.failed) }
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for page in ManualPage.all(of: tree) {
                try Data(page.text.utf8).write(to: URL(filePath: "\(directory)/\(page.name).1"))
            }
        } catch {
            CommandOutput().note(ConfigCommandWords.manualNotWritten(folder: directory, words: "\(error)"))
            throw ExitCode(LaunchFailure.failed)
        }
    }
}
