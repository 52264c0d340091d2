import FoundationEssentials
import PortalModel

/// The saved searches and the name that one gets.
enum SavedSearchWords: Equatable {
    case title
    /// The headings of the line in which a name is typed.
    case saveAs, renameTo
    case namePlaceholder
    /// What stands below it.
    case seenFromNow
    case saving
    case reading
    case none
    case howToSave
    case several(count: Int)
    /// The portal is asked; of so many more after that.
    case asking(left: Int)
    /// "7 new, 2 changed".
    case count(NewsCount)
    case newsSince(NewsCount, Date, now: Date)
    case nothingSince(Date, now: Date)
    case allDatasets
    /// The portal did not answer it.
    case notAsked
    /// Before a dataset that is news.
    case new, changed
    /// Besides those that are listed.
    case more(count: Int)
    /// Seen, and not found any more.
    case gone(count: Int)
}
