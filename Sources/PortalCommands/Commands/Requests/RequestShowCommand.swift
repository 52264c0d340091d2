import ArgumentParser
import Foundation
import PortalModel
import PortalViews
import TerminalCanvas

/// `portal request show`.
struct RequestShowCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a request.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "One JSON object (docs/schemas/request.json).")
    var json = false

    private func text(of application: Application, languages: [String], at info: ProfileInfo) -> String {
        let document = RequestDocument(
            application, languages: languages, in: Language(preferring: languages), isFull: false
        ).plainText()
        let c = Phrasing.person
        var lines = application.state.stages.map { stage in
            "\(c.text(NextStepWords.step(stage.step))): \(c.text(NextStepWords.progress(stage.progress)))"
        }
        lines = lines.isEmpty ? [] : ["", lines.joined(separator: " · ")]
        if let expires = application.expires {
            let left = c.remaining(until: expires, now: Date()).text
            lines += ["", c.text(RequestWords.expires(day: c.day(expires), left: left))]
        }
        if let comment = application.returnComment {
            lines += ["", c.text(SubmissionWords.changesAskedFor(comment: TerminalText(singleLine: comment)))]
        }
        let hasPassport = info.capabilities.availability(of: .passport).isAvailable
        let steps = application.nextSteps.filter { $0 != .passport || hasPassport }
        if !steps.isEmpty { lines += ["", c.text(NextStepWords.heading).uppercased()] }
        for step in steps { lines += ["  \(step.command(portal.typed))", "      \(c.text(NextStepWords.what(step)))"] }
        if application.state != .draft {
            let id = application.id.rawValue
            lines += ["", c.text(info.helpdesk.map { NextStepWords.helpdesk(place: $0, id: id) } ?? .noNotes)]
        }
        return ([document] + lines).joined(separator: "\n")
    }

    func perform() async throws {
        try await CommandPortal.with(portal, reading.way) { portal in
            let application = try await portal.shownAccess.application(reference.application)
            let output = CommandOutput(json: json, portal.reading)
            if json {
                try output.emit(RequestDetailRecord(application, languages: portal.languages))
            } else {
                try output.show(
                    text(of: application, languages: portal.languages, at: portal.portal.info))
            }
        }
    }
}
