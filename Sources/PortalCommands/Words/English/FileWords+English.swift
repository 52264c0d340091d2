import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension FileWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .refused(let refusal, let path): Self.words(for: refusal, path ?? "Standard input")
        case .standardInput: "standard input"
        case .notWritten(.exists, let path):
            "\(path) is there already, and was left as it is. Name another file, or add --overwrite."
        case .notWritten(let refusal, let path): c(refusal.reason(for: path))
        }
    }

    private static func words(for refusal: GivenText.Refusal, _ path: String) -> TerminalText {
        switch refusal {
        case .failed(ENOENT): "\(path) is not there. Check the path."
        case .deadLink: "\(path) is a link to a file that is not there. Mend or remove the link."
        case .failed(ELOOP): "\(path) is a link that leads to itself. Mend or remove the link."
        case .failed(EISDIR): "\(path) is a folder. Name a file in it."
        case .failed(let code): "\(path) cannot be read: \(String(cString: strerror(code))). Check its permissions."
        case .tooLarge: "\(path) is larger than 8 MB, which is more than is read from it."
        case .notFile: "\(path) is no plain file."
        }
    }
}
