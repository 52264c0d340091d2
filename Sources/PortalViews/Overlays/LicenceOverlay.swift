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
        let mark = isOn ? context.glyphs.check + " accepted" : context.glyphs.circle + " not accepted"
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
        return count > 1 ? "Licence \(wizard.selection + 1) of \(count)" : "Licence"
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
        let others = licence.languages.filter { $0 != shown }.map(LanguageName.text)
        let type =
            switch licence.content {
            case .text: "text"
            case .link: "address"
            case .attachment: "file"
            }
        let language = shown.map { ", in \(LanguageName.text($0))" } ?? ""
        let change = others.isEmpty ? "" : " (\(context.key(.changeLanguage).plain): \(others.joined(separator: ", ")))"
        return "\(place): \(type)\(language)\(change)"
    }

    private var shown: String? { licence.language(in: languages) }

    func compose(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        switch licence.content {
        case .text(let text):
            let terms = text.text(in: languages)
            terms.isEmpty ? nothing(in: &builder) : builder.paragraph(terms)
        case .link(let text):
            let address = text.text(in: languages)
            guard !address.isEmpty else { return nothing(in: &builder) }
            builder.paragraph("The terms are at this address; read them there before you accept:", style: .dim)
            builder.paragraph(address, style: .link)
            builder.paragraph(
                "\(context.key(.copyIdentifier)) copies it. The portal gives the address alone, so that what stands there "
                    + "cannot be shown here.", style: .dim)
        case .attachment: file(in: &builder, context)
        }
    }

    private func nothing(in builder: inout ScrollTextBuilder) {
        builder.paragraph(
            "The portal gives no terms for this licence. Ask the committee for them before you accept.", style: .warning
        )
    }

    private func file(in builder: inout ScrollTextBuilder, _ context: ViewContext) {
        guard let file = licence.file(in: languages) else { return nothing(in: &builder) }
        let name = TerminalText(singleLine: file.name)
        switch reading {
        case nil:
            builder.paragraph("The terms are in a file, “\(name)”. \(context.label("↵")) fetches it.", style: .dim)
        case .fetching: builder.paragraph("Fetching “\(name)”\(context.glyphs.ellipsis)", style: .dim)
        case .text(let text): builder.paragraph(text)
        case .kept(let path):
            builder.paragraph("The terms are in a file that is no text. It is kept as:", style: .dim)
            builder.paragraph(path, style: .link)
            builder.paragraph(
                "Read it with a program for such files before you accept; \(context.key(.copyIdentifier)) copies the path.",
                style: .dim)
        case .failed(let error):
            let detail: TerminalText = error.detail.map { " \(TerminalText(singleLine: $0))" } ?? .empty
            builder.paragraph(
                "\(context.glyphs.cross) “\(name)” could not be fetched. \(error.sentence)\(detail)\(error.idNote)",
                style: .error)
            builder.paragraph(
                "Nothing is lost. \(context.key(.refresh)) fetches it again, here or later; the portal's web page has it "
                    + "too.")
        }
    }
}

/// Languages by their names in English.
enum LanguageName {
    private static let names = [
        "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
        "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian",
        "hu": "Hungarian", "is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese",
        "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
        "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish",
    ]

    /// The code itself where the name is not known.
    static func text(_ code: String) -> String { names[String(code.prefix(2)).lowercased()] ?? code }
}
