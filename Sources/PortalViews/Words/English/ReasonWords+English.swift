import PortalModel
import TerminalCanvas

// The English words of these stand with the reasons, in PortalDomain: JSON and the log say them too.

extension Reason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension DiskReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension KeptReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension FileReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension AnswersFileReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension EditorReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension PagerReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ConnectionReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension AnswerReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension CatalogueReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension QueryReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension VariantReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ChangeReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension SignInReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension TokenReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension SetupReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ProgramReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension MirrorReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ArchiveReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension PassportReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension SavedSearchReason: Wording {
    package func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}
