import FoundationEssentials
import PortalModel
import TerminalCanvas

/// What happened to a request: when, what, by whom, and what was said about it as far as the service passes it on.
struct RequestTimeline {
    let application: Application
    /// Where REMS shows what was said; nil where that is not known.
    let remsAddress: String?

    func compose(in builder: inout ScrollTextBuilder, now: Date, context: ViewContext) {
        let events = application.timeline
        guard !events.isEmpty else {
            builder.heading("What happened")
            builder.paragraph("The portal does not tell what happened to it.\(elsewhere(context))", style: .dim)
            return
        }
        builder.heading("What happened")
        builder.entries(events.map { entry(of: $0, now: now) })
        if events.allSatisfy({ $0.comment?.isEmpty != false }) {
            builder.blank()
            builder.paragraph(
                "The portal does not pass on what people wrote beside these steps.\(elsewhere(context))", style: .dim)
        }
    }

    private func entry(of event: ApplicationEvent, now: Date) -> (String, [String], Style) {
        let actor = event.actor.isEmpty ? nil : "by \(event.actor)"
        let age = event.time.map { "· \(AgeText.text(of: $0, now: now))" }
        let line = [event.words, actor, age].compactMap(\.self).joined(separator: " ")
        let comment = event.comment.flatMap { $0.isEmpty ? nil : "“\($0)”" }
        let label = event.time.map { DateText.minute($0) } ?? "no time given"
        return (label, [[line, comment].compactMap(\.self).joined(separator: "\n")], .plain)
    }

    private func elsewhere(_ context: ViewContext) -> String {
        remsAddress.map { " REMS shows it: \($0) (\(context.key(.copyAddress).plain) copies the address)." } ?? ""
    }
}
