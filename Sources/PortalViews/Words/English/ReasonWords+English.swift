import PortalModel
import TerminalCanvas

// The English words of these stand with the reasons, in PortalDomain: commands, linear mode and the log say them too.

extension Reason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension DiskReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension KeptReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension FileReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension AnswersFileReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension EditorReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension PagerReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ConnectionReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension AnswerReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension CatalogueReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ChangeReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension SignInReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension TokenReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension SetupReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}

extension ProgramReason: Wording {
    func english(_ c: Phrasing) -> TerminalText { TerminalText(sanitizing: sentence) }
}
