import PortalModel
import TerminalCanvas

/// A licence in full: whether it is accepted, in which language it is shown, and its terms.
struct LicenceOverlay {
    let offset: Int
    let state: AppState
    let context: ViewContext

    func draw(on room: Canvas) {
        guard let wizard = state.wizard, let licence = wizard.selectedLicence else { return }
        let isOn = wizard.session.isAccepted(licence)
        let mark =
            isOn
            ? context.glyphs.check + context.words(LicenceWords.acceptedMark)
            : context.glyphs.circle + context.words(LicenceWords.notAcceptedMark)
        room.fill()
        let head = room.rows >= 10 ? 2 : 1
        let title = TerminalText(singleLine: licence.title.text(in: wizard.licenceLanguages(state.languages)))
        PaneHeading(title: title, note: mark, noteStyle: isOn ? .success : .warning)
            .draw(on: room, rows: head, glyphs: context.glyphs)
        let inner = room.subcanvas(
            ScreenArea(
                column: 1, row: head, columns: min(room.columns - 1, OverlayPane.widestText), rows: room.rows - head))
        inner.placeCursor(column: 0, row: 0)
        let terms = LicenceTerms(licence: licence, wizard: wizard, languages: state.languages, place: place(wizard))
        context.licenceText(LicenceTerms.Laid(terms: terms, width: inner.columns)) { $0.compose(context: context) }
            .draw(on: inner, offset: offset, context: context)
    }

    /// Which one of how many.
    private func place(_ wizard: WizardState) -> String {
        let count = wizard.session.application?.licences.count ?? 0
        return count > 1
            ? context.words.text(LicenceWords.licenceOf(index: wizard.selection + 1, count: count))
            : context.words.text(LicenceWords.licence)
    }
}

/// The terms of a licence as they can be read here, with what is known of them.
struct LicenceTerms: Equatable {
    let licence: Licence
    let reading: LicenceReading?
    /// Best first.
    let languages: [String]
    /// The beginning of the line above the terms; nil leaves it out.
    let place: String?

    init(licence: Licence, wizard: WizardState, languages: [String], place: String? = nil) {
        self.licence = licence
        self.languages = wizard.licenceLanguages(languages)
        self.place = place
        reading = wizard.reading(of: licence, languages: languages)
    }

    /// For one width.
    struct Laid: Equatable {
        var terms: LicenceTerms
        var width: Int

        func compose(context: ViewContext) -> ScrollText {
            var builder = ScrollTextBuilder(width: width, texts: context.texts)
            if let place = terms.place {
                builder.paragraph(terms.about(place, context), style: .dim)
                builder.blank()
            }
            terms.compose(in: &builder, context)
            return builder.text
        }
    }

    /// The type, and the language that is shown and those that could be.
    private func about(_ place: String, _ context: ViewContext) -> String {
        let others = licence.languages.filter { $0 != shown }.map { LanguageName.text($0, in: context.words.language) }
        let type =
            switch licence.content {
            case .text: context.words.text(LicenceWords.text)
            case .link: context.words.text(LicenceWords.address)
            case .attachment: context.words.text(LicenceWords.file)
            }
        let language =
            shown.map {
                context.words.text(LicenceWords.inLanguage(language: LanguageName.text($0, in: context.words.language)))
            } ?? ""
        let change =
            others.isEmpty ? "" : context.words.text(LicenceWords.change(others: others.joined(separator: ", ")))
        return "\(place): \(type)\(language)\(change)"
    }

    private var shown: String? { licence.language(in: languages) }

    func compose(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        switch licence.content {
        case .text(let text):
            let terms = text.text(in: languages)
            terms.isEmpty ? nothing(in: &builder, context) : builder.paragraph(terms)
        case .link(let text):
            let address = text.text(in: languages)
            guard !address.isEmpty else { return nothing(in: &builder, context) }
            builder.paragraph(context.words(LicenceWords.atAddress), style: .dim)
            builder.paragraph(address, style: .link)
            builder.paragraph(
                context.words(LicenceWords.copiesAddress), style: .dim)
        case .attachment: file(in: &builder, context)
        }
    }

    private func nothing(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        builder.paragraph(
            context.words(LicenceWords.noTerms), style: .warning
        )
    }

    private func file(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let file = licence.file(in: languages) else { return nothing(in: &builder, context) }
        let name = TerminalText(singleLine: file.name)
        switch reading {
        case nil:
            builder.paragraph(context.words(LicenceWords.fetchesFile(name: name)), style: .dim)
        case .fetching: builder.paragraph(context.words(LicenceWords.fetching(name: name)), style: .dim)
        case .text(let text): builder.paragraph(text)
        case .kept(let path):
            builder.paragraph(context.words(LicenceWords.isNoText), style: .dim)
            builder.paragraph(path, style: .link)
            builder.paragraph(
                context.words(LicenceWords.readElsewhere),
                style: .dim)
        case .failed(let error):
            builder.paragraph(
                context.words(
                    LicenceWords.notFetched(
                        name: name, error: context.words(error), detail: context.words.behind(error.reason),
                        id: context.words.idNote(error))),
                style: .error)
            builder.paragraph(
                context.words(LicenceWords.nothingLost))
        }
    }
}
