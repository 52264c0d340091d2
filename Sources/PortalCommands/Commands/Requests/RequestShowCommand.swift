import ArgumentParser
import PortalModel
import PortalViews

/// `portal request show`.
struct RequestShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a request.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "One JSON object (docs/schemas/request.json).")
    var json = false

    private func text(of application: Application, languages: [String]) -> String {
        RequestDocument(
            application, languages: languages, in: Language(preferring: languages), isFull: false
        ).plainText()
    }

    func perform() async throws {
        try await CommandPortal.with(portal, reading.way) { portal in
            let application = try await portal.shownAccess.application(reference.application)
            let output = CommandOutput(json: json, portal.reading)
            if json {
                try output.emit(RequestDetailRecord(application, languages: portal.languages))
            } else {
                try output.show(text(of: application, languages: portal.languages))
            }
        }
    }
}
