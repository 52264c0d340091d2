import PortalModel

/// What stands beside the answers in a file that is to be filled in. The names and values in it are no words.
enum TemplateWords {
    case useWith
    case dataset(title: String)
    case licence(Int64, title: String)
    case takes(FieldGuidance)
    case list, listOfRows, fileIDs
    case required, optional
    case most(characters: Int)
    case askedLater
    case column(key: String, label: String)
}
