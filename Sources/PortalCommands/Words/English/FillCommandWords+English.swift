import PortalModel
import PortalViews
import TerminalCanvas

extension FillCommandWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .submitted(let id):
            """
            The request\(id.map { " \($0)" } ?? "") is submitted. The committee has it now; portal requests tells what \
            becomes of it.
            """
        case .inputEnded: "The input ended; nothing was submitted."
        case .somethingMissing: "Something is missing in the request: portal request fill goes on with it."
        case .lastNotTaken: "The last answer was not taken: portal request fill goes on with the request."
        case .keptHere: "All answers are kept on this machine."
        case .keptHereFirst: "All answers are kept on this machine; the portal does not have all of them yet."
        case .keptBoth: "All answers are kept, on this machine and at the portal."
        case .notReached(let error):
            "The portal does not take answers now: \(c(error)) They are kept on this machine and sent later."
        case .reachedAgain: "The portal has the answers again."
        case .notText(true): "Not taken: the line is not UTF-8. Give the whole answer again."
        case .notText(false):
            "Not taken: a line is not UTF-8, nor is the answer that it belongs to. Nothing more is read."
        case .tooLong: "Not taken: the line is longer than 1 MB. Nothing more is read."
        }
    }
}
