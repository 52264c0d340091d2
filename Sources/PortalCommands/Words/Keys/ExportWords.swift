import PortalModel

/// `portal export`.
enum ExportWords {
    case whichDatasets, limit
    case needsFolder(CollectionFormat)
    case notWritten(PrivateFile.Refusal, path: String, isFolder: Bool)
    case missing(CollectionReport.Missing)
    case nothingKept
    /// - isKept: the file was put in its place.
    case done(CollectionReport, CollectionFormat, path: String?, isKept: Bool)
}
