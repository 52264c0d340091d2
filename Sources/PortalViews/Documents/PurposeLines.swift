import PortalModel

/// What a request says of its purpose by codes of DUO, and what its service made of it, a line each.
struct PurposeLines {
    /// The codes themselves.
    let codes: [DataUseWords]
    /// What is open, or that nothing is; empty where nothing was compared.
    let findings: [DataUseWords]

    var all: [DataUseWords] { codes + findings }

    init(_ purpose: DeclaredPurpose, of application: Application, languages: [String]) {
        codes = purpose.uses.isEmpty ? [.noneDeclared] : purpose.uses.map { .term($0) }
        let open = purpose.openMatches.map { match in
            let dataset = application.datasets.first { $0.identifier == match.dataset }
            let title = dataset?.title.text(in: languages) ?? match.dataset ?? ""
            return DataUseWords.match(title: title, DataUse(match.code), match.verdict)
        }
        findings = open.isEmpty && !purpose.matches.isEmpty ? [.allMatch] : open
    }
}
