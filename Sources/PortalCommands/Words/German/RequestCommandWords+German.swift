import PortalModel
import PortalViews
import TerminalCanvas

extension RequestCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noRequests: "Sie haben keine Anträge."
        case .noneFits(let count):
            count == 1 ? "Ihr einer Antrag ist nicht so." : "Keiner Ihrer \(c.number(count)) Anträge ist so."
        case .draftsHere(let count):
            """
            \(c.count(count, .draft)) auf diesem Rechner \(count == 1 ? "ist" : "sind") noch nicht beim Portal; portal \
            öffnet sie.
            """
        case .noEntitlements: "Sie haben noch zu keinem Datensatz Zugang."
        case .over: "vorbei"
        case .daysLeft(let days): "\(c.number(days)) \(days == 1 ? "Tag" : "Tage")"
        case .csvAndJSON: "--csv und --json schließen einander aus."
        case .noLicence(let id, []): "Der Antrag hat keine Lizenz \(id). Er hat gar keine."
        case .noLicence(let id, let known):
            "Der Antrag hat keine Lizenz \(id). Er hat \(known.map { String($0) }.joined(separator: ", "))."
        case .accepted(let count): "\(c.count(count, .licence)) \(count == 1 ? "ist" : "sind") angenommen."
        case .noEmail(let text): "„\(text)“ ist keine E-Mail-Adresse: niemand wurde eingeladen."
        case .invited(let name): "\(name) ist eingeladen."
        case .knownAlready(let name, let isPending):
            """
            \(name) \(isPending ? "ist schon eingeladen" : "nimmt schon teil"), unter dieser Adresse. Nichts wurde \
            gesendet.
            """
        case .copied: "Die Kopie ist angelegt."
        case .copiedSomewhere: "Die Kopie ist angelegt; portal requests listet sie auf."
        case .copiedHere:
            """
            Die Kopie ist hier angelegt, denn das Portal kopiert keine Anträge. Ihre Lizenzen müssen neu angenommen \
            und ihre Dateien neu angehängt werden.
            """
        case .copyIsThere(let id):
            """
            Eine Kopie, die niemand geändert hat, gibt es schon: \(id). Nichts wurde kopiert; --another legt eine \
            zweite an.
            """
        case .copiedElsewhere: "Ein anderes Programm kopiert diesen Antrag: darauf wird gewartet."
        case .deleted(let id): "Der Entwurf \(id) ist gelöscht."
        case .nothingToDelete(let id): "Das Portal hat keinen Antrag \(id): es gibt nichts zu löschen."
        case .addYes: "Nichts wurde gelöscht: --yes anfügen, wo niemand gefragt werden kann."
        case .typeDelete(let id): "delete eingeben, um den Entwurf \(id) mit seinen Antworten zu löschen:"
        case .notDeleted: "Nichts wurde gelöscht."
        case .purposeTold(let codes): "Der Antrag sagt \(codes.joined(separator: ", ")). Das Komitee entscheidet."
        case .endsSoon(let dataset, let days, let request):
            """
            Der Zugang zu \(dataset) endet in \(c.number(days)) \(days == 1 ? "Tag" : "Tagen").\
            \(request.map { " portal request renew \($0) beantragt ihn noch einmal mit den Antworten, und fragt, was sich geändert hat." } ?? "")
            """
        case .outcomeUnknown(let error):
            """
            Eine Antwort des Portals ging verloren, und es war nicht zu fragen, was es hat. Bevor das bekannt ist, \
            wird nichts noch einmal gesendet: denselben Befehl noch einmal aufrufen. \(c(FailureWords.call(error)))
            """
        case .notThere(let error):
            """
            \(c(FailureWords.call(error))) Das Portal wurde gefragt und zeigt es nicht. Es kann noch ankommen: \
            derselbe Befehl sieht zuerst nach.
            """
        }
    }
}
