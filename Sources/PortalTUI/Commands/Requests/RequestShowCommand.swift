import ArgumentParser
import Foundation
import PortalModel
import PortalViews

/// `portal request show`.
struct RequestShowCommand: PortalSubcommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a request.")

    @OptionGroup(title: "Which portal") var portal: PortalFlags
    @OptionGroup var reference: RequestReference

    @Flag(help: "One JSON object (docs/schemas/request.json).")
    var json = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let application = try await portal.access.application(reference.application)
            let output = CommandOutput(json: json)
            if json {
                try output.emit(RequestDetailRecord(application, languages: portal.languages))
            } else {
                try output.show(RequestText(languages: portal.languages).text(application))
            }
        }
    }
}

/// A request as people read it: options by their labels, events in words.
struct RequestText {
    let languages: [String]

    func text(_ application: Application) -> String {
        var lines = ["Request \(application.id.rawValue): \(application.state.word)"]
        if let applicant = application.applicant { lines.append("applicant: \(applicant)") }
        lines += application.datasets.map { dataset in
            let title = dataset.title.text(in: languages)
            return title == dataset.identifier || title.isEmpty
                ? "  \(dataset.identifier)" : "  \(title) (\(dataset.identifier))"
        }
        for form in application.forms {
            lines += ["", form.title.text(in: languages).uppercased()]
            lines += form.fields.filter { $0.isVisible && $0.type.takesValue }.flatMap {
                answer($0, files: application.attachments)
            }
        }
        lines += section(
            "licences",
            application.licences.map {
                "\($0.isAccepted ? "accepted" : "not accepted"): \($0.title.text(in: languages)) (\($0.id))"
            })
        lines += section("members", application.members.map { $0.name + ($0.isPending ? " (invited)" : "") })
        lines += section("files", application.attachments.map { "\($0.id): \($0.filename)" })
        lines += section("what happened", application.timeline.map { event(application, $0) })
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ entries: [String]) -> [String] {
        entries.isEmpty ? [] : ["", title.uppercased()] + entries.map { "  " + $0 }
    }

    /// On one line, or the lines below the question.
    private func answer(_ field: FormField, files: [Attachment]) -> [String] {
        let title = field.title.text(in: languages)
        let answers = AnswerText.lines(field, languages: languages, files: files).flatMap {
            $0.split(whereSeparator: \.isNewline).map(String.init)
        }
        switch answers.count {
        case 0: return ["  \(title): -"]
        case 1: return ["  \(title): \(answers[0])"]
        default: return ["  \(title):"] + answers.map { "    \($0)" }
        }
    }

    private func event(_ application: Application, _ event: ApplicationEvent) -> String {
        let time = event.time.map { DateText.minute($0) } ?? "no time given"
        let actor = event.actor.isEmpty ? "" : " by \(event.actor)"
        return "\(time)  \(event.words)\(actor)" + (event.comment.map { ": “\($0)”" } ?? "")
    }
}
