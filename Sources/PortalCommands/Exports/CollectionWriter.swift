import Foundation
import PortalModel

/// Writes datasets one after the other into one text, in whatever form.
struct CollectionWriter {
    private let format: CollectionFormat
    private var manifest = Manifest()
    private var bibtex = BibTeX()
    private var isFirst = true

    init(_ format: CollectionFormat) { self.format = format }

    /// What stands before the first dataset.
    var beginning: Data {
        switch format {
        case .csv: text(CSVText.text([DatasetTable.heading]))
        case .tsv: text(CSVText.tabbed([DatasetTable.heading]))
        case .manifest: text(CSVText.tabbed([Manifest.heading]))
        case .manifestCSV: text(CSVText.text([Manifest.heading]))
        case .csl: text("[\n")
        case .ndjson, .bibtex, .manifestJSON, .jsonLD, .turtle, .rdfXML: Data()
        }
    }

    /// What stands behind the last one.
    var end: Data { format == .csl ? text(isFirst ? "]\n" : "\n]\n") : Data() }

    /// - Parameter detail: of what the format needs it for (`CollectionFormat.needsDetail`).
    mutating func write(_ dataset: DatasetSummary, _ detail: DatasetDetail?) throws -> Data {
        let whole = detail ?? DatasetDetail(summary: dataset)
        defer { isFirst = false }
        switch format {
        case .csv: return text(CSVText.text([DatasetTable.row(dataset)]))
        case .tsv: return text(CSVText.tabbed([DatasetTable.row(dataset)]))
        case .ndjson: return try line(DatasetRecord(dataset))
        case .bibtex: return text((isFirst ? "" : "\n") + bibtex.entry(Citation(whole)))
        case .csl: return try text(isFirst ? "" : ",\n") + Data(TerminalJSON(CSLItem(Citation(whole))).bytes)
        case .manifest: return text(CSVText.tabbed(Manifest.rows(manifest.record(whole))))
        case .manifestCSV: return text(CSVText.text(Manifest.rows(manifest.record(whole))))
        case .manifestJSON: return try line(manifest.record(whole))
        // Written by the catalogue, a file each.
        case .jsonLD, .turtle, .rdfXML: return Data()
        }
    }

    private func text(_ text: String) -> Data { Data(text.utf8) }

    private func line(_ record: some Encodable) throws -> Data {
        Data(try TerminalJSON(record).bytes + [UInt8(ascii: "\n")])
    }
}
