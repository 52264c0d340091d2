import PortalModel
import TerminalCanvas

/// What is offered for the field with the cursor, below its value: the key, the answer and where it is from. A click on
/// a line takes it.
struct OfferLines {
    private let field: FieldID
    private let lines: [(text: TerminalText, style: Style, index: Int)]
    private let width: Int

    /// More are one key press away each.
    private static let most = 4

    init(_ field: FormField, form: WizardFormView) {
        self.field = field.id
        width = form.layout.textColumns
        guard form.wizard.focus == field.id else {
            lines = []
            return
        }
        let offers = form.state.offers(for: field)
        let key = form.context.key(.takeOffer)
        if form.state.openOffers(for: field).isEmpty {
            lines = Self.next(offers, after: form.state.takenOffer(for: field), key: key, form)
        } else {
            let shown = offers.prefix(form.layout.isLow ? 1 : Self.most)
            lines = shown.enumerated().map { index, offer in
                let lead: TerminalText =
                    index == 0
                    ? key + form.context.words(AnswerWords.takes)
                    : Self.indent(key.columns + 4) + form.context.words(AnswerWords.or)
                let more: TerminalText =
                    index == 0 && offers.count > shown.count
                    ? form.context.words(AnswerWords.ofOffers(count: offers.count)) : ""
                return (Self.line(lead, offer, more, form), index == 0 ? .accent : .dim, index)
            }
        }
    }

    /// After one was taken the next is in sight.
    private static func next(
        _ offers: [FieldOffer], after taken: Int?, key: TerminalText, _ form: WizardFormView
    ) -> [(text: TerminalText, style: Style, index: Int)] {
        guard let taken, offers.count > 1, !form.wizard.session.isLocked else { return [] }
        let next = (taken + 1) % offers.count
        return [
            (
                line(
                    key + form.context.words(AnswerWords.again), offers[next],
                    form.context.words(AnswerWords.place(next: next + 1, count: offers.count)), form), .dim, next
            )
        ]
    }

    /// The answer gives way where there is little room.
    private static func line(
        _ lead: TerminalText, _ offer: FieldOffer, _ more: TerminalText, _ form: WizardFormView
    ) -> TerminalText {
        let source = " " + OfferText.source(offer, form.context.words) + more
        let room = form.layout.textColumns - lead.columns - source.columns
        return lead + OfferText.quoted(offer, for: form.wizard.focusedField, form, room: max(room, 12)) + source
    }

    private static func indent(_ columns: Int) -> TerminalText {
        TerminalText(singleLine: String(repeating: " ", count: columns))
    }

    var rows: Int { lines.count }

    func draw(on canvas: Canvas, form: WizardFormView) {
        for (row, line) in lines.enumerated() {
            canvas.drawCut(line.text, column: 0, row: row, style: line.style, upTo: width, glyphs: form.context.glyphs)
            form.context.note(.offer(field, line.index), on: canvas, row: row)
        }
    }
}

/// An offer in words.
enum OfferText {
    static func source(_ offer: FieldOffer, _ words: Phrasing) -> TerminalText {
        switch offer.source {
        case .profile: words(AnswerWords.fromProfile)
        case .dataKey: words(AnswerWords.fromDataKey)
        case .organizations: words(AnswerWords.fromOrganizations)
        case .request(let id): words(AnswerWords.fromRequest(id: id.rawValue))
        }
    }

    /// In one line, in quotes, cut to the room.
    static func quoted(
        _ offer: FieldOffer, for field: FormField?, _ form: WizardFormView, room: Int
    ) -> TerminalText {
        let text = TerminalText(singleLine: words(offer, field, form.state.languages))
        return "“" + text.truncated(to: max(room - 2, 4), ellipsis: form.context.glyphs.ellipsis) + "”"
    }

    private static func words(_ offer: FieldOffer, _ field: FormField?, _ languages: [String]) -> String {
        if let cell = offer.cell { return cell }
        guard let field else { return offer.value.text }
        if field.isChoice {
            let labels = FormValidation.keys(of: offer.value).compactMap { key in
                field.options.first { $0.key == key }?.label.text(in: languages)
            }
            return labels.joined(separator: "; ")
        }
        return field.editorText(of: offer.value)
    }
}
