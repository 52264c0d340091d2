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
            builder.heading(context.words.text(RequestWords.whatHappened))
            builder.paragraph(context.words(RequestWords.noHistory(elsewhere: elsewhere(context))), style: .dim)
            return
        }
        builder.heading(context.words.text(RequestWords.whatHappened))
        builder.entries(events.map { entry(of: $0, now: now, context) })
        if events.allSatisfy({ $0.comment?.isEmpty != false }) {
            builder.blank()
            builder.paragraph(
                context.words(RequestWords.noComments(elsewhere: elsewhere(context))), style: .dim)
        }
    }

    private func entry(of event: ApplicationEvent, now: Date, _ context: ViewContext) -> (String, [String], Style) {
        let actor = event.actor.isEmpty ? nil : context.words.text(RequestWords.actor(name: event.actor))
        let age = event.time.map { "· \(context.words.age(of: $0, now: now))" }
        let line = [context.words.text(event), actor, age].compactMap(\.self).joined(separator: " ")
        let comment = event.comment.flatMap { $0.isEmpty ? nil : "“\($0)”" }
        let label = event.time.map { context.words.minute($0) } ?? context.words.text(RequestWords.noTime)
        return (label, [[line, comment].compactMap(\.self).joined(separator: "\n")], .plain)
    }

    private func elsewhere(_ context: ViewContext) -> String {
        remsAddress.map { context.words.text(RequestWords.elsewhere(address: $0)) } ?? ""
    }
}
