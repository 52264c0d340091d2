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
        case .whole(.fits):
            "Your purpose fits what the data may be used for, as far as its codes say. The committee decides."
        case .whole(.needsPerson):
            "Whether your purpose fits cannot be told from the codes alone: it needs a person. The committee decides."
        case .whole(.doesNotFit):
            "Your purpose does not fit what the codes say of the data's use. The committee decides; you can still ask."
        }
    }
}

extension DataUse {
    /// `DS  disease specific research: MONDO:0005105`; a code that is not known stands as it is.
    func named(by label: String?) -> TerminalText {
        guard let term = code.term, let label else { return TerminalText(singleLine: code.id) }
        let name = [term.shorthand, label].compactMap(\.self).joined(separator: "  ")
        return TerminalText(
            singleLine: restrictions.isEmpty ? name : "\(name): \(restrictions.joined(separator: ", "))")
    }
}
