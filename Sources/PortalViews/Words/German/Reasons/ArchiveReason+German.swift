import PortalModel
import TerminalCanvas

extension ArchiveReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        guard let why, why.sentence != happened else { return germanHappened(c) }
        return "\(germanHappened(c)) \(c(why))"
    }

    /// What happened without why.
    func germanHappened(_ c: Phrasing) -> TerminalText {
        switch kind {
        case .offline: "Das Archiv \(host) ist nicht zu erreichen."
        case .timedOut(let seconds): "Das Archiv \(host) hat nicht innerhalb von \(seconds) s geantwortet."
        case .signedOut: "Beim Archiv \(host) gilt man nicht als angemeldet."
        case .forbidden: "Das Archiv \(host) erlaubt das nicht."
        case .notFound: "Das Archiv \(host) hat dies nicht."
        case .refused(let status): "Der Aufruf beim Archiv \(host) wurde nicht durchgelassen (Status \(status))."
        case .conflict: "So, wie es beim Archiv \(host) steht, geht das nicht."
        case .invalid: "Dem Archiv \(host) fehlt etwas, oder etwas ist falsch."
        case .tooManyRequests(.some(let seconds)):
            "Das Archiv \(host) bittet um \(GermanTimes.spelled(seconds: seconds)) Geduld."
        case .tooManyRequests(.none): "Das Archiv \(host) bittet um etwas Geduld."
        case .serverFault(let status): "Im Archiv \(host) ist ein Fehler aufgetreten (Status \(status))."
        case .unavailable(let seconds):
            "Das Archiv \(host) ist nicht verfügbar und bittet um \(GermanTimes.spelled(seconds: seconds)) Geduld."
        case .notTried(let seconds):
            """
            Das Archiv \(host) ist mehrmals nacheinander ausgefallen und wird deshalb \
            \(GermanTimes.spelled(seconds: seconds)) in Ruhe gelassen.
            """
        case .unreadableAnswer: "Die Antwort des Archivs \(host) ist nicht zu verstehen."
        case .unsupported: "Das Archiv \(host) bietet das nicht an."
        case .local, .heldElsewhere, .changedElsewhere, .cancelled, .notKept: c(kind)
        }
    }
}
