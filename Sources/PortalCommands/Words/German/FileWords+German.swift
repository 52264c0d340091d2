import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension FileWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .refused(let refusal, let path): Self.germanWords(for: refusal, path ?? "Die Standardeingabe")
        case .standardInput: "Standardeingabe"
        case .notWritten(.exists, let path):
            "\(path) gibt es schon und blieb, wie es ist. Eine andere Datei nennen, oder --overwrite anfügen."
        case .notWritten(let refusal, let path): c(refusal.reason(for: path))
        }
    }

    private static func germanWords(for refusal: GivenText.Refusal, _ path: String) -> TerminalText {
        switch refusal {
        case .failed(ENOENT): "\(path) gibt es nicht. Den Pfad prüfen."
        case .deadLink:
            "\(path) ist ein Verweis auf eine Datei, die es nicht gibt. Den Verweis berichtigen oder entfernen."
        case .failed(ELOOP): "\(path) ist ein Verweis auf sich selbst. Den Verweis berichtigen oder entfernen."
        case .failed(EISDIR): "\(path) ist ein Ordner. Eine Datei darin nennen."
        case .failed(let code):
            "\(path) ist nicht zu lesen: \(String(cString: strerror(code))). Die Rechte prüfen."
        case .tooLarge: "\(path) hat mehr als 8 MB; so viel wird daraus nicht gelesen."
        case .notFile: "\(path) ist keine gewöhnliche Datei."
        }
    }
}
