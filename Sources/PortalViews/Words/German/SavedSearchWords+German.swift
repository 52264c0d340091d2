import PortalModel
import TerminalCanvas

extension SavedSearchWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Gespeicherte Suchen"
        case .saveAs: "Die Suche speichern als"
        case .renameTo: "Die Suche umbenennen in"
        case .namePlaceholder: "ein Name"
        case .seenFromNow:
            "Was sie jetzt findet, gilt als gesehen; was danach kommt und was sich ändert, wird als neu gemeldet."
        case .saving: "Das Portal wird nach allem gefragt, was sie findet\(c.glyphs.ellipsis)"
        case .reading: "wird gelesen\(c.glyphs.ellipsis)"
        case .none: "Noch ist keine Suche gespeichert."
        case .howToSave:
            """
            \(c.key(.saveSearch)) in der Liste der Datensätze speichert die Suche, die dort steht. Von da an erfahren Sie, \
            welche ihrer Datensätze neu sind oder sich geändert haben, hier und mit portal searches run --new.
            """
        case .several(let count): count == 1 ? "1 Suche" : "\(c.number(count)) Suchen"
        case .asking(let left):
            left == 0
                ? "das Portal wird gefragt\(c.glyphs.ellipsis)"
                : "das Portal wird gefragt\(c.glyphs.ellipsis) noch \(left)"
        case .count(let news):
            [(news.new, "neu"), (news.changed, "geändert")].filter { $0.0 > 0 }
                .map { "\(c.number($0.0)) \($0.1)" as TerminalText }.joined(separator: ", ")
        case .newsSince(let news, let day, let now):
            "\(c(Self.count(news))) seit \(c.recentDay(day, now: now))"
        case .nothingSince(let day, let now): "nichts Neues seit \(c.recentDay(day, now: now))"
        case .allDatasets: "alle Datensätze"
        case .notAsked: "gerade nicht bekannt"
        case .new: "neu"
        case .changed: "geändert"
        case .more(let count): "und \(c.number(count)) weitere"
        case .gone(let count):
            "\(c.count(count, .dataset)) \(count == 1 ? "wird" : "werden") nicht mehr gefunden."
        }
    }
}
