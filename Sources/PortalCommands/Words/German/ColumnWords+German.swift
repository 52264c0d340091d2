import PortalViews
import TerminalCanvas

extension ColumnWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .access: "ZUGANG"
        case .address: "ADRESSE"
        case .changed: "GEÄNDERT"
        case .check: "PRÜFUNG"
        case .checksum: "PRÜFSUMME"
        case .count: "ANZAHL"
        case .dataset: "DATENSATZ"
        case .datasets: "DATENSÄTZE"
        case .detail: "NÄHERES"
        case .discovery: "DATENSÄTZE"
        case .file: "DATEI"
        case .frequency: "HÄUFIGKEIT"
        case .from: "VON"
        case .id: "ID"
        case .identifier: "KENNUNG"
        case .key: "SCHLÜSSEL"
        case .kind: "ART"
        case .label: "BEZEICHNUNG"
        case .left: "NOCH"
        case .line: "ZEILE"
        case .modified: "GEÄNDERT"
        case .name: "NAME"
        case .news: "NEUES"
        case .seen: "GESEHEN"
        case .number: "ALLELE"
        case .population: "POPULATION"
        case .portal: "PORTAL"
        case .service: "DIENST"
        case .setting: "EINSTELLUNG"
        case .size: "GRÖSSE"
        case .signs: "ZEICHEN"
        case .source: "QUELLE"
        case .state: "STAND"
        case .time: "ZEIT"
        case .title: "TITEL"
        case .until: "BIS"
        case .value: "WERT"
        case .version: "VERSION"
        case .signIn: "ANMELDUNG"
        case .none: ""
        }
    }
}
