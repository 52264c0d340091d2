import PortalModel
import TerminalCanvas

extension DocumentMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .notHere: "The request is not here yet: wait until it is shown."
        case .noForm: "There is no form yet to load answers into."
        case .fixed: "The answers of this request cannot be changed any more."
        case .nothingChanged: "Nothing was changed."
        case .writing(let format): "Writing the request as \(c(format))."
        case .written(let path, let note): "The request is in \(path).\(c.behind(note))"
        case .answersWritten(let path): "The answers are in \(path). Files that are attached are not in it."
        case .takenOver(let count, let left):
            "Taken over: \(count).\(left > 0 ? " For questions that are not asked now: \(left)." : "")"
        }
    }
}
