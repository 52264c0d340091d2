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
            wait: state.wait(of: open.pending)?.line(now: state.now, stoppedBy: context.key(.goBack), context.words),
            isLoading: open.pending != nil, end: end, remsAddress: state.remsAddress(of: open.id),
            helpdesk: state.profile?.helpdesk, flags: state.profile?.flags ?? [],
            hasPassport: state.profile?.capabilities.availability(of: .passport).isAvailable ?? false,
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
            state.requests.entitlements.filter { $0.datasetIdentifier == dataset.grantedAs }
                .map { $0.end ?? .distantFuture }.max()
        }.min().flatMap { $0 == .distantFuture ? nil : $0 }
    }

    private func drawHead(_ known: ApplicationSummary?, on canvas: Canvas, rows: Int) {
        let current = open.application?.state ?? known?.state
        let mark = current?.mark(context.words)
        let title = context.words.title(open.application?.title ?? known?.title ?? "", of: open.id)
        let end = canvas.columns - 1 - (mark.map { $0.text.columns + 2 } ?? 0)
        let column =
            canvas.draw(context.words(RequestWords.request(id: open.id.rawValue)), column: 1, row: 0, style: .title) + 3
        canvas.drawCut(TerminalText(singleLine: title), column: column, row: 0, upTo: end, glyphs: context.glyphs)
        if let mark { canvas.draw(mark.text, column: end + 2, row: 0, style: mark.style) }
        guard rows >= 2 else { return }
        canvas.rule(row: 1, glyphs: context.glyphs)
        guard let keptAt = open.keptAt else { return }
        // On the rule: the text does not move when the answer comes.
        let asking: TerminalText = open.pending == nil ? .empty : context.words(RequestWords.askingToo)
        canvas.inset(right: 1).drawTrailing(
            context.words(RequestWords.asOf(age: context.words.age(of: keptAt, now: state.now))) + asking + " ", row: 1,
            style: .warning)
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
    /// Whom the profile names for questions.
    var helpdesk: String?
    var flags: [String] = []
    var hasPassport = true
    /// What the portal was asked to change and has not answered yet.
    var change: RequestChange?
    var languages: [String]
    /// Ages are in whole minutes.
    var minute: Int
    var width: Int

    func compose(now: Date, context: ViewContext) -> ScrollText {
        var builder = ScrollTextBuilder(width: width, texts: context.texts)
        if let error {
            let shown = age.map { context.words.text(RequestWords.shownIsOlder(age: $0)) } ?? ""
            builder.paragraph("\(context.glyphs.cross) \(context.words(error))\(shown)", style: .error)
            if let reason = error.reason { builder.paragraph(context.words(reason)) }
            builder.paragraph(context.words(RequestWords.nothingLost))
            if let id = error.requestID { builder.paragraph(context.words(CommonWords.requestID(id: id)), style: .dim) }
            builder.blank()
        }
        if let wait {
            builder.paragraph(wait, style: .warning)
            builder.blank()
        }
        guard let application else {
            if isLoading, wait == nil { builder.paragraph(context.words(CommonWords.loading), style: .dim) }
            if let known { datasets(known.datasets, in: &builder, context) }
            return builder.text
        }
        if let change { builder.paragraph("\(change.words(context.words))\(context.glyphs.ellipsis)", style: .accent) }
        let steps = RequestNextSteps(
            application: application, helpdesk: helpdesk, flags: flags, hasPassport: hasPassport)
        steps.stages(in: &builder, context)
        next(application, now: now, in: &builder, context: context)
        if let stage = application.processingState?.text(in: languages) {
            builder.paragraph(context.words(RequestWords.processing(state: stage)), style: .accent)
        }
        steps.questions(in: &builder, context)
        steps.next(in: &builder, context)
        datasets(application.datasets, in: &builder, context)
        purpose(application, in: &builder, context)
        for form in application.forms {
            answers(form, of: application, in: &builder, context: context)
        }
        licences(application, in: &builder, context: context)
        files(application, in: &builder, context: context)
        members(application, in: &builder, context)
        RequestTimeline(application: application, remsAddress: remsAddress)
            .compose(in: &builder, now: now, context: context)
        return builder.text
    }

    private func feedback(on application: Application) -> RequestFeedback {
        RequestFeedback(application: application, remsAddress: remsAddress, languages: languages)
    }

    /// What it means and what may be done now.
    private func next(
        _ application: Application, now: Date, in builder: inout ScrollTextBuilder, context: ViewContext
    ) {
        let style = application.state.mark(context.words).style
        switch application.state {
        case .draft:
            builder.paragraph(context.words(RequestWords.notSentYet))
            gaps(application, in: &builder, context)
            if let expires = application.expires {
                builder.paragraph(
                    context.words(
                        RequestWords.expires(
                            day: context.words.day(expires),
                            left: context.words.remaining(until: expires, now: now).text)), style: .warning)
            }
        case .submitted:
            builder.paragraph(context.words(RequestWords.withCommittee), style: style)
        case .returned:
            builder.paragraph(context.words(RequestWords.wantsChanges), style: style)
            feedback(on: application).compose(in: &builder, context)
        case .approved:
            let until = end.map {
                context.words.text(
                    RequestWords.lasts(
                        day: context.words.day($0), left: context.words.remaining(until: $0, now: now).text))
            }
            builder.paragraph(context.words(RequestWords.granted(until: until ?? "")), style: style)
            if let end, context.words.remaining(until: end, now: now).isUrgent {
                builder.paragraph(
                    context.words(RequestWords.renew), style: .warning)
            }
        case .rejected:
            builder.paragraph(context.words(RequestWords.rejected), style: style)
            feedback(on: application).compose(in: &builder, context)
        case .revoked: builder.paragraph(context.words(RequestWords.withdrawn), style: style)
        case .closed: builder.paragraph(context.words(RequestWords.closed), style: style)
        case .other(let name): builder.paragraph(context.words(RequestWords.otherState(name: name)), style: style)
        }
    }

    /// What keeps a draft from being submitted, by what the portal has of it.
    private func gaps(_ application: Application, in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        let files = Set(application.attachments.map(\.id))
        let faulty = application.forms.flatMap(\.fields).count { field in
            field.isVisible && !FormValidation.problems(with: field.value, in: field, files: files).isEmpty
        }
        let licences = application.licences.count { !$0.isAccepted }
        let parts = [
            faulty == 0 ? nil : context.words.count(faulty, .answer) + context.words.text(RequestWords.missingOrWrong),
            licences == 0
                ? nil : context.words.count(licences, .licence) + context.words.text(RequestWords.notAccepted),
        ].compactMap(\.self)
        guard !application.forms.isEmpty else { return }
        builder.paragraph(
            parts.isEmpty
                ? context.words(RequestWords.complete)
                : context.words(RequestWords.stillOpen(parts: parts.joined(separator: ", "))), style: .dim)
    }

    private func files(_ application: Application, in builder: inout ScrollTextBuilder, context: ViewContext) {
        guard !application.attachments.isEmpty else { return }
        builder.heading(
            application.attachments.count == 1
                ? context.words.text(RequestWords.file)
                : context.words.text(RequestWords.files(count: application.attachments.count)))
        for file in application.attachments { builder.paragraph(TerminalText(singleLine: file.filename)) }
        builder.paragraph(context.words(RequestWords.fetchesFile), style: .dim)
    }

    private func datasets(
        _ datasets: [RequestedDataset], in builder: inout ScrollTextBuilder, _ context: ViewContext
    ) {
        guard !datasets.isEmpty else { return }
        builder.heading(
            datasets.count == 1
                ? context.words.text(RequestWords.dataset)
                : context.words.text(RequestWords.datasets(count: datasets.count)))
        for dataset in datasets {
            let title = dataset.title.text(in: languages)
            // By the name that others know, and not by the number of a catalogue item.
            builder.paragraph(title.isEmpty ? dataset.grantedAs : title)
            if !title.isEmpty, title != dataset.grantedAs {
                builder.paragraph(dataset.grantedAs, style: .dim, indent: 2)
            }
        }
    }

    private func purpose(_ application: Application, in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let purpose = application.purpose else { return }
        let lines = PurposeLines(purpose, of: application, languages: languages)
        builder.heading(context.words(DataUseWords.declared))
        for line in lines.codes { builder.paragraph(context.words(line), style: .badge) }
        for line in lines.findings {
            builder.paragraph(context.words(line), style: line == .allMatch ? .success : .warning)
        }
    }

    private func answers(
        _ form: RequestForm, of application: Application, in builder: inout ScrollTextBuilder, context: ViewContext
    ) {
        let fields = form.fields.filter { $0.isVisible && $0.type.takesValue }
        guard !fields.isEmpty else { return }
        builder.heading(form.title.isEmpty ? context.words.text(CommonWords.answers) : form.title.text(in: languages))
        for field in fields {
            builder.paragraph(TerminalText(singleLine: field.title.text(in: languages)), style: .dim)
            let lines = AnswerText.lines(field, languages: languages, files: application.attachments)
            if lines.isEmpty { builder.paragraph(context.words(CommonWords.noAnswer), style: .dim, indent: 2) }
            for line in lines { builder.paragraph(line, indent: 2) }
            // Where comments are not passed on, a committee can say here what it wants to be changed.
            if let words = application.committeeWords(on: field, in: languages) {
                builder.paragraph(context.words(RequestWords.committeeWrote(words: words)), style: .warning, indent: 2)
            }
        }
    }

    private func licences(_ application: Application, in builder: inout ScrollTextBuilder, context: ViewContext) {
        let glyphs = context.glyphs
        guard !application.licences.isEmpty else { return }
        builder.heading(context.words(CommonWords.licences))
        for licence in application.licences {
            let title = TerminalText(singleLine: licence.title.text(in: languages))
            let mark =
                licence.isAccepted
                ? glyphs.check + context.words(RequestWords.acceptedMark)
                : glyphs.circle + context.words(RequestWords.notYetMark)
            builder.paragraph(mark + title, style: licence.isAccepted ? .success : .warning)
        }
    }

    private func members(_ application: Application, in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard application.applicant != nil || !application.members.isEmpty else { return }
        builder.heading(context.words.text(RequestWords.people))
        let members = application.members.map { member in
            [member.name, member.email, member.isPending ? context.words.text(RequestWords.invited) : nil].compactMap {
                $0
            }.joined(
                separator: " · ")
        }
        builder.entries([
            (context.words.text(RequestWords.applicant), [application.applicant].compactMap { $0 }, .plain),
            (context.words.text(RequestWords.members), members, .plain),
        ])
    }
}

extension RequestChange {
    /// While the portal is asked.
    fileprivate func words(_ words: Phrasing) -> TerminalText {
        switch self {
        case .close: words(RequestWords.closing)
        case .datasets: words(RequestWords.changingDatasets)
        }
    }
}
