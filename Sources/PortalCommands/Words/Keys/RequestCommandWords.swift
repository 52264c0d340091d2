import PortalModel

/// Commands on requests that the portal has: the list, and what changes one of them.
enum RequestCommandWords {
    case noRequests
    /// Of so many none is like what was asked for.
    case noneFits(of: Int)
    case draftsHere(count: Int)
    case noEntitlements
    case over
    case daysLeft(Int)
    case csvAndJSON
    // Licences and people.
    case noLicence(Int64, known: [Int64])
    case accepted(count: Int)
    case noEmail(String)
    case invited(name: String)
    case knownAlready(name: String, isPending: Bool)
    // Copies.
    case copied, copiedSomewhere, copiedHere
    case copyIsThere(id: String)
    case copiedElsewhere
    // Deleting.
    case deleted(id: String)
    case nothingToDelete(id: String)
    case addYes
    case typeDelete(id: String)
    case notDeleted
    case purposeTold([String])
    // Access that ends soon.
    case endsSoon(dataset: String, days: Int, request: String?)
    // A change whose answer was lost.
    case outcomeUnknown(PortalError)
    case notThere(PortalError)
}
