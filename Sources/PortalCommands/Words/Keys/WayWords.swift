import PortalModel

/// `portal data how`.
enum WayWords {
    case way(DataWay)
    case none(dataset: String, page: String?)
    case notInCatalogue(dataset: String)
    case tokenFile
}
