import PortalModel

/// Finding in a dataset's page.
enum DatasetFindWords: Equatable {
    case title, placeholder, nothing, onlyFromList
}
