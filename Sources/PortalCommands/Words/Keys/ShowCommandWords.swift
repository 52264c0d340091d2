import Foundation
import PortalModel

/// `portal show`.
enum ShowCommandWords {
    case id(String)
    case identifier(String)
    /// - terms: nil where they are not stated, or are what is shown below.
    case access(AccessLevel)
    case seeTerms
    case terms(String)
    case keywords([String])
    case themes([String])
    case publisher([String])
    case catalogue(String)
    case created(Date)
    case modified(Date)
    case page(String)
    case licence(String)
    case accessAddress(String)
    case members, noMembers
    case files, contacts
    case descriptionsNotKept
    case noPurpose(String)
    case purposeOfDescription
    case noDataUse
    case noDictionary(id: String)
    case csvOfDictionary, dictionaryAlone
}
