import FoundationEssentials
import PortalModel
import TerminalCanvas

/// One request: where it stands, what may be done now, datasets, answers, licences and what happened.
struct RequestScreen {
    let state: AppState
    let open: OpenRequest
    let context: ViewContext

    /// - Parameter canvas: the whole body of the screen.
    func draw(on canvas: Canvas) {
        let layout = state.requestsLayout
        let headRows = layout.detailText.row - state.layout.body.row
        let known = state.requests.applications.first { $0.id == open.id }
        drawHead(known, on: canvas, rows: headRows)
        let text = canvas.inset(left: 1, top: headRows)
        let input = RequestText(
            application: open.application, known: known, error: open.error,
            age: open.keptAt.map { AgeText.text(of: $0, now: state.now) },
            wait: state.wait(of: open.pending)?.line(now: state.now, stoppedBy: context.key(.goBack), context.glyphs),
            isLoading: open.pending != nil, end: end, remsAddress: state.remsAddress(of: open.id),
            change: state.requests.changing[open.id],
            languages: state.languages, minute: Int(state.now.timeIntervalSince1970 / 60), width: text.columns)
        context.requestText(input) { $0.compose(now: state.now, context: context) }
            .draw(on: text, offset: open.offset, context: context)
        if state.overlay == nil { canvas.placeCursor(column: 0, row: headRows) }
    }

    /// When the access that was granted ends first.
    private var end: Date? {
        (open.application?.datasets ?? []).compactMap { dataset in
            // Where access was granted again, what lasts longest counts.
            state.requests.entitlements.filter { $0.datasetIdentifier == dataset.identifier }
                .map { $0.end ?? .distantFuture }.max()
        }.min().flatMap { $0 == .distantFuture ? nil : $0 }
    }

    private func drawHead(_ known: ApplicationSummary?, on canvas: Canvas, rows: Int) {
        let current = open.application?.state ?? known?.state
        let mark = current?.mark(context.glyphs)
        let title = open.application?.title ?? known?.title ?? ""
        let end = canvas.columns - 1 - (mark.map { $0.text.columns + 2 } ?? 0)
        let column = canvas.draw("Request \(open.id.rawValue)", column: 1, row: 0, style: .title) + 3
        canvas.drawCut(TerminalText(singleLine: title), column: column, row: 0, upTo: end, glyphs: context.glyphs)
        if let mark { canvas.draw(mark.text, column: end + 2, row: 0, style: mark.style) }
        guard rows >= 2 else { return }
        canvas.rule(row: 1, glyphs: context.glyphs)
        guard let keptAt = open.keptAt else { return }
        // On the rule: the text does not move when the answer comes.
        let asking: TerminalText = open.pending == nil ? .empty : ", asking the portal\(context.glyphs.ellipsis)"
        canvas.inset(right: 1).drawTrailing(
            " as of \(AgeText.text(of: keptAt, now: state.now))" + asking + " ", row: 1, style: .warning)
    }
}

/// Everything that the text of a request depends on.
struct RequestText: Equatable {
    var application: Application?
    var known: ApplicationSummary?
    var error: PortalError?
    /// How long ago the service said what is shown, if that was before it was opened.
    var age: String?
    /// Why the call stands still, and how long yet.
    var wait: TerminalText?
    var isLoading: Bool
    /// When the access that was granted ends.
    var end: Date?
    /// Where REMS shows the request; nil where that is not known.
    var remsAddress: String?
    /// What the portal was asked to change and has not answered yet.
    var change: RequestChange?
    var languages: [String]
    /// Ages are in whole minutes.
    var minute: Int
    var width: Int

