import ArgumentParser
import Foundation
import PortalVersion

/// The command line of the demo portal.
@main
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal-demo",
        abstract: "A demo portal with a catalogue of datasets and an access committee, on this machine only.",
        version: PortalVersion.description(of: "portal-demo"),
        subcommands: [ServeCommand.self])

    /// ArgumentParser's own entry point, but with 2 for a wrong command line as other Unix programs have it.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as StartFailure {
            StandardError.write(PlainLine(failure.message))
            Foundation.exit(1)
        } catch {
            let isUsageError = exitCode(for: error) == .validationFailure
            let message = fullMessage(for: error)
            guard isUsageError else { exit(withError: error) }
            StandardError.write(PlainLine(message))
            Foundation.exit(2)
        }
    }
}
