import PortalModel
import TerminalCanvas

extension PortalError {
    package func german(_ c: Phrasing) -> TerminalText? { archiveReason?.germanHappened(c) ?? kind.german(c) }
}

extension PortalError.Kind {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .offline: "Das Portal ist nicht zu erreichen."
        case .timedOut(let seconds): "Das Portal hat nicht innerhalb von \(seconds) s geantwortet."
        case .signedOut: "Die Anmeldung gilt nicht mehr."
        case .forbidden: "Das Portal erlaubt das nicht."
        case .notFound: "Das Portal hat dies nicht mehr."
        case .refused(let status): "Der Aufruf wurde nicht durchgelassen (Status \(status))."
        case .conflict: "So, wie es beim Portal steht, geht das nicht."
        case .invalid: "Dem Portal fehlt etwas, oder etwas ist falsch."
        case .tooManyRequests(.some(let seconds)), .unavailable(let seconds):
            "Das Portal \(isUnavailable ? "ist nicht verfügbar und " : "")bittet um \(left(seconds)) Geduld."
        case .tooManyRequests(.none): "Das Portal bittet um etwas Geduld."
        case .serverFault(let status): "Im Portal ist ein Fehler aufgetreten (Status \(status))."
        case .notTried(let seconds):
            "Das Portal ist mehrmals nacheinander ausgefallen und wird deshalb \(left(seconds)) in Ruhe gelassen."
        case .unreadableAnswer: "Die Antwort des Portals ist nicht zu verstehen."
        case .unsupported: "Dieses Portal bietet das nicht an."
        case .local: "Auf diesem Rechner ist etwas fehlgeschlagen."
        case .heldElsewhere: "Es ist in einem anderen Portal-Programm offen."
        case .changedElsewhere: "Ein anderes Portal-Programm hat es inzwischen geändert."
        case .cancelled: "Abgebrochen."
        case .notKept: "Davon ist auf diesem Rechner nichts gespeichert."
        }
    }

    private var isUnavailable: Bool { if case .unavailable = self { true } else { false } }

    private func left(_ seconds: Int) -> String { GermanTimes.spelled(seconds: seconds) }
}

