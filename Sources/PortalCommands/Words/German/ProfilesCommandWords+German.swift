import PortalModel
import PortalViews
import TerminalCanvas

extension ProfilesCommandWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .noneSetUp:
            "Noch ist keines eingerichtet: portal profiles add NAME --discovery URL, oder portal fragt nach einem."
        case .noneSetUpYet: "Noch ist kein Portal eingerichtet: portal profiles add."
        case .unknown(let name, let suggestions, let known):
            """
            Ein Profil „\(name)“ gibt es nicht.\(c(CommonCommandWords.didYouMean(suggestions))) \
            \(known.isEmpty ? "Noch ist keines eingerichtet." : "Eingerichtet sind \(known.joined(separator: ", ")).")
            """
        case .isYours(let name, let file, let line):
            """
            „\(name)“ steht in \(file)\(line.map { ", Zeile \($0)" } ?? ""); die Datei ist Ihre und wird hier nie \
            geschrieben. Dort ändern.
            """
        case .setUpAlready(let name, let file):
            "„\(name)“ ist schon eingerichtet, in \(file). portal profiles edit ändert es."
        case .needsDiscovery: "Ein Portal braucht --discovery, seine Adresse."
        case .opens(let name): "portal öffnet von nun an \(name)."
        case .noYes(let name): "Hier kann niemand gefragt werden: --yes anfügen, um „\(name)“ zu entfernen."
        case .typeYes(let portal):
            """
            „\(portal.name)“ entfernen?\(c.leftBehind(by: portal).map { " Zurück bliebe: \($0)." } ?? "") yes eingeben:
            """
        case .notRemoved: "Nichts wurde entfernt."
        case .removed(let portal, let folder, let tokens):
            """
            „\(portal.name)“ ist entfernt.\(c.leftBehind(by: portal).map {
                " In \(folder) bleibt zurück: \($0). Ein Profil desselben Namens findet es wieder"
                    + (portal.hasSignIn ? "; um die Anmeldung zu vergessen, \(tokens) löschen." : ".")
            } ?? "")
            """
        case .finding(let finding):
            "\(finding.isWell ? "gut    " : "Problem") \(Self.german(finding.service, c)): \(c(finding.reason))"
        case .notKept(let name):
            "„\(name)“ wurde nicht gespeichert. Die Adresse berichtigen, oder es mit --untried doch speichern."
        case .kept(let name, let folder, let signsIn):
            """
            „\(name)“ ist in \(folder)/profiles.d gespeichert. portal --profile \(name) öffnet es\
            \(signsIn ? ", portal login --profile \(name) meldet an." : ".")
            """
        case .shortName: "Ein Profil hat einen kurzen Namen aus Buchstaben, Ziffern und Strichen, etwa „gdi“."
        case .demoName: "„demo“ heißt das Demo-Portal. Einen anderen Namen wählen."
        case .yoursOpens(let file, let yours, let name):
            """
            In \(file) steht default: \(yours); das geht vor, und die Datei ist Ihre. Jene Zeile ändern oder entfernen; \
            bis dahin öffnet portal --profile \(name) es.
            """
        case .needsIssuerAndClient: "Anmelden braucht beides, --issuer und --client-id."
        case .noPlace(let deed):
            """
            Es gibt keinen Ort, um \(deed.german): HOME ist nicht gesetzt, und dieser Rechner kennt Ihren \
            persönlichen Ordner nicht. HOME setzen, oder mit XDG_CONFIG_HOME einen Ort nennen.
            """
        case .notWritten(let deed, let folder, let reason):
            """
            In \(folder)/profiles.d lässt sich nicht schreiben, um \(deed.german)\(reason.map { ": \($0)" } ?? ""). Die \
            Rechte und den freien Platz prüfen, oder mit XDG_CONFIG_HOME einen anderen Ort nennen.
            """
        }
    }

    private static func german(_ service: String, _ c: Phrasing) -> String {
        PortalService(rawValue: service).map { c.text($0) } ?? (service == "sign-in" ? "Anmeldung" : service)
    }
}

extension ProfilesCommandWords.Deed {
    fileprivate var german: String {
        switch self {
        case .keep(let name): "„\(name)“ zu speichern"
        case .remove(let name): "„\(name)“ zu entfernen"
        case .choose(let name): "„\(name)“ beim Start zu öffnen"
        }
    }
}
