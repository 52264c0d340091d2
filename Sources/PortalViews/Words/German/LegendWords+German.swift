import PortalModel
import TerminalCanvas

extension LegendWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .signs: "Zeichen"
        case .keys: "Wie Tasten geschrieben sind"
        case .done: "Von einem Schritt ist alles getan."
        case .begun: "Ein angefangener Schritt, oder ein Entwurf."
        case .notBegun: "Ein noch nicht angefangener Schritt; offener Zugang; noch nicht angenommen."
        case .inOrder: "In Ordnung, angenommen, genehmigt oder markiert."
        case .wrong: "Fehlt, ist falsch oder abgelehnt."
        case .attention: "Braucht Aufmerksamkeit."
        case .restricted: "Der Zugang ist beschränkt: er muss beantragt werden."
        case .external: "Den Zugang gibt der Anbieter, nicht dieses Portal."
        case .inBasket: "Im Korb, wo die Liste eine Tabelle ist."
        case .required: "Ein Feld, das beantwortet werden muss."
        case .example: "In einem leeren Feld: was dorthin gehört. Keine Antwort."
        case .control: "Strg mit X."
        case .alt:
            """
            Alt mit x, oder Esc und sofort danach x. \(c.keyEverywhere(.showPalette)) findet alles nach Namen.
            """
        case .shiftTab: "Umschalt mit Tab."
        case .enter: "Eingabe."
        case .backspace: "Rücktaste."
        case .page: "Seite auf; PgDn ist Seite ab."
        }
    }
}
