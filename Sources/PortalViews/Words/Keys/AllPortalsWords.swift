import FoundationEssentials
import PortalModel

/// One search of all portals. Portals are named as their profiles are.
enum AllPortalsWords: Equatable {
    /// The portals of one group are asked.
    case titleOf(group: String)
    /// Groups that may be asked alone.
    case groups([String])
    case title, placeholder, everything, howTo, noPortals, nothing
    /// None is named where it is not known yet which there are.
    case asking(names: [String])
    /// Of each that is not awaited any more; a sum would count twice what several have.
    case totals([Total], inSeveral: Int)
    case slow(name: String, seconds: Int)
    case failed(name: String, PortalError)
    case notAsked(name: String)
    case insteadOf(name: String, PortalFinds.Source, now: Date)
    case leftOut(name: String, LeftOutPart)
    /// Whose page of a dataset it is, among those that have it.
    case at(name: String, place: Int, of: Int)

    struct Total: Equatable {
        enum State { case answered, slow, failed, notAsked }

        var name: String
        var state: State
        /// Nil where nothing came of it.
        var count: Int?
        /// There may be more.
        var isCut = false
    }
}
