import Crypt4GH
import Glibc
import PortalModel
import PortalViews
import TerminalCanvas

extension DataWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .decrypted(let bytes, let path, let isCounted):
            "\(size(bytes, c)) sind entschlüsselt in \(path)."
                + (isCounted
                    ? " Nichts davon fehlt."
                    : " Was da ist, ist wie verschlüsselt; ob etwas fehlt, zeigt nur eine Prüfsumme.")
        case .encrypted(let bytes, let path, let readers):
            """
            \(size(bytes, c)) sind verschlüsselt in \(path), für \(readers == 1 ? "einen Schlüssel" : "\(readers) Schlüssel").
            """
        case .fault(let fault, let file, let left):
            Self.germanWords(for: fault, file == "-" ? "Die Standardeingabe" : file, left, c)
        case .behindTheEnd(let start): "Die Daten enden vor Byte \(c.number(start)); nichts wurde geschrieben."
        case .endsBefore(let bytes): "Die Daten enden vor dem Bereich: sie haben \(c.number(bytes)) Bytes davon."
        case .notAtTerminal:
            """
            Daten werden nicht auf ein Terminal geschrieben: mit --output eine Datei nennen, oder sie mit | an ein Programm \
            weitergeben.
            """
        case .jsonNeedsOutput: "--json sagt, was aus einer Datei wurde: mit --output eine nennen."
        case .overwriteNeedsOutput: "--overwrite gilt einer Datei: mit --output eine nennen."
        case .noRoom(let path, let needed, let room):
            """
            Für \(path) ist kein Platz: nötig sind \(size(needed, c)), frei sind \(size(room, c)). Nichts wurde geschrieben.
            """
        case .partIsTaken(let part, let path):
            """
            \(part) ist schon da, stammt nicht erkennbar von einem früheren Versuch und blieb, wie es ist; \(path) würde \
            dort geschrieben, bis es ganz ist. Die Datei verschieben oder löschen, oder eine andere nennen.
            """
        case .diskFailed(let refusal, let path):
            "\(path) war nicht zu schreiben: \(refusal.words). Was davon da war, ist entfernt."
        }
    }

    private static func germanWords(
        for fault: Crypt4GHFault, _ file: String, _ left: Left, _ c: Phrasing
    ) -> TerminalText {
        switch fault {
        case .notCrypt4GH: "\(file) ist keine Datei von Crypt4GH: so beginnt keine."
        case .unknownVersion(let version):
            "\(file) ist von Version \(c.number(version)) von Crypt4GH, die dieses Programm nicht kennt."
        case .headerCutOff: "\(file) endet in ihrem Kopf: noch einmal holen."
        case .packetLength, .badParameters, .badEditList: "Der Kopf von \(file) ist beschädigt: noch einmal holen."
        case .headerTooLarge: "Der Kopf von \(file) hat mehr als 16 MB; so viel braucht keine Datei."
        case .wrongKey:
            """
            \(file) wurde nicht für diesen Schlüssel verschlüsselt. Mit --key einen anderen nennen; portal keys list sagt, \
            welche es gibt. Wer die Daten herausgab, kann sie für den öffentlichen Schlüssel verschlüsseln (portal keys \
            show).
            """
        case .noDataKey: "Der Kopf von \(file) öffnet sich und sagt nicht, womit die Daten verschlüsselt sind."
        case .unknownPacketType, .unknownDataMethod, .mixedDataMethods:
            "\(file) ist auf eine Weise verschlüsselt, die dieses Programm nicht kennt."
        case .tooManyDataKeys:
            "\(file) ist mit mehr als 1000 Schlüsseln verschlüsselt, die nicht alle versucht werden."
        case .tooManyEditLists:
            "\(file) hat mehr als eine Auswahlliste, was das Format verbietet: es ist nicht klar, was gemeint ist."
        case .forged(let segment, false):
            "\(file) wurde verändert: Abschnitt \(c.number(segment)) ist nicht, was verschlüsselt wurde. \(germanRest(left, c))"
        case .forged(let segment, true):
            """
            \(file) ist abgeschnitten oder wurde verändert: der letzte Abschnitt (\(c.number(segment))) ist nicht, was \
            verschlüsselt wurde. \(germanRest(left, c))
            """
        case .cutOff(let segment):
            "\(file) ist abgeschnitten: Abschnitt \(c.number(segment)) fehlt oder ist nicht ganz. \(germanRest(left, c))"
        case .notSeekable: "\(file) ist nur einmal zu lesen."
        case .unreadable(let code):
            "\(file) war nicht weiter zu lesen: \(String(cString: strerror(code))). \(germanRest(left, c))"
        case .weakKey: "Ein Schlüssel, für den verschlüsselt werden soll, hält nichts geheim."
        }
    }

    private static func germanRest(_ left: Left, _ c: Phrasing) -> String {
        switch left {
        case .nothing: "Nichts wurde geschrieben."
        case .kept(let bytes, let path): "Die \(c.number(bytes)) Bytes davor sind richtig und liegen in \(path)."
        case .given(let bytes): "Die \(c.number(bytes)) Bytes, die davor geschrieben wurden, sind richtig."
        }
    }
}
