import PortalModel

/// `portal data how`.
enum WayWords {
    case way(DataWay)
    case none(dataset: String, page: String?)
    case notInCatalogue(dataset: String)
    /// Neither the catalogue nor what is granted has it.
    case unknown(dataset: String)
    case tokenFile
}
