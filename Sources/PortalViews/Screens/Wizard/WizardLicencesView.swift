import PortalModel
import TerminalCanvas

/// The licences: which are accepted, and the terms of the one with the cursor.
struct WizardLicencesView {
    let state: AppState
    let wizard: WizardState
    let context: ViewContext

    func draw(on canvas: Canvas) {
        let licences = wizard.session.application?.licences ?? []
        let listRows = min(licences.count, max(canvas.rows / 3, 1))
        let (list, rest) = canvas.splitTop(listRows)
        let viewport = ListViewport(itemCount: licences.count, rows: listRows)
        let top = viewport.top(selected: wizard.selection, from: 0)
        let languages = wizard.licenceLanguages(state.languages)
        for index in viewport.visible(from: top) {
            let licence = licences[index]
            let isOn = wizard.session.isAccepted(licence)
            let title = TerminalText(singleLine: licence.title.text(in: languages))
            CheckboxRow(
                title, isOn: isOn,
                trailing: isOn ? context.words(CommonWords.accepted) : context.words(CommonWords.notAccepted)
            )
            .draw(on: list.inset(left: 2, right: 2), row: index - top, glyphs: context.glyphs)
            context.note(.wizardItem(index), on: list, row: index - top)
            guard index == wizard.selection else { continue }
            list.drawSelection(
                row: index - top, terminal: state.terminal, hasFocus: state.overlay == nil, glyphs: context.glyphs)
        }
        ScrollIndicator(top: top, count: licences.count).draw(on: list, glyphs: context.glyphs)
        drawTerms(on: rest)
    }

    private func drawTerms(on canvas: Canvas) {
        guard let licence = wizard.selectedLicence, canvas.rows > 1 else { return }
        canvas.rule(row: 0, glyphs: context.glyphs)
        let text = canvas.inset(left: 2, top: 1)
        let place = canvas.rows >= 8 ? context.words.text(SubmissionWords.licence) : nil
        let terms = LicenceTerms(licence: licence, wizard: wizard, languages: state.languages, place: place)
        context.licenceText(LicenceTerms.Laid(terms: terms, width: min(text.columns, 100))) {
            $0.compose(context: context)
        }
        .draw(on: text, offset: wizard.offset, context: context)
    }
}
