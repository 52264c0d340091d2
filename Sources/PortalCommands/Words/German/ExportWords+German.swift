import PortalModel
import PortalViews
import TerminalCanvas

extension ExportWords {
    func german(_ c: Phrasing) -> TerminalText? {
        switch self {
        case .whichDatasets:
            "Datensätze bei ihrer ID nennen, oder --basket, --search ZEILE oder --saved NAME: eines von den vieren."
        case .limit: "--limit nimmt eine Zahl ab 1 und gehört zu --search und --saved."
        case .unknownEnding(let ending):
            """
            Ein Name mit der Endung .\(ending) sagt nicht, in welcher Form zu schreiben ist. Mit --format nennen, oder mit \
            einer von diesen enden: \(Self.endings).
            """
        case .needsFolder(let format):
            """
            Mehrere Beschreibungen (\(format.rawValue)) ergeben kein einzelnes Dokument: mit --output ORDNER einen Ordner \
            für sie nennen.
            """
        case .notWritten(.exists, let path, let isFolder):
            isFolder
                ? """
                \(path) gibt es schon und blieb, wie es ist. Einen Ordner nennen, der leer ist oder den es noch nicht \
                gibt.
                """
                : c(FileWords.notWritten(.exists, path: path))
        case .notWritten(let refusal, let path, _): c(FileWords.notWritten(refusal, path: path))
        case .missing(let missing): "\(missing.id.rawValue): \(c(FailureWords.call(missing.error)))"
        case .nothingKept: "Es wurde keine Datei geschrieben."
        case .done(let report, let format, let path, let isKept): Self.done(report, format, path, isKept, c)
        }
    }

    private static func done(
        _ report: CollectionReport, _ format: CollectionFormat, _ path: String?, _ isKept: Bool, _ c: Phrasing
    ) -> TerminalText {
        guard isKept || path == nil else {
            let count = report.missing.count + report.unreadable
            return """
                \(c.count(count, .dataset)) \(count == 1 ? "war" : "waren") nicht zu bekommen, darum wurde \(path ?? "") \
                nicht geschrieben. Mit --partial wird die Datei ohne \(count == 1 ? "ihn" : "sie") behalten.
                """
        }
        let files = format.isManifest ? ", \(c.count(report.files, .file))" : ""
        let none: TerminalText =
            report.withoutFiles == 0
            ? ""
            : """
             \(c.count(report.withoutFiles, .dataset)) \(report.withoutFiles == 1 ? "nannte" : "nannten") keine Dateien.
            """
        let place = path.map { ", als \(format.rawValue) in \($0)" } ?? ""
        return "\(c.count(report.datasets, .dataset))\(files)\(place).\(none)"
    }
}