    func compose(now: Date, context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        if let error {
            let shown = age.map { " This is what it was \($0)." } ?? ""
            builder.paragraph("\(context.glyphs.cross) \(error.sentence)\(shown)", style: .error)
            if let detail = error.detail, !detail.isEmpty { builder.paragraph(detail) }
            builder.paragraph("Nothing is lost. \(context.key(.refresh)) tries again.")
            if let id = error.requestID { builder.paragraph("request id \(id)", style: .dim) }
            builder.blank()
        }
        if let wait {
            builder.paragraph(wait, style: .warning)
            builder.blank()
        }
        guard let application else {
            if isLoading, wait == nil { builder.paragraph("Loading\(context.glyphs.ellipsis)", style: .dim) }
            if let known { datasets(known.datasets, in: &builder) }
            return builder.text
        }
        if let change { builder.paragraph("\(change.words)\(context.glyphs.ellipsis)", style: .accent) }
        next(application, now: now, in: &builder, context: context)
        datasets(application.datasets, in: &builder)
        for form in application.forms {
            answers(form, of: application, warning: context.glyphs.warning, in: &builder)
        }
        licences(application, in: &builder, glyphs: context.glyphs)
        files(application, in: &builder, context: context)
        members(application, in: &builder)
        RequestTimeline(application: application, remsAddress: remsAddress)
            .compose(in: &builder, now: now, context: context)
        return builder.text
    }

    /// What it means and what may be done now.
    private func next(
        _ application: Application, now: Date, in builder: inout ScrollTextBuilder, context: ViewContext
    ) {
        let edit = context.key(.editRequest)
        let style = application.state.mark(context.glyphs).style
        switch application.state {
        case .draft:
            builder.paragraph("Not sent yet. \(edit) goes on with it; \(context.key(.deleteRequest)) deletes it.")
            gaps(application, in: &builder)
            if let expires = application.expires {
                builder.paragraph(
                    "\(context.glyphs.warning) The portal deletes it on \(DateText.day(expires)) if nobody goes on with "
                        + "it: \(DateText.remaining(until: expires, now: now).text).", style: .warning)
            }
        case .submitted:
            builder.paragraph("The committee has it. Nothing to do for now; this page follows it.", style: style)
        case .returned:
            builder.paragraph("The committee asks for changes: \(edit) edits it, then submit it again.", style: style)
            feedback(application, in: &builder, context: context)
        case .approved:
            let until = end.map {
                " It lasts until \(DateText.day($0)): \(DateText.remaining(until: $0, now: now).text)."
            }
            builder.paragraph("Access is granted.\(until ?? "")", style: style)
            if let end, DateText.remaining(until: end, now: now).isUrgent {
                builder.paragraph(
                    "\(context.glyphs.warning) A new request keeps it going: copy this one.", style: .warning)
            }
        case .rejected:
            builder.paragraph("The committee said no. A new request can be made from the basket.", style: style)
            feedback(application, in: &builder, context: context)
        case .revoked: builder.paragraph("Access was withdrawn.", style: style)
        case .closed: builder.paragraph("It is closed; nothing more happens to it.", style: style)
        case .other(let name): builder.paragraph("The portal calls this state “\(name)”.", style: style)
        }
    }

    private func feedback(
        _ application: Application, in builder: inout ScrollTextBuilder, context: ViewContext
    ) {
        if let comment = application.timeline.last(where: { $0.comment?.isEmpty == false })?.comment {
            builder.paragraph("\(context.glyphs.warning) The committee wrote: \(comment)", style: .warning)
            return
        }
        let fields = application.fieldsWithCommitteeWords(in: languages)
        for field in fields {
            let words = application.committeeWords(on: field, in: languages) ?? ""
            let title = field.title.text(in: languages)
            builder.paragraph(
                "\(context.glyphs.warning) The committee wrote, at “\(title)”: \(words)", style: .warning)
        }
        if fields.isEmpty {
            builder.paragraph(
                "The portal does not pass on what the committee wrote. "
                    + (remsAddress.map { "REMS shows it: \($0). Else look into your mail, or ask the committee." }
                        ?? "Look into your mail, or ask the committee."))
        }
    }

