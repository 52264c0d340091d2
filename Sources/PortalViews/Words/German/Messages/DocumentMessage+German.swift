import PortalModel
import TerminalCanvas

extension DocumentMessage {
    package func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .notHere: "Der Antrag ist noch nicht da: warten, bis er angezeigt wird."
        case .noForm: "Es gibt noch kein Formular, in das Antworten zu laden wären."
        case .fixed: "Die Antworten dieses Antrags lassen sich nicht mehr ändern."
        case .nothingChanged: "Nichts wurde geändert."
        case .writing(let format): "Der Antrag wird als \(c(format)) geschrieben."
        case .written(let path, let note): "Der Antrag ist in \(path).\(c.behind(note))"
        case .answersWritten(let path): "Die Antworten sind in \(path). Angehängte Dateien sind nicht dabei."
        case .form(let format): Self.form(format)
        case .comparisonForm(let format):
            switch format {
            case .markdown: "Markdown"
            case .csv: "Tabelle (CSV)"
            }
        case .comparisonWritten(let path): "Der Vergleich ist in \(path)."
        case .collectionWritten(let report, let format):
            """
            \(c.count(report.datasets, .dataset))\(format.isManifest ? ", \(c.count(report.files, .file))" : ""), in \
            \(report.path ?? "").\(Self.without(report, c))
            """
        case .collectionNotWhole(let report):
            """
            \(c.count(report.missing.count + report.unreadable, .dataset)) nicht zu bekommen, darum wurde nichts \
            geschrieben.\(report.missing.first.map { " \($0.id.rawValue): \(c($0.error))" } ?? "")
            """
        case .exportStopped: "Das Schreiben wurde abgebrochen: keine Datei wurde behalten."
        case .nothingWritten: "Es wurde keine Datei geschrieben."
        case .noDatasets: "Hier ist kein Datensatz, der zu schreiben wäre."
        case .takenOver(let count, let left):
            "Übernommen: \(count).\(left > 0 ? " Zu Fragen, die jetzt nicht gestellt werden: \(left)." : "")"
        }
    }

    private static func without(_ report: CollectionReport, _ c: Phrasing) -> TerminalText {
        report.withoutFiles == 0 ? "" : " Ohne Dateien: \(c.count(report.withoutFiles, .dataset))."
    }

    private static func form(_ format: CollectionFormat) -> TerminalText {
        switch format {
        case .csv: "Tabelle (CSV)"
        case .tsv: "Tabelle mit Tabulatoren (TSV)"
        case .ndjson: "JSON, je eine Zeile"
        case .bibtex: "Zitate (BibTeX)"
        case .csl: "Zitate (CSL-JSON)"
        case .manifest: "Dateiliste, Manifest (TSV)"
        case .manifestCSV: "Dateiliste, Manifest (CSV)"
        case .manifestJSON: "Dateiliste, Manifest (JSON)"
        case .jsonLD: "Beschreibungen (JSON-LD)"
        case .turtle: "Beschreibungen (Turtle)"
        case .rdfXML: "Beschreibungen (RDF/XML)"
        }
    }
}
