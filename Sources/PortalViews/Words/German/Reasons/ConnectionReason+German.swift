import PortalModel
import TerminalCanvas

extension ConnectionReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .tooLarge(let megabytes): "Die Antwort ist größer als \(megabytes) MB und wurde nicht angenommen."
        case .redirectElsewhere(let origin):
            """
            Das Portal schickt weiter zu \(origin ?? "einer anderen Adresse"); dem wurde nicht gefolgt. Wenn Sie ihr \
            trauen, diese Adresse verwenden.
            """
        case .redirectToSignIn(let origin):
            """
            Vor dem Portal werden Menschen zur Anmeldung zu \(origin ?? "einer anderen Adresse") geschickt. Dieses Programm \
            kommt daran nicht vorbei. Wer es betreibt, nach einer Adresse für Programme fragen.
            """
        case .redirectOfChange: "Das Portal schickt weiter zu einer anderen Adresse; dem wurde nicht gefolgt."
        case .tooManyRedirects: "Das Portal schickt ohne Ende von Adresse zu Adresse."
        case .unknownEncoding(let name): "Die Antwort ist anders gepackt als verlangt (\(name))."
        case .brokeOff: "Die Antwort brach ab."
        case .brokeOffOrNotHTTP: "Die Antwort brach ab oder ist kein HTTP."
        case .cannotUnpack: "Die Antwort soll gepackt sein und lässt sich nicht auspacken."
        case .lost: "Die Verbindung ist abgerissen."
        case .closedWithoutAnswer(let service): "\(service.german) hat die Verbindung ohne Antwort geschlossen."
        case .programEnding: "Das Programm endet."
        case .noSuchMachine(let host): "Einen Rechner namens \(host) gibt es nicht."
        case .nothingListens(let service):
            "Unter der Adresse \(service.ofIt) antwortet nichts (Verbindung abgelehnt)."
        case .noWay(let service): "In diesem Netz führt kein Weg zum \(service.dative)."
        case .proxy(let host, let port, let refusal):
            """
            Der Proxy \(host):\(port) ließ es nicht durch: \(refusal.german). HTTPS_PROXY, HTTP_PROXY und NO_PROXY \
            ansehen.
            """
        case .notTrusted(let service): "Dieser Rechner traut dem Zertifikat \(service.ofIt) nicht."
        case .notTLS: "Was dort antwortet, spricht kein TLS: ist es eine http://-Adresse?"
        case .noCommonWay(let service):
            """
            Keine sichere Verbindung kam zustande: dieses Programm und der Rechner \(service.ofIt) kennen keinen \
            gemeinsamen Weg dahin.
            """
        case .brokeOffHandshake(let service):
            "\(service.german) brach ab, während die sichere Verbindung entstand."
        case .otherThanTLS(let service):
            "Keine sichere Verbindung kam zustande; \(service.within) antwortet anders, als TLS erwartet."
        case .certificateEnded(let day):
            """
            Das Zertifikat des Portals galt bis \(day), deshalb wurde nichts gesendet. Wer das Portal betreibt, muss \
            es erneuern; geht das Datum dieses Rechners falsch, es richtigstellen.
            """
        case .certificateNotYetValid(let day):
            """
            Das Zertifikat des Portals gilt erst ab \(day), deshalb wurde nichts gesendet. Vielleicht geht das Datum \
            dieses Rechners falsch.
            """
        case .certificateOfOther(let host):
            """
            Das Zertifikat unter dieser Adresse ist nicht für \(host), deshalb wurde nichts gesendet. Die Adresse \
            prüfen.
            """
        case .unknownAuthority:
            """
            Dieser Rechner traut nicht, wer das Zertifikat des Portals ausgestellt hat, deshalb wurde nichts \
            gesendet. Ist das Ihre Einrichtung, ihre Zertifikate mit --ca-file angeben.
            """
        case .noAuthorities(let unusable): noAuthorities(unusable)
        }
    }

    private func noAuthorities(_ unusable: Unusable) -> TerminalText {
        let file: [TerminalText] =
            unusable.file.map { ["SSL_CERT_FILE nennt \($0), worin keine Zertifikate sind."] } ?? []
        let folders: [TerminalText] = unusable.folders.map { "SSL_CERT_DIR nennt \($0), wo keine Zertifikate sind." }
        let all: [TerminalText] =
            ["Auf diesem Rechner gibt es keine Zertifizierungsstellen, deshalb ist keinem Dienst zu trauen."] + file
            + folders + [
                """
                Das Paket ca-certificates installieren, oder mit --ca-file oder SSL_CERT_FILE eine Datei im \
                PEM-Format nennen.
                """
            ]
        return all.joined(separator: " ")
    }
}

extension CalledService {
    /// At the beginning of a sentence, as its subject.
    fileprivate var german: String { chosen("Das Portal", "Der Anmeldedienst", "Der Aussteller", "Das Archiv") }
    fileprivate var within: String { chosen("das Portal", "der Anmeldedienst", "der Aussteller", "das Archiv") }
    fileprivate var ofIt: String { chosen("des Portals", "des Anmeldedienstes", "des Ausstellers", "des Archivs") }
    fileprivate var dative: String { chosen("Portal", "Anmeldedienst", "Aussteller", "Archiv") }

    private func chosen(_ portal: String, _ signIn: String, _ issuer: String, _ archive: String) -> String {
        switch self {
        case .portal: portal
        case .signIn: signIn
        case .issuer: issuer
        case .archive: archive
        }
    }
}

extension ConnectionReason.ProxyRefusal {
    fileprivate var german: String {
        switch self {
        case .system(let words): words
        case .noSuchMachine: "einen Rechner dieses Namens gibt es nicht"
        case .wantsPassword: "er will einen Namen und ein Passwort"
        case .noConnection: "er gab keine Verbindung"
        }
    }
}