    /// What keeps a draft from being submitted, by what the portal has of it.
    private func gaps(_ application: Application, in builder: inout ScrollTextBuilder) {
        let files = Set(application.attachments.map(\.id))
        let faulty = application.forms.flatMap(\.fields).count { field in
            field.isVisible && !FormValidation.problems(with: field.value, in: field, files: files).isEmpty
        }
        let licences = application.licences.count { !$0.isAccepted }
        let parts = [
            faulty == 0 ? nil : CountText.text(faulty, "answer") + " missing or wrong",
            licences == 0 ? nil : CountText.text(licences, "licence") + " not accepted",
        ].compactMap(\.self)
        guard !application.forms.isEmpty else { return }
        builder.paragraph(
            parts.isEmpty
                ? "At the portal it is complete: it can be submitted."
                : "At the portal: \(parts.joined(separator: ", ")).", style: .dim)
    }

    private func files(_ application: Application, in builder: inout ScrollTextBuilder, context: ViewContext) {
        guard !application.attachments.isEmpty else { return }
        builder.heading(application.attachments.count == 1 ? "File" : "Files (\(application.attachments.count))")
        for file in application.attachments { builder.paragraph(TerminalText(singleLine: file.filename)) }
        builder.paragraph("\(context.key(.showFiles)) fetches one.", style: .dim)
    }

    private func datasets(_ datasets: [RequestedDataset], in builder: inout ScrollTextBuilder) {
        guard !datasets.isEmpty else { return }
        builder.heading(datasets.count == 1 ? "Dataset" : "Datasets (\(datasets.count))")
        for dataset in datasets {
            let title = dataset.title.text(in: languages)
            builder.paragraph(title.isEmpty ? dataset.identifier : title)
            if !title.isEmpty, title != dataset.identifier {
                builder.paragraph(dataset.identifier, style: .dim, indent: 2)
            }
        }
    }

    private func answers(
        _ form: RequestForm, of application: Application, warning: TerminalText, in builder: inout ScrollTextBuilder
    ) {
        let fields = form.fields.filter { $0.isVisible && $0.type.takesValue }
        guard !fields.isEmpty else { return }
        builder.heading(form.title.isEmpty ? "Answers" : form.title.text(in: languages))
        for field in fields {
            builder.paragraph(TerminalText(singleLine: field.title.text(in: languages)), style: .dim)
            let lines = AnswerText.lines(field, languages: languages, files: application.attachments)
            if lines.isEmpty { builder.paragraph("no answer", style: .dim, indent: 2) }
            for line in lines { builder.paragraph(line, indent: 2) }
            // Where comments are not passed on, a committee can say here what it wants to be changed.
            if let words = application.committeeWords(on: field, in: languages) {
                builder.paragraph("\(warning) The committee wrote: \(words)", style: .warning, indent: 2)
            }
        }
    }

    private func licences(_ application: Application, in builder: inout ScrollTextBuilder, glyphs: GlyphSet) {
        guard !application.licences.isEmpty else { return }
        builder.heading("Licences")
        for licence in application.licences {
            let title = TerminalText(singleLine: licence.title.text(in: languages))
            let mark = licence.isAccepted ? glyphs.check + " accepted  " : glyphs.circle + " not yet   "
            builder.paragraph(mark + title, style: licence.isAccepted ? .success : .warning)
        }
    }

    private func members(_ application: Application, in builder: inout ScrollTextBuilder) {
        guard application.applicant != nil || !application.members.isEmpty else { return }
        builder.heading("People")
        let members = application.members.map { member in
            [member.name, member.email, member.isPending ? "invited, has not answered" : nil].compactMap { $0 }.joined(
                separator: " · ")
        }
        builder.entries([
            ("Applicant", [application.applicant].compactMap { $0 }, .plain), ("Members", members, .plain),
        ])
    }
}

extension RequestChange {
    /// While the portal is asked.
    fileprivate var words: String {
        switch self {
        case .close: "Closing the request"
        case .datasets: "Changing the datasets"
        }
    }
}
