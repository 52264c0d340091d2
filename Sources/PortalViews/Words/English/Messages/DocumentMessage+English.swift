import PortalModel
import TerminalCanvas

extension DocumentMessage: Wording {
    package func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .notHere: "The request is not here yet: wait until it is shown."
        case .noForm: "There is no form yet to load answers into."
        case .fixed: "The answers of this request cannot be changed any more."
        case .nothingChanged: "Nothing was changed."
        case .writing(let format): "Writing the request as \(c(format))."
        case .written(let path, let note): "The request is in \(path).\(c.behind(note))"
        case .answersWritten(let path): "The answers are in \(path). Files that are attached are not in it."
        case .form(let format): Self.form(format)
        case .comparisonForm(let format):
            switch format {
            case .markdown: "Markdown"
            case .csv: "Table (CSV)"
            }
        case .comparisonWritten(let path): "The comparison is in \(path)."
        case .collectionWritten(let report, let format):
            """
            \(c.count(report.datasets, .dataset))\(format.isManifest ? ", \(c.count(report.files, .file))" : ""), in \
            \(report.path ?? "").\(Self.without(report, c))
            """
        case .collectionNotWhole(let report):
            """
            \(c.count(report.missing.count + report.unreadable, .dataset)) could not be had, so nothing was written.\
            \(report.missing.first.map { " \($0.id.rawValue): \(c($0.error))" } ?? "")
            """
        case .exportStopped: "The writing was stopped: no file was kept."
        case .nothingWritten: "No file was written."
        case .noDatasets: "There is no dataset here to be written."
        case .takenOver(let count, let left):
            "Taken over: \(count).\(left > 0 ? " For questions that are not asked now: \(left)." : "")"
        }
    }

    private static func without(_ report: CollectionReport, _ c: Phrasing) -> TerminalText {
        report.withoutFiles == 0 ? "" : " \(c.count(report.withoutFiles, .dataset)) named no files."
    }

    private static func form(_ format: CollectionFormat) -> TerminalText {
        switch format {
        case .csv: "Table (CSV)"
        case .tsv: "Table with tabs (TSV)"
        case .ndjson: "JSON, a line each"
        case .bibtex: "Citations (BibTeX)"
        case .csl: "Citations (CSL-JSON)"
        case .manifest: "Manifest of files (TSV)"
        case .manifestCSV: "Manifest of files (CSV)"
        case .manifestJSON: "Manifest of files (JSON)"
        case .jsonLD: "Descriptions (JSON-LD)"
        case .turtle: "Descriptions (Turtle)"
        case .rdfXML: "Descriptions (RDF/XML)"
        }
    }
}
