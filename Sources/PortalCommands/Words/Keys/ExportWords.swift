import PortalModel

/// `portal export`.
enum ExportWords {
    case whichDatasets, limit
    /// A file's name ends with what no form is called by.
    case unknownEnding(String)
    case needsFolder(CollectionFormat)
    case notWritten(PrivateFile.Refusal, path: String, isFolder: Bool)
    case missing(CollectionReport.Missing)
    case nothingKept
    /// - isKept: the file was put in its place.
    case done(CollectionReport, CollectionFormat, path: String?, isKept: Bool)

    /// What files are called by, each once.
    static var endings: String {
        CollectionFormat.allCases.map { ".\($0.fileExtension)" }.unique.joined(separator: ", ")
    }
}
