import PortalModel
import TerminalCanvas

extension DocumentWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .requestAs: "Write the request as"
        case .load: "Load answers"
        case .save: "Save the answers"
        case .description: "Write the description"
        case .file: "File: "
        case .fillEmpty(let count): "Fill what is empty (\(count))"
        case .replaceToo(let count): "Replace what differs too (\(count))"
        case .changeNothing: "Change nothing"
        case .moment: "One moment\(c.glyphs.ellipsis)"
        case .aboutDescription(let form):
            "As \(form). Where the program was started, if no folder is written. No file is overwritten."
        case .datasets: "Write datasets"
        case .aboutDatasets(let form, let isFolder):
            """
            As \(form)\(isFolder ? ", a file each in a new folder" : ""). Where the program was started, if no folder is \
            written. Nothing is overwritten.
            """
        case .comparison: "Write the comparison"
        case .aboutComparison(let form):
            "As \(form). Where the program was started, if no folder is written. No file is overwritten."
        case .written(let progress):
            progress.total.map { "\(c.number(progress.done)) of \(c.count($0, .dataset))" }
                ?? "\(c.count(progress.done, .dataset))"
        case .longMoment:
            "One moment\(c.glyphs.ellipsis) \(c.key(.goBack)) closes this; it goes on, and you are told when it is done."
        case .aboutLoading: "A file as portal request template writes it. Nothing is changed before you say so."
        case .aboutSaving:
            "In the form that portal request new --answers takes, for your eyes only. No file is overwritten."
        case .found(let new, let different): "New: \(new). Other than yours: \(different)."
        case .hidden(let count): "Of these, for questions that are not asked now: \(count)."
        case .missing(let count): "Needed, and neither here nor in the file: \(count)."
        case .unknown(let count): "And \(count) more that are not known here."
        }
    }
}
