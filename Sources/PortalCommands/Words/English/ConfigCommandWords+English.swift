import PortalModel
import PortalViews
import TerminalCanvas

extension ConfigCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .nothingWrong: "Nothing is wrong."
        case .noneYet(let file): "There is no configuration yet. It would be in \(file)"
        case .nothingWrongIn(let files): "Nothing is wrong in \(files.joined(separator: ", "))."
        case .noPortalYet: "No portal is configured yet: portal asks for one."
        case .origin(let origin): TerminalText(singleLine: origin.rawValue)
        case .nothingKept: "Nothing is kept. portal profile set takes it from standard input or a file."
        case .refused(let refused):
            "\(refused.map { "\($0.entry.rawValue): \(c.text($0.fault))" }.joined(separator: " ")) Nothing was changed."
        case .keptIn(let path): "Kept in \(path). portal profile show prints it, portal profile clear removes it."
        case .howToAnswer: "Enter leaves an entry as it is, - takes it out. ^D ends."
        case .question(let entry, let before):
            "\(c(entry)) [\(before.isEmpty ? c.example(of: entry).plain : before)]:"
        case .nothingWasKept: "Nothing was kept."
        case .removed: "Your profile is removed from this machine."
        case .cleared: "The cache is cleared."
        case .wasEmpty: "The cache was empty."
        case .manualNotWritten(let folder, let words): "The man pages could not be written to \(folder): \(words)"
        }
    }
}
