import Crypt4GH
import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension FetchWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .archiveOfItsOwn:
            "Das Demo-Portal hat ein eigenes Archiv, und --archive nimmt eine Adresse: weglassen."
        case .noArchive:
            """
            Es ist nicht bekannt, wo die Daten dieses Portals liegen: den Download-Dienst des Archivs mit --archive nennen, \
            oder im Profil mit data: {sda: …}. portal data how DATENSATZ sagt, welche Wege es gibt.
            """
        case .namedByCatalogue(let address):
            """
            Laut Katalog liegen die Daten unter \(address). Die Anmeldung geht nur dorthin, wenn das gesagt wird: mit \
            --archive \(address), oder mit data: {sda: \(address)} im Profil.
            """
        case .askWhetherArchive(let address):
            """
            Laut Katalog liegen die Daten unter \(address). Um sie zu holen, muss die Anmeldung dorthin geschickt werden. \
            Dazu yes eingeben:
            """
        case .notAllowed(let reason):
            "Das Archiv erlaubt das nicht.\(germanSaid(reason, c)) portal auth status sagt, als wer man angemeldet ist."
        case .notAllowedOrNotThere(let dataset, let standing, let reason):
            """
            Das Archiv sagt von \(dataset), dass es nicht da ist oder nicht herausgegeben werden darf; welches von beiden, \
            sagt es nicht.\(germanSaid(reason, c)) \(germanWords(for: standing, c))
            """
        case .noDatasets:
            "Das Archiv gibt keinen Datensatz heraus. Eine neue Genehmigung braucht vielleicht eine neue Anmeldung."
        case .noFiles: "Das Archiv hat keine Dateien dieses Datensatzes."
        case .isOpen: "offen"
        case .isNotOpenYet: "noch nicht im Archiv"
        case .missingAtArchive(let datasets):
            """
            Vom Portal genehmigt und vom Archiv nicht herausgegeben: \(datasets.joined(separator: ", ")). Entweder liegen die \
            Daten anderswo (portal data how), oder die Genehmigung steht erst später im Pass: dann ab- und wieder anmelden.
            """
        case .total(let files, let bytes): "\(c.number(files)) \(files == 1 ? "Datei" : "Dateien"), \(size(bytes, c))."
        case .jobs: "--jobs nimmt 1 oder 2."
        case .needsFolder: "--to braucht einen Ordner."
        case .noSuchFile(let path, let dataset):
            "\(dataset) hat keine Datei \(path). portal data list \(dataset) zeigt, was es gibt."
        case .folderInUse(let path): "In \(path) arbeitet ein anderes portal data fetch. Nichts wurde geändert."
        case .journalUnreadable(let path):
            """
            \(path) ist nicht zu lesen als das, was dieses Programm schrieb: zur Seite legen, um neu zu holen, oder einen \
            anderen Ordner nehmen. Nichts wurde geändert.
            """
        case .muchWithoutYes(let bytes): "\(size(bytes, c)) würden geholt: mit --yes, wenn das gemeint ist."
        case .askWhetherMuch(let bytes): "\(size(bytes, c)) sind zu holen. Zum Beginnen yes eingeben:"
        case .notFetched: "Nichts wurde geholt."
        case .going(let files):
            "\(files.map { "\($0.name) \(percent($0)) von \(size($0.size, c))" }.joined(separator: "  "))"
        case .fetched(let outcome, let name, let plain, let bytes): germanFetched(outcome, name, plain, bytes, c)
        case .failed(let fault, let path): "\(path): \(germanWords(for: fault, c))"
        case .done(let files, let path):
            "\(files == 1 ? "Die Datei liegt" : "Alle \(c.number(files)) Dateien liegen") in \(path)."
        case .interrupted(let files, let path):
            """
            Abgebrochen.\(files.map { " \($0.name).part hat \(percent($0)) davon." }.joined()) Was in \(path) liegt, ist \
            behalten: derselbe Befehl macht dort weiter.
            """
        case .notInManifest(let path, let refusal): "\(path) fehlt darin. \(refusal.german)"
        case .manifestNeedsFiles: "--archive gehört zu --manifest."
        case .someMissing(let count, let all, let untried):
            """
            \(c.number(count)) von \(c.number(all)) Dateien \(count == 1 ? "fehlt" : "fehlen")\
            \(untried > 0 ? ", und \(c.number(untried)) \(untried == 1 ? "wurde" : "wurden") nicht versucht" : ""). Derselbe Befehl macht mit dem Fehlenden weiter.
            """
        case .nothingFetched(let path):
            "In \(path) ist kein \(FetchedFolder.name): portal data fetch hat nichts dorthin geholt."
        case .finding(let finding): "\(germanWords(for: finding, c))"
        case .verified(let files, let path): "\(c.number(files)) geprüft in \(path); am Geprüften ist nichts falsch."
        case .notAllRight(let count, let all):
            """
            \(c.number(count)) von \(c.number(all)) nicht, wie sie sein sollten. Dasselbe portal data fetch macht mit dem \
            weiter, was fehlt oder nicht ganz ist; was verändert wurde, vorher löschen, dann wird es neu geholt.
            """
        }
    }

    private func germanFetched(
        _ outcome: FetchOutcome, _ name: String, _ plain: String, _ bytes: UInt64, _ c: Phrasing
    ) -> TerminalText {
        switch outcome {
        case .fetched(let finding): "\(name): \(size(bytes, c)) geholt; \(germanWords(for: finding, c))."
        case .decrypted(let finding):
            "\(name): \(size(bytes, c)), entschlüsselt in \(plain); \(germanWords(for: finding, c))."
        case .wasThere: "\(name): war schon da, in der richtigen Länge; Prüfsummen sieht portal data verify an."
        }
    }

    private func germanWords(for finding: DataFinding, _ c: Phrasing) -> String {
        switch finding {
        case .plain(let algorithm): "\(algorithm) des Klartexts stimmt\(germanWeakness(of: algorithm))"
        case .encrypted(let algorithm):
            "\(algorithm) des Verschlüsselten stimmt\(germanWeakness(of: algorithm)); der Klartext wurde nicht angesehen"
        case .length: "so lang, wie es sein soll; eine Prüfsumme gab es nicht"
        case .wrong(.plain, let algorithm): "FALSCH: \(algorithm) des Klartexts ist nicht die des Archivs"
        case .wrong(.encrypted, let algorithm): "FALSCH: \(algorithm) des Verschlüsselten ist nicht die des Archivs"
        case .wrongLength(let wanted, let found):
            "FALSCH: \(c.number(found)) Bytes lang statt \(c.number(wanted))"
        case .isPart(let bytes, let size):
            "nicht zu Ende geholt: \(percent(.init(name: "", done: bytes, size: size))) davon hier"
        case .missing: "fehlt"
        case .unreadable(.wrongKey): "nicht für diesen Schlüssel verschlüsselt"
        case .unreadable(.unreadable(let code)), .failed(let code):
            "nicht zu lesen: \(String(cString: strerror(code)))"
        case .unreadable: "FALSCH: es lässt sich nicht entschlüsseln"
        }
    }

    private func germanWeakness(of algorithm: String) -> String {
        algorithm == StreamDigest.weak ? " (schwach: sie zeigt Versehen, aber niemanden, der täuschen will)" : ""
    }

    private func germanWords(for fault: FetchFault, _ c: Phrasing) -> String {
        switch fault {
        case .call(let error) where error.kind == .forbidden:
            """
            nicht erlaubt oder nicht da.\(germanSaid(error.reason, c)) Eine neue Genehmigung braucht vielleicht eine neue \
            Anmeldung, der Pass hat sie erst später.
            """
        case .call(let error):
            "\(c.text(FailureWords.call(error))) Was kam, ist behalten; derselbe Befehl macht weiter."
        case .name(let refusal): "nicht geholt. \(refusal.german)"
        case .isThere(let name):
            "nicht geholt: \(name) ist da und wurde nicht als diese Datei geholt. Es blieb, wie es ist."
        case .differs(let name, .here):
            """
            \(name) wurde verändert oder gekürzt, seit es geholt wurde, und blieb, wie es ist: zur Seite legen, dann holt \
            derselbe Befehl es neu.
            """
        case .differs(let name, .atArchive(let kept, let listed)):
            """
            das Archiv hat jetzt eine andere Datei, \
            \(kept == listed ? "mit anderer Prüfsumme" : germanLengths(kept, listed, c)). \(name) ist die früher geholte und \
            blieb, wie sie ist: zur Seite legen, dann holt derselbe Befehl die neue.
            """
        case .disk(let fault, let kept) where [ENOSPC, EDQUOT].contains(fault.code):
            """
            \(fault.code == ENOSPC ? "die Platte ist voll" : "das Kontingent ist aufgebraucht").\
            \(kept.map { " Was kam, ist behalten in \($0)." } ?? "") Mit neuem Platz macht derselbe Befehl weiter.
            """
        case .disk(let fault, let kept):
            """
            nicht zu schreiben: \(String(cString: strerror(fault.code))).\(kept.map { " Was kam, ist behalten in \($0)." } ?? "")
            """
        case .changes: "das Archiv gibt jedes Mal eine andere Datei; später noch einmal versuchen."
        case .wrongLength(let listed, let given):
            """
            das Archiv nennt \(c.number(listed)) Bytes und gibt \(given.map { c.number($0) } ?? "mehr"): sie hat sich vielleicht \
            geändert. Derselbe Befehl fragt neu nach der Liste, macht mit dem Behaltenen weiter, wo es zu der Datei gehört, \
            und fängt sonst neu an. Bleibt es so, gehört es den Betreibern gesagt.
            """
        case .wrongPlainLength(let listed, let given):
            """
            FALSCH: der Klartext hat \(c.number(given)) statt \(c.number(listed)) Bytes. Das Verschlüsselte bleibt, der Klartext \
            ist entfernt. Das gehört den Betreibern gesagt.
            """
        case .wrongChecksum(.encrypted, let algorithm):
            "FALSCH: \(algorithm) dessen, was kam, ist nicht die des Archivs. Es ist entfernt; noch einmal versuchen."
        case .wrongChecksum(.plain, let algorithm):
            """
            FALSCH: \(algorithm) des Klartexts ist nicht die des Archivs. Das Verschlüsselte bleibt, der Klartext ist \
            entfernt. Das gehört den Betreibern gesagt.
            """
        case .crypt(.wrongKey): "für einen anderen Schlüssel verschlüsselt: mit --key den, für den es geholt wurde."
        case .crypt(.unreadable(let code)): "nicht zurückzulesen: \(String(cString: strerror(code)))."
        case .crypt: "FALSCH: es lässt sich nicht entschlüsseln. Die Datei bleibt; entfernen, um sie neu zu holen."
        }
    }

    // MARK: - Beside a refusal

    /// The archive's own words, behind a sentence: they may tell which visa or which term is missing.
    func germanSaid(_ reason: Reason?, _ c: Phrasing) -> String {
        reason.map { " Seine Worte: „\(c($0).singleLine.plain)“." } ?? ""
    }

    func germanWords(for standing: AccessStanding, _ c: Phrasing) -> String {
        switch standing {
        case .granted:
            """
            Das Portal kennt den Zugang. Archive gehen nach den Visa im Pass (portal passport), in dem eine neue Genehmigung \
            erst später steht: ab- und wieder anmelden, und in einer Stunde noch einmal versuchen.
            """
        case .notGranted:
            """
            Das Portal kennt unter diesem Namen keinen Zugang (portal entitlements). Nach einer neuen Genehmigung ab- und \
            wieder anmelden: das Archiv geht nach dem Pass, in dem sie erst später steht.
            """
        case .unknown(let error) where error.kind == .signedOut:
            "Beim Portal gilt man nicht als angemeldet, deshalb sagt es nichts zum Zugang: mit portal login anmelden."
        case .unknown(let error):
            "Nach dem Zugang war nicht zu fragen: \(c.text(error)) Noch einmal versuchen, wenn das Portal antwortet."
        }
    }

    func germanLengths(_ kept: UInt64, _ listed: UInt64, _ c: Phrasing) -> String {
        "mit \(c.number(listed)) statt \(c.number(kept)) Bytes"
    }
}
