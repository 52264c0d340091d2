import PortalModel
import PortalViews
import TerminalCanvas

extension ConfigurationWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .at(let file, let line, let words): "\(file)\(line.map { ", Zeile \($0)" } ?? ""): \(c(words))"
        case .leftOut(let profile, let words): "Das Profil „\(profile)“ bleibt außer Acht. \(c(words))"
        case .noText(let file, let line):
            """
            \(file)\(line.map { ", Zeile \($0)," } ?? "") enthält ein Steuerzeichen und ist so kein YAML. Ist es UTF-16 oder gar \
            kein Text?
            """
        case .notYAML(let file, let line, let words):
            "\(file)\(line.map { ", Zeile \($0)," } ?? "") ist kein YAML: \(words)."
        case .twice(let names): "„\(names)“ steht zweimal da."
        case .noMapping(let part, let names):
            "\(part.german.inCapitals) enthält anderes als Namen mit Werten. \(Self.germanAllowed(names))"
        case .noName(let part, let names):
            "\(part.german.inCapitals) enthält etwas, das kein Name ist. \(Self.germanAllowed(names))"
        case .unknownName(let name, let part, let names):
            "„\(name)“ ist in \(part.germanDative) nicht bekannt. \(Self.germanAllowed(names))"
        case .text(let name):
            "„\(name)“ nimmt etwas anderes. Erlaubt ist ein Text hinter dem Doppelpunkt, nötigenfalls in Anführungszeichen."
        case .plainText(let name): "„\(name)“ nimmt einen Text hinter dem Doppelpunkt."
        case .flag(let name): "„\(name)“ nimmt etwas anderes. Erlaubt sind on und off oder true und false."
        case .choice(let text, let name, let names):
            "„\(text)“ ist als \(name) nicht bekannt. \(Self.germanAllowed(names))"
        case .number(let name, let least, let most, let unit):
            "„\(name)“ nimmt etwas anderes. Erlaubt sind Zahlen von \(least) bis \(most)\(unit.german)."
        case .noDiscovery(let name):
            """
            das Profil „\(name)“ hat keine Adresse der Datensätze. Eine hinzufügen, etwa discovery: \
            https://portal.example/discovery
            """
        case .missing(let name, let place, [], let names):
            "„\(name)“ fehlt in \(place). Erlaubt sind \(names.joined(separator: " und "))."
        case .missing(let name, let place, let needed, let names):
            """
            „\(name)“ fehlt in \(place). \(needed.joined(separator: " und ")) sind nötig; erlaubt sind \
            \(names.joined(separator: ", ")).
            """
        case .noPortal(let name, let folder, let known):
            """
            Ein Portal „\(name)“ gibt es nicht in \(folder)/config.yaml oder profiles.d/. \
            \(known.isEmpty
                ? "Noch ist keines eingerichtet: portal ohne --profile aufrufen."
                : "Bekannt sind: \(known.joined(separator: ", ")).")
            """
        case .groupOfNames(let name):
            "die Gruppe „\(name)“ nimmt eine Liste mit Namen von Portalen, etwa [unseres, ihres]."
        case .groupIsProfile(let name): "die Gruppe „\(name)“ heißt wie ein Portal: ihr einen anderen Namen geben."
        case .notInGroup(let name, let group, let known):
            "die Gruppe „\(group)“ nennt „\(name)“, das hier kein Portal ist. Es gibt: \(known.joined(separator: ", "))."
        case .noPortalAddress(let address): "„\(address)“ ist keine Adresse eines Portals."
        case .issuerAndClient: "Anmelden braucht beides, --issuer und --client-id."
        case .noForm(let text): "„\(text)“ ist nicht die Nummer eines Formulars."
        case .noProgram(let name):
            "„\(name)“ nennt kein Programm. Eines hinter den Doppelpunkt schreiben oder „\(name)“ weglassen."
        case .programMissing(let program, let name):
            """
            „\(name)“ nennt \(program), und das gibt es nicht oder lässt sich nicht ausführen: von Änderungen erführe \
            niemand.
            """
        case .textOrList(let name): "„\(name)“ nimmt einen Text oder eine Liste."
        case .insecureHTTP(let text): "PORTAL_INSECURE_HTTP nimmt 1 oder 0, nicht „\(text)“."
        case .variable(let name, let text, let names): "\(name) ist „\(text)“. \(Self.germanAllowed(names))"
        case .variableLine: "Erlaubt sind NAME=wert und Kommentare mit #."
        case .controlCharacter(let variable): "\(variable) enthält ein Steuerzeichen."
        case .openQuote(let variable):
            "Der Wert von \(variable) beginnt mit einem Anführungszeichen, das nicht schließt."
        case .secretReadable(let path, let variable):
            "\(path) enthält \(variable) und ist für andere lesbar. Nur für sich lesbar machen: chmod 600 \(path)"
        case .keyUnreadable(let path, let words): "Der Schlüssel in \(path) ist nicht zu lesen: \(words)."
        case .keyIsLink(let path):
            """
            \(path) ist eine symbolische Verknüpfung; wo Schlüssel liegen, wird keiner gefolgt: Wer sie ändern kann, könnte \
            eine andere Datei senden lassen. Die Datei selbst nennen.
            """
        case .badKey(let place): "\(place) enthält Leerzeichen oder Zeichen, die kein Schlüssel hat."
        case .readableByOthers(let path):
            "\(path) ist für andere lesbar. Erst nur für sich lesbar machen: chmod 600 \(path)"
        case .noKey(let path): "\(path) enthält keinen Schlüssel."
        }
    }

    private static func germanAllowed(_ names: [String]?) -> String {
        names.map { "Erlaubt sind \($0.joined(separator: ", "))." }
            ?? "Erlaubt sind eigene Namen, jeder mit einem Doppelpunkt und dem, was dazugehört."
    }
}

extension ConfigurationWords.Part {
    fileprivate var german: String {
        switch self {
        case .configuration: "die Konfiguration"
        case .profiles: "profiles"
        case .log: "log"
        case .keys: "keys"
        case .file: "die Datei"
        case .aProfile: "ein Profil"
        case .profile(let name): "das Profil „\(name)“"
        case .form(let number): "Formular \(number)"
        case .row(let field): "eine Zeile von \(field)"
        case .named(let name): name
        }
    }

    /// Behind “in”.
    fileprivate var germanDative: String {
        switch self {
        case .configuration: "der Konfiguration"
        case .file: "der Datei"
        case .aProfile: "einem Profil"
        case .profile(let name): "dem Profil „\(name)“"
        case .row(let field): "einer Zeile von \(field)"
        case .profiles, .log, .keys, .form, .named: german
        }
    }
}

extension ConfigurationWords.Unit {
    fileprivate var german: String {
        switch self {
        case .files: " (Dateien)"
        case .bytes: " (Bytes)"
        case .none: ""
        }
    }
}

extension String {
    /// As a sentence begins with it: names that are typed stay as they are.
    fileprivate var inCapitals: String { contains(" ") ? prefix(1).uppercased() + dropFirst() : self }
}
