import PortalModel
import TerminalCanvas

extension QueryReason {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .valueExpected(let name): "Hinter „\(name)“ fehlt ein Wert."
        case .nameExpected(let sign):
            "Vor „\(sign)“ fehlt der Name eines Filters; was so zu finden ist, steht in Anführungszeichen."
        case .termExpected(let sign): "Neben „\(sign)“ fehlt etwas, das zu suchen ist."
        case .quoteOpen: "Das Anführungszeichen ist nicht geschlossen."
        case .groupOpen: "Die Klammer ist nicht geschlossen."
        case .groupEmpty: "Zwischen den Klammern steht nichts."
        case .strayClose:
            "Diese Klammer schließt, und keine ist offen; was so zu finden ist, steht in Anführungszeichen."
        case .orExpected: "Zwischen zwei Werten fehlt „or“."
        case .blankExpected: "Hier fehlt ein Leerzeichen."
        case .oneValue(let sign): "„\(sign)“ nimmt einen Wert."
        case .tooDeep(let most): "Es stehen mehr als \(most) Klammern ineinander."
        case .tooLong(let most): "Eine Suche hat höchstens \(most) Zeichen."
        case .onlyOutside(let name): "„\(name)“ steht für sich: außerhalb von Klammern und ohne Minus."
        case .saidTwice(let name): "„\(name)“ steht zweimal da."
        case .unknownChoice(let name, let given, let known, let meant):
            "„\(given)“ nimmt „\(name)“ nicht.\(Self.question(meant)) Es nimmt \(Self.list(known))."
        case .unknownName(let name, let known, let meant, let mayNeedSignIn):
            (known.isEmpty
                ? "Dieses Portal hat keinen Filter „\(name)“: es hat gar keine. "
                : "Dieses Portal hat keinen Filter „\(name)“.\(Self.question(meant)) Bekannt sind \(Self.list(known)). ")
                + "Was so zu finden ist, steht in Anführungszeichen."
                + (mayNeedSignIn ? " Filter des Beacon-Netzes werden nur nach einer Anmeldung genannt." : "")
        case .noDataUse(let name):
            """
            Dieses Portal ist nach „\(name)“, der erlaubten Nutzung (DUO), nicht zu fragen: der Spiegel ist es \
            (portal mirror sync --records 500, dann portal search --offline).
            """
        case .severalNames(let name, let names): "„\(name)“ heißen mehrere Filter: \(Self.list(names))."
        case .entryExpected(let label, let names): "„\(label)“ fragt nach einem seiner Werte: \(Self.list(names))."
        case .noEntries(let label): "„\(label)“ hat keine Werte mit Namen."
        case .notANumber(let given): "„\(given)“ ist keine Zahl."
        case .notADate(let given): "„\(given)“ ist kein Datum. Ein Jahr eingeben, oder wie 2024-05 oder 2024-05-31."
        case .noValue(let label): "„\(label)“ hat nichts, das zu suchen ist."
        case .noNot:
            "Das Portal kann nicht weglassen, was ein Wort enthält; nur Werte mancher Filter lassen sich weglassen."
        case .noAlternatives:
            "Das Portal nimmt Alternativen unter Wörtern oder unter den Werten eines Filters, und keine anderen."
        case .noWordsBesideAlternatives: "Das Portal nimmt Alternativen unter allen Wörtern oder unter keinen."
        case .noOrder(let label, let sign, let signs):
            "„\(label)“ lässt sich hier nicht mit „\(sign)“ vergleichen, nur mit \(signs)."
        case .noLeavingOut(let label): "Das Portal kann Werte von „\(label)“ nicht weglassen."
        case .oneBound(let label): "„\(label)“ nimmt einen Wert oder eine Grenze auf jeder Seite."
        case .beaconNeeded: "Einen Filter des Beacon-Netzes beantwortet allein das Netz: es muss gefragt werden."
        case .notOffered(let reason): c(reason)
        }
    }

    private static func list(_ names: [String]) -> TerminalText {
        TerminalText(sanitizing: names.joined(separator: ", "))
    }

    private static func question(_ names: [String]) -> TerminalText {
        names.isEmpty
            ? ""
            : TerminalText(sanitizing: " Gemeint: " + names.map { "„\($0)“" }.joined(separator: " oder ") + "?")
    }
}
