import PortalModel
import TerminalCanvas

extension KeptReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .damagedAside(let path, let drafts, let isWhole):
            """
            Die Datei mit den Entwürfen war beschädigt und ist als \(path) aufgehoben. \(c.count(drafts, .draft)) \
            daraus \(drafts == 1 ? "ist" : "sind") übernommen\(isWhole ? "." : "; der Rest war nicht zu lesen.")
            """
        case .readOnly(let shortage, let path):
            """
            \(shortage.german(path)): Entwürfe sind zu lesen, aber nicht zu speichern, bis Platz ist.
            """
        case .writtenAgain(let path):
            "\(path) wurde währenddessen gelöscht oder ersetzt; die Entwürfe sind noch einmal geschrieben."
        case .unreadable(let drafts):
            """
            \(drafts) der Entwürfe \(drafts == 1 ? "ist" : "sind") von dieser Version nicht zu lesen und \
            \(drafts == 1 ? "blieb" : "blieben"), wie sie waren.
            """
        case .startUnread(let reason): c(reason)
        case .takenOver(let drafts):
            """
            Die neuesten Worte aus \(c.count(drafts, .draft, .dative)), die am Ende des Programms nicht zu speichern \
            waren, sind übernommen.
            """
        case .sentSince(let path):
            """
            Einer der Entwürfe wurde seitdem abgesendet oder verworfen; was zuletzt geschrieben wurde, ist in \(path).
            """
        case .notTakenOver(let drafts, let paths, let reason):
            """
            Die neuesten Worte aus \(c.count(drafts, .draft, .dative)) sind in \(paths.joined(separator: " und ")) und \
            konnten noch nicht übernommen werden. \(c(reason))
            """
        case .withoutDrafts(let reason):
            "\(c(reason)) Bis dahin werden Entwürfe und Korb weder gelesen noch gespeichert."
        case .goneWithProgram(let reason):
            "\(c(reason)) Bis dahin sind Entwürfe, Korb und Anmeldung mit dem Programm verschwunden."
        case .lost: "Die neuesten Worte sind verloren."
        case .lostEverywhere(let places):
            """
            Die neuesten Worte ließen sich auch nirgends sonst aufheben (\(places.joined(separator: ", "))) und sind \
            verloren.
            """
        case .rescued(let paths, let host):
            """
            Die neuesten Worte sind in \(paths.joined(separator: " und in ")) aufgehoben. Der nächste Start auf \
            \(host) übernimmt sie, sobald Platz ist.
            """
        case .profileUnreadable(let path):
            """
            \(path) ist nicht zu lesen. Die Rechte prüfen, oder die Datei entfernen und das Profil neu schreiben.
            """
        case .profileNotWritten(let path): "\(path) ließ sich nicht schreiben."
        case .profileRefused(let path, let words): "\(path): \(words). Die Platte und die Rechte prüfen."
        case .profileLocked: "Ihr Profil ist abgeschlossen: in einer Shell portal lock unlock."
        case .answersNotRemoved(let path):
            "\(path) ließ sich nicht entfernen. Von Hand entfernen, oder portal cache clear aufrufen."
        case .cacheNotCleared(let path): "\(path) ließ sich nicht entfernen. Die Rechte prüfen."
        }
    }
}

extension KeptReason.Shortage {
    fileprivate func german(_ path: String) -> TerminalText {
        switch self {
        case .quotaUsedUp: "Ihr Anteil an der Platte mit \(path) ist aufgebraucht"
        case .full: "Die Platte mit \(path) ist voll"
        case .refuses: "Die Platte mit \(path) lässt sich nicht beschreiben"
        }
    }
}
