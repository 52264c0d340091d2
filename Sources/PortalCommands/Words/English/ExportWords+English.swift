import PortalModel
import PortalViews
import TerminalCanvas

extension ExportWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .whichDatasets:
            "Name datasets by their ids, or give --basket, --search LINE or --saved NAME: one of the four."
        case .limit: "--limit takes a number from 1 on, and goes with --search and --saved."
        case .unknownEnding(let ending):
            """
            A name that ends with .\(ending) does not say in which form to write. Name it with --format, or end it with \
            one of \(Self.endings).
            """
        case .needsFolder(let format):
            """
            Several descriptions (\(format.rawValue)) do not make one document: name a folder for them with --output \
            FOLDER.
            """
        case .notWritten(.exists, let path, let isFolder):
            isFolder
                ? "\(path) is there already and was left as it is. Name a folder that is empty or not there."
                : c(FileWords.notWritten(.exists, path: path))
        case .notWritten(let refusal, let path, _): c(FileWords.notWritten(refusal, path: path))
        case .missing(let missing): "\(missing.id.rawValue): \(c(FailureWords.call(missing.error)))"
        case .nothingKept: "No file was written."
        case .done(let report, let format, let path, let isKept): Self.done(report, format, path, isKept, c)
        }
    }

    private static func done(
        _ report: CollectionReport, _ format: CollectionFormat, _ path: String?, _ isKept: Bool, _ c: Phrasing
    ) -> TerminalText {
        guard isKept || path == nil else {
            let count = report.missing.count + report.unreadable
            return """
                \(c.count(count, .dataset)) could not be had, so \(path ?? "") was not written. --partial keeps it without \
                \(count == 1 ? "it" : "them").
                """
        }
        let files = format.isManifest ? ", \(c.count(report.files, .file))" : ""
        let none: TerminalText =
            report.withoutFiles == 0 ? "" : " \(c.count(report.withoutFiles, .dataset)) named no files."
        let place = path.map { ", as \(format.rawValue) in \($0)" } ?? ""
        return "\(c.count(report.datasets, .dataset))\(files)\(place).\(none)"
    }
}