extension FieldProblem {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .required: "Wird gebraucht, bevor der Antrag abgesendet werden kann."
        case .tooLong(let length, let maximum) where length > maximum && maximum > 0:
            "Zu lang: \(length - maximum) von \(length) Zeichen müssen weg."
        case .tooLong(_, let maximum) where maximum > 0: "Zu lang: höchstens \(maximum) Zeichen."
        case .tooLong: "Zu lang."
        case .invalidEmail: "Keine E-Mail-Adresse. Die Form ist name@example.org."
        case .invalidPhoneNumber: "Keine Telefonnummer. Sie beginnt mit + und der Landesvorwahl, danach nur Ziffern."
        case .invalidIPAddress: "Keine IP-Adresse. Die Form ist 142.250.74.110 oder 2001:708:0:0:0:0:0:7."
        case .privateIPAddress: "Eine private Adresse. Gebraucht wird eine, die von außen erreichbar ist."
        case .invalidDate: "Kein Datum. Die Form ist Jahr-Monat-Tag, etwa 2026-03-31."
        case .notAnOption: "Steht nicht zur Wahl. Bitte neu wählen."
        case .columnValuesMissing: "Jede Spalte jeder Zeile muss ausgefüllt sein."
        case .fileMissing: "Das Portal hat diese Datei nicht mehr. Herausnehmen und neu anhängen."
        case .badFormat: "Nicht in der Form, die das Portal erwartet."
        case .licencesNotAccepted: "Alle Lizenzen müssen angenommen sein."
        case .datasetUnavailable:
            "Ein Datensatz kann zurzeit nicht beantragt werden. Den Kontakt fragen oder ohne ihn beantragen."
        case .notAllowed: "Das Portal erlaubt das jetzt nicht. Wer den Antrag angelegt hat, kann es vielleicht."
        case .keptOtherwise:
            "Das Portal speichert eine andere Antwort als diese. Anders schreiben, oder auf der Webseite des Portals."
        case .other(let key): Self.germanFinding(key)
        }
    }

    /// Findings that no field of this program can make. Words of a service that are not known here stay its own.
    private static func germanFinding(_ key: String) -> TerminalText? {
        switch key.split(separator: "/").last.map({ $0.first == ":" ? String($0.dropFirst()) : String($0) }) ?? key {
        case "date-not-in-past": "Muss ein vergangener Tag sein."
        case "date-not-in-future": "Muss ein künftiger Tag sein."
        case "must-not-be-empty": "Mindestens eines wird gebraucht."
        case "unbundlable-catalogue-items", "changes-original-workflow", "changes-original-form":
            """
            Diese Datensätze können nicht zusammen beantragt werden, nur einzeln oder in kleineren Gruppen.
            """
        case "already-member": "Diese Person nimmt schon teil."
        case "user-not-member": "Diese Person nimmt nicht teil."
        case "cannot-remove-applicant": "Wer den Antrag angelegt hat, kann nicht herausgenommen werden."
        case "invalid-user": "Das Portal kennt diese Person nicht. Sie muss sich dort einmal anmelden."
        case "invalid-token": "Die Einladung gilt nicht mehr. Eine neue ist nötig."
        case "application-not-found": "Das Portal hat diesen Antrag nicht mehr."
        case "unsupported-attachment": "Das Portal nimmt Dateien dieser Art nicht an."
        case "too-large-attachment": "Die Datei ist größer, als das Portal annimmt."
        default: otherFinding(key)
        }
    }

    private static func otherFinding(_ key: String) -> TerminalText {
        let sentence = FieldProblem.other(key: key).sentence
        let words = sentence.split(separator: ":", maxSplits: 1)
        guard words.count == 2 else { return "Das Portal lehnt das ab und sagt nicht, warum." }
        return "Das Portal sagt:\(TerminalText(singleLine: String(words[1])))"
    }
}

extension LoginFailure {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .denied: "Die Anmeldung wurde abgelehnt."
        case .expired: "Niemand hat die Anmeldung rechtzeitig bestätigt."
        case .unsupported(.device): "Dieses Portal bietet keine Anmeldung mit einem Code."
        case .unsupported(.browser): "Dieses Portal bietet keine Anmeldung im Browser."
        case .wrongClock(let minutes):
            """
            Die Uhr dieses Rechners geht gegenüber dem Anmeldedienst \(Self.germanSpelled(minutes: abs(minutes))) \
            \(minutes > 0 ? "vor" : "nach").
            """
        case .notTheAnswer(let reason): c(reason)
        case .failed(let error): "\(c(error.why))\(c(RequestIDNote(error: error)))"
        case .cancelled: "Die Anmeldung wurde abgebrochen."
        }
    }

    private static func germanSpelled(minutes: Int) -> String {
        switch minutes {
        case ..<120: "\(minutes) Min."
        case ..<2880: "\(minutes / 60) Std."
        default: "\(minutes / 1440) Tage"
        }
    }
}

extension LoginAdvice {
    func german(_ c: Phrasing) -> TerminalText? {
        switch failure {
        case .denied: "War das ein Versehen, einfach neu beginnen."
        case .expired: "Neu beginnen, um einen neuen Code zu bekommen."
        case .unsupported: "Den anderen Weg versuchen."
        case .wrongClock: "Die Uhr stellen lassen, dann neu beginnen."
        case .notTheAnswer: "Die ganze Adresse aus der Adresszeile des Browsers kopieren und noch einmal einfügen."
        case .failed(let error):
            error.canBeRetried ? "Später neu beginnen." : "Neu beginnen, oder beim Helpdesk des Portals melden."
        case .cancelled: "Nichts hat sich geändert."
        }
    }
}
