import PortalModel
import TerminalCanvas

extension DataUseWords: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .heading: "Data use"
        case .term(let use): use.named(by: use.code.term?.label)
        case .meaning(let use): TerminalText(singleLine: use.code.term?.meaning ?? "")
        case .answer(.fits): "fits"
        case .answer(.needsPerson): "needs a person"
        case .answer(.doesNotFit): "does not fit"
        case .answer(.notSaid): "says nothing of it"
        case .hint(.fits): "may fit"
        case .hint(.needsPerson): "cannot be told"
        case .hint(.doesNotFit): "may not fit"
        case .hint(.notSaid): "not said"
        case .allowed([]):
            "Its page names no code of DUO, so what it may be used for is not said: ask its contact."
        case .allowed(let uses): "May be used for: \(DataUse.line(of: uses, c))."
        case .purposeSays(let words?), .purposeSaysOnScreen(let words?): "Your purpose says: \(words)."
        case .purposeSays(nil): "Your answers name no purpose by a code of DUO."
        case .purposeSaysOnScreen(nil):
            "Your answers name no purpose by a code of DUO; \(c.key(.sayPurpose)) says one."
        case .onlyHint: "A hint alone. The committee decides, by your answers; no code is sent."
        case .declared: "Purpose by codes of DUO"
        case .noneDeclared: "The request names none yet."
        case .match(let title, let use, .notDeclared):
            "“\(title)” asks for \(c(DataUseWords.term(use))), which the request does not name."
        case .match(let title, let use, .doesNotFit):
            "“\(title)” says \(c(DataUseWords.term(use))); what the request names does not fit it."
        case .match(let title, let use, .needsPerson):
            "“\(title)” says \(c(DataUseWords.term(use))): a person compares it."
        case .match(let title, let use, .fits): "“\(title)” says \(c(DataUseWords.term(use))): it fits."
        case .allMatch: "It fits all codes of the datasets, as the portal compares them. The committee decides."
        case .choice(.disease(let disease)): "research on \(disease)"
        case .choice(.health): "health, medicine or biomedicine"
        case .choice(.ancestry): "origins or ancestry of populations"
        case .choice(.methods): "methods or software"
        case .choice(.general): "any research"
        case .choice(.notCommercial): "not commercial"
        case .choice(.commercial): "commercial"
        case .choice(.notForProfit): "not for profit"
        case .choice(.sensitive): "children, one sex, or what may stigmatise"
        case .whole(.fits):
            "Your purpose fits what the data may be used for, as far as its codes say. The committee decides."
        case .whole(.needsPerson):
            "Whether your purpose fits cannot be told from the codes alone: it needs a person. The committee decides."
        case .whole(.notSaid):
            """
            The catalogue names no code of what the data may be used for: ask their contact. The committee decides.
            """
        case .whole(.doesNotFit):
            "Your purpose does not fit what the codes say of the data's use. The committee decides; you can still ask."
        }
    }
}

extension DataUse {
    /// `DS  disease specific research: MONDO:0005105; NCU  non-commercial use only`.
    static func line(of uses: [DataUse], _ c: Phrasing) -> TerminalText {
        uses.map { c(DataUseWords.term($0)) as TerminalText }.joined(separator: "; ")
    }

    /// `DS  disease specific research: MONDO:0005105`; a code that is not known stands as it is.
    func named(by label: String?) -> TerminalText {
        guard let term = code.term, let label else { return TerminalText(singleLine: code.id) }
        let name = [term.shorthand, label].compactMap(\.self).joined(separator: "  ")
        return TerminalText(
            singleLine: restrictions.isEmpty ? name : "\(name): \(restrictions.joined(separator: ", "))")
    }
}
