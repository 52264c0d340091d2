import PortalModel
import TerminalCanvas

extension FetchingWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .title: "Daten"
        case .looking(let elapsed): "sieht nach, wo sie liegen\(c.glyphs.ellipsis) \(elapsed)"
        case .checking(let elapsed): "prüft, was hier ist\(c.glyphs.ellipsis) \(elapsed)"
        case .files(let count, let bytes): "\(c.count(count, .file)), \(size(bytes, c))"
        case .archive(let address): "Von   \(address)"
        case .unconfirmed(let address):
            "Laut Katalog liegen Dateien unter \(address). \(c.key(.askArchive)) fragt dort, mit Ihrer Anmeldung."
        case .noArchive:
            """
            Es ist nicht bekannt, aus welchem Archiv Dateien kommen: data: {sda: …} im Profil des Portals nennt den Dienst.
            """
        case .into(let folder): "Nach  \(folder)"
        case .key(let key, let decrypts): Self.germanWords(for: key, decrypts, c)
        case .running(let done, let all, let percent):
            "Holt: \(c.number(done)) von \(c.count(all, .file, .dative)), \(percent) %"
        case .stopping: "Hört auf; was kam, bleibt\(c.glyphs.ellipsis)"
        case .standing(let standing, let size, let isAwaited): Self.germanWords(for: standing, size, isAwaited)
        case .fault(let fault): Self.germanWords(for: fault, c)
        case .weak(let algorithm):
            "Das Archiv gibt nur \(algorithm): das zeigt Versehen, aber niemanden, der täuschen will."
        case .checksum(let algorithm, let value): "\(algorithm ?? "Prüfsumme")  \(value)"
        case .way(let kind): Self.germanWords(for: kind)
        case .source(let source): Self.germanWords(for: source)
        case .none: "Weder Katalog noch Profil sagen, wo die Daten liegen: den Kontakt des Datensatzes fragen."
        case .askArchive: "Die Anmeldung an ein Archiv schicken"
        case .fetchMuch: "So viel holen"
        case .folderTitle: "Holen nach"
        case .folderPlaceholder: "ein Ordner"
        case .folderIsMade: "Er wird angelegt, wenn er fehlt. Was in einen anderen geholt wurde, bleibt dort."
        }
    }

    private static func germanWords(for key: DataKeyStanding, _ decrypts: Bool, _ c: Phrasing) -> TerminalText {
        let rest = decrypts ? "; mit Klartext daneben" : "; bleibt verschlüsselt"
        return switch key.state {
        case .none: "Noch kein Schlüssel, für den verschlüsselt wird: \(c.key(.makeDataKey)) macht \(key.path)"
        case .locked: "Schlüssel \(key.path), Passphrase wird erfragt\(rest)"
        case .open: "Schlüssel \(key.path)\(rest)"
        case .unusable: "Der Schlüssel \(key.path) ist nicht zu brauchen: portal keys show sagt, warum."
        }
    }

    private static func germanWords(
        for standing: FileStanding, _ size: UInt64, _ isAwaited: Bool
    ) -> TerminalText {
        switch standing {
        case .part(let bytes): isAwaited ? "\(percent(bytes, of: size)) %" : "\(percent(bytes, of: size)) % hier"
        case .absent, .failed: isAwaited ? "wartet" : standing == .absent ? "nicht hier" : "gescheitert"
        case .encrypted(let check): isAwaited ? "wartet" : "verschlüsselt\(germanWords(for: check))"
        case .decrypted(let check): isAwaited ? "wartet" : "Klartext\(germanWords(for: check))"
        }
    }

    private static func germanWords(for check: FileCheck?) -> String {
        switch check {
        case .plain(let algorithm), .encrypted(let algorithm): ", \(algorithm) ok"
        case .length: ", Länge ok"
        case nil: ""
        }
    }

    private static func germanWords(for fault: FileFault, _ c: Phrasing) -> TerminalText {
        switch fault {
        case .call(let error) where error.kind == .forbidden:
            """
            Nicht erlaubt oder nicht da; das Archiv sagt nicht, welches.\(Self.germanSaid(error.reason, c)) Eine neue Genehmigung braucht vielleicht eine neue \
            Anmeldung: Archive gehen nach dem Pass.
            """
        case .call(let error): "\(c.reason(error)) Was kam, ist behalten; \(c.key(.fetchFile)) macht weiter."
        case .name(let refusal): "Nicht geholt. \(refusal.german)"
        case .isThere(let name): "\(name) ist da und wurde nicht als diese Datei geholt. Es blieb, wie es ist."
        case .differs(let name, true):
            """
            Das Archiv hat jetzt eine andere Datei als \(name); die früher geholte bleibt, wie sie ist. Zur Seite legen, dann \
            holt \(c.key(.fetchFile)) die neue.
            """
        case .differs(let name, false):
            """
            \(name) wurde verändert oder gekürzt, seit es geholt wurde, und bleibt, wie es ist. Zur Seite legen, dann holt \
            \(c.key(.fetchFile)) es neu.
            """
        case .noRoom:
            "Platte oder Kontingent ist voll. Was kam, ist behalten; mit Platz macht \(c.key(.fetchFile)) weiter."
        case .disk(let words): "Nicht zu schreiben: \(words). Was kam, ist behalten."
        case .changes: "Das Archiv gibt jedes Mal eine andere Datei; später noch einmal versuchen."
        case .wrongLength:
            """
            Sie ist nicht so lang, wie die Liste des Archivs sagt; vielleicht hat sie sich geändert. \(c.key(.refresh)) fragt \
            neu nach der Liste, dann \(c.key(.fetchFile)). Bleibt es so, gehört es den Betreibern gesagt.
            """
        case .wrongChecksum(false, let algorithm):
            "\(algorithm) dessen, was kam, ist nicht die des Archivs. Noch einmal holen."
        case .wrongChecksum(true, let algorithm):
            "\(algorithm) des Klartexts ist nicht die des Archivs. Nicht verwenden, und den Betreibern sagen."
        case .otherKey: "Für einen anderen Schlüssel als Ihren verschlüsselt."
        case .damaged: "Sie lässt sich nicht entschlüsseln: beschädigt oder verändert. Entfernen, um sie neu zu holen."
        }
    }

    /// The archive's own words, which may tell which visa or which term is missing.
    private static func germanSaid(_ reason: Reason?, _ c: Phrasing) -> String {
        reason.map { " Seine Worte: „\(c($0).singleLine.plain)“." } ?? ""
    }

    private static func germanWords(for kind: DataWay.Kind) -> TerminalText {
        switch kind {
        case .sda: "Archiv (SDA)"
        case .htsget: "Reads und Varianten (htsget)"
        case .drs: "Objekte (DRS)"
        case .ega: "Programm des EGA"
        case .sftp: "Ausgang (SFTP, Crypt4GH)"
        case .workspace: "Sichere Umgebung; die Daten bleiben dort"
        case .web: "Datei unter einer Adresse"
        }
    }

    private static func germanWords(for source: DataWay.Source) -> TerminalText {
        switch source {
        case .distribution(let title): "Distribution „\(TerminalText(singleLine: title))“"
        case .configuration: "data: des Profils"
        case .demo: "das eigene des Demo-Portals"
        case .identifier: "an der Kennung zu sehen"
        }
    }
}
